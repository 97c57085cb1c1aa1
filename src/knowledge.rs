//! What the bot knows beside the flow: topics with the ways people ask for them, and dated, sourced answers.
//!
//! A message is read in steps, each in a file of its own: [`normal`] makes spellings alike, [`spelled`] turns pinyin into
//! characters, [`features`] counts what stands in it, [`model`] says how likely it asks for each topic, having learnt from
//! the phrasings in `knowledge/asked`, and [`talk`] decides whether that is enough to answer, to ask back, to hand over or to
//! refuse; [`follow`] reads what goes on with a question by that one. What it names (a province, a trade, a kind of subject,
//! where the server stands) is found by [`words`] alone; what it tells of a filing by [`tells`], and what a notice of rejection
//! names by [`notices`]. What of the details an answer tells at once is found by [`details`]. Every word of an answer stands in
//! the dialogues; nothing is made up here.

mod answer;
mod details;
mod eval;
mod features;
mod follow;
mod load;
mod model;
mod normal;
mod notices;
mod reader;
mod spelled;
mod talk;
mod tells;
mod words;

pub use answer::{Answerer, Said, SourceSaid};
pub use eval::{Asked, Expectation, Question, Score, Scores};
pub use load::{Knowledge, Topic};
pub(crate) use load::{NOTICES, TELLS};
pub use notices::Notices;
pub use reader::Reader;
pub use talk::{Context, Decision, Outcome, Understood};
pub use tells::{Tell, Tells};
pub use words::{Entities, Entity};
