//! Plays a script at a venue: does what it says, and compares what came of it.

use super::persona::Persona;
use super::report::Report;
use super::script::{Act, Entry, Expect, Line, Script};
use super::venue::{Heard, Told, Venue};
use super::{Played, Visits};
use crate::channel::session::{Place, place};
use crate::content::Content;
use crate::dialogue::{Event, State, Verdict, View};
use crate::engine::EngineError;
use crate::personal::Personal;

/// More answers than any filing takes: `until>` gives up there.
const ANSWER_COUNT_MAX: usize = 400;

/// The longest text that `{… × N}` makes, in repetitions.
const REPEAT_COUNT_MAX: usize = 100_000;

pub(super) async fn perform<V: Venue>(
    script: &Script,
    content: &Content,
    venue: &mut V,
) -> Result<Played, EngineError> {
    let mut player = Player::new(script, content, venue).await?;
    let mut words = Words::default();
    player.open_turn(&mut words);
    for Line { raw, entry } in &script.lines {
        match entry {
            Entry::Aside => player.report.same(raw),
            Entry::With(answers) => {
                player.persona.learn(answers);
                player.report.same(raw);
            }
            Entry::Act(act) => {
                player.close_turn(&mut words);
                player.act(raw, act).await?;
                player.open_turn(&mut words);
            }
            Entry::Expect(expect) => player.compare(raw, expect, &mut words).await?,
        }
    }
    player.close_turn(&mut words);
    Ok(Played { report: player.report, visits: player.visits })
}

struct Player<'a, V> {
    content: &'a Content,
    venue: &'a mut V,
    /// Who talks, by name.
    speaker: &'a str,
    persona: Persona,
    /// The stage that the life of the filing in hand has reached.
    reached: usize,
    /// References in the order in which the filings began.
    filings: Vec<String>,
    turn: Turn,
    report: Report,
    visits: Visits,
}

/// What came of the last turn.
struct Turn {
    heard: Vec<Heard>,
    place: Place,
    verdict: Verdict,
    state: State,
    /// Only time passed: there is nothing to reply to.
    waited: bool,
}

impl Turn {
    fn new(content: &Content, venue: &impl Venue, told: Told, waited: bool) -> Self {
        let Told { heard, verdict, state } = told;
        let place = place(content, &state, venue.now());
        Self { heard, place, verdict, state, waited }
    }

    fn refused(&self) -> &str {
        match &self.verdict {
            Verdict::Refused { reason, .. } => reason,
            Verdict::Accepted | Verdict::Neither => "-",
        }
    }

    /// The last message that carries a button of this id or label.
    fn button(&self, name: &str) -> Option<&str> {
        let mut buttons = self.heard.iter().rev().flat_map(|heard| &heard.buttons);
        buttons.find(|button| button.id == name || button.label == name).map(|button| button.id.as_str())
    }
}

/// How far the comparison of one turn has come.
#[derive(Default)]
struct Words {
    /// The message at which the next `bot >` line may begin.
    next: usize,
    /// The turn was refused and no line has said so yet.
    refusal_is_news: bool,
    /// Nothing was said to what was done, and no line has said so yet.
    silence_is_news: bool,
}

impl<'a, V: Venue> Player<'a, V> {
    async fn new(script: &'a Script, content: &'a Content, venue: &'a mut V) -> Result<Self, EngineError> {
        let speaker = script.head.name.as_str();
        let told = venue.happen(speaker, &Event::Arrived).await?;
        let turn = Turn::new(content, venue, told, false);
        let mut player = Self {
            content,
            venue,
            speaker,
            persona: Persona::default(),
            reached: content.last_open_stage(),
            filings: Vec::new(),
            turn,
            report: Report::default(),
            visits: Visits::default(),
        };
        player.note();
        Ok(player)
    }

    fn open_turn(&self, words: &mut Words) {
        let refused = self.turn.refused() != "-";
        let silent = self.turn.heard.is_empty() && !self.turn.waited;
        *words = Words { next: 0, refusal_is_news: refused, silence_is_news: silent };
    }

    /// A refusal, or silence, that no line mentioned is a difference.
    fn close_turn(&mut self, words: &mut Words) {
        if std::mem::take(&mut words.silence_is_news) {
            self.report.missing("bot > -".to_owned());
        }
        if std::mem::take(&mut words.refusal_is_news) {
            self.report.missing(format!("refused> {}", self.turn.refused()));
        }
    }

    // ---- doing -------------------------------------------------------------------------------------

    async fn act(&mut self, raw: &str, act: &'a Act) -> Result<(), EngineError> {
        match act {
            Act::Typed(text) => {
                self.happen(&Event::Typed(Personal::new(self.filled(text)))).await?;
            }
            Act::Pressed(name) => {
                let name = self.filled(name);
                let id = self.turn.button(&name).unwrap_or(&name).to_owned();
                self.happen(&Event::Chosen(id)).await?;
            }
            Act::Sent(facts) => self.happen(&Event::FileSent(facts.clone())).await?,
            Act::Waited(length) => self.wait(*length).await?,
            Act::As(name) => {
                self.speaker = name;
                self.happen(&Event::Arrived).await?;
            }
            Act::Until(target) => {
                let reached = self.until(target).await?;
                let Place { asks, stage, .. } = &self.turn.place;
                if !reached {
                    let at = asks.as_deref().unwrap_or(stage);
                    self.report.other(raw, format!("until> {at}"));
                    return Ok(());
                }
            }
        }
        self.report.same(raw);
        Ok(())
    }

    async fn happen(&mut self, event: &Event) -> Result<(), EngineError> {
        let told = self.venue.happen(self.speaker, event).await?;
        self.turn = Turn::new(self.content, self.venue, told, false);
        self.note();
        Ok(())
    }

    async fn wait(&mut self, length: chrono::TimeDelta) -> Result<(), EngineError> {
        let told = self.venue.pass(self.speaker, length).await?;
        self.turn = Turn::new(self.content, self.venue, told, true);
        self.note();
        Ok(())
    }

    /// Whether the field is asked or the stage is reached in the end.
    async fn until(&mut self, target: &str) -> Result<bool, EngineError> {
        for _ in 0..ANSWER_COUNT_MAX {
            let Place { asks, stage, .. } = &self.turn.place;
            if asks.as_deref() == Some(target) || stage == target {
                return Ok(true);
            }
            let Some(event) = self.answer() else {
                return Ok(false);
            };
            self.happen(&event).await?;
            if self.turn.refused() != "-" {
                return Ok(false);
            }
        }
        Ok(false)
    }

    /// The persona's answer to what is asked.
    fn answer(&self) -> Option<Event> {
        let filing = self.turn.state.active()?;
        let view = View::new(self.content, filing, self.venue.now());
        let field = self.content.field(self.turn.place.asks.as_deref()?)?;
        let answer = self.persona.answer(&view, field, self.turn.heard.last());
        let is_option = !field.kind.is_typed() && !field.kind.is_several() && !answer.starts_with('/');
        Some(if is_option { Event::Chosen(answer) } else { Event::Typed(Personal::new(answer)) })
    }

    fn note(&mut self) {
        let references = self.turn.state.filings.keys().map(ToString::to_string);
        let fresh: Vec<String> = references.filter(|reference| !self.filings.contains(reference)).collect();
        self.filings.extend(fresh);
        if let Some(filing) = self.turn.state.active() {
            let view = View::new(self.content, filing, self.venue.now());
            self.visits.note(&view, self.turn.place.asks.as_deref(), self.reached);
            self.reached = view.lifecycle();
        }
    }

    /// The text with `{filing 1}` and `{啊 × 5000}` filled in.
    fn filled(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for (number, reference) in (1..).zip(&self.filings) {
            filled = filled.replace(&format!("{{filing {number}}}"), reference);
        }
        let repeated = filled.strip_prefix('{').and_then(|rest| rest.strip_suffix('}'));
        let repeated = repeated.and_then(|inner| inner.split_once(" × "));
        match repeated.and_then(|(what, count)| Some((what, count.parse::<usize>().ok()?))) {
            Some((what, count)) => what.repeat(count.min(REPEAT_COUNT_MAX)),
            None => filled,
        }
    }

    // ---- comparing ---------------------------------------------------------------------------------

    async fn compare(&mut self, raw: &str, expect: &Expect, words: &mut Words) -> Result<(), EngineError> {
        let tickets;
        let place = &self.turn.place;
        let (written, happened) = match expect {
            Expect::Bot(pattern) => {
                self.compare_words(raw, pattern, words);
                return Ok(());
            }
            Expect::Not(words) => {
                let mut said = self.turn.heard.iter().map(|heard| self.shown(heard));
                match said.rfind(|said| says(said, words)) {
                    None => self.report.same(raw),
                    Some(said) => self.report.other(raw, format!("bot > {said}")),
                }
                return Ok(());
            }
            Expect::Asks(field) => (field, place.asks.as_deref()),
            Expect::Stage(stage) => (stage, Some(place.stage.as_str())),
            Expect::Type(kind) => (kind, place.filing_type.as_deref()),
            Expect::Closed(reason) => (reason, place.closed.as_deref()),
            Expect::Refused(reason) => {
                words.refusal_is_news = false;
                (reason, Some(self.turn.refused()))
            }
            Expect::Tickets(count) => {
                tickets = self.venue.engine().tickets().await?.len().to_string();
                (count, Some(tickets.as_str()))
            }
        };
        let happened = happened.unwrap_or("-");
        if written == happened {
            self.report.same(raw);
        } else {
            self.report.other(raw, format!("{} {happened}", expect.word()));
        }
        Ok(())
    }

    fn compare_words(&mut self, raw: &str, pattern: &str, words: &mut Words) {
        let said: Vec<String> = self.turn.heard.iter().map(|heard| self.shown(heard)).collect();
        if pattern == "-" {
            words.silence_is_news = false;
            return match said.last() {
                None => self.report.same(raw),
                Some(last) => self.report.other_words(raw, format!("bot > {last}")),
            };
        }
        let found = (words.next..said.len()).find(|at| !pattern.is_empty() && says(&said[*at], pattern));
        if let Some(at) = found {
            words.next = at;
            return self.report.same(raw);
        }
        let instead = self.turn.heard.get(words.next).map_or("-".to_owned(), |heard| self.opening(heard));
        words.next += 1;
        self.report.other_words(raw, format!("bot > {instead}"));
    }

    /// A message on one line: its words, then its buttons.
    fn shown(&self, heard: &Heard) -> String {
        let labels = heard.buttons.iter().map(|button| button.label.as_str());
        let buttons: String = labels.flat_map(|label| [" [", label, "]"]).collect();
        self.named(&(one_line(&heard.text) + &buttons))
    }

    /// The first line of what a message has to say, for a transcript to hold on to.
    fn opening(&self, heard: &Heard) -> String {
        let text = &heard.text;
        // A panel opens with where the filing stands; its question comes behind a blank line.
        let body = text.split_once("\n\n").map_or(text.as_str(), |(_, body)| body);
        let text = if heard.is_panel { body } else { text };
        let mut lines = text.lines().filter(|line| !line.trim().is_empty());
        let first = self.named(&one_line(lines.next().unwrap_or_default()));
        if lines.next().is_some() { first + " …" } else { first }
    }

    /// References are random: the transcript counts them.
    fn named(&self, text: &str) -> String {
        let name = |text: String, (number, reference): (usize, &String)| {
            text.replace(reference.as_str(), &format!("{{filing {number}}}"))
        };
        (1..).zip(&self.filings).fold(text.to_owned(), name)
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether the text contains the parts of the pattern in their order.
fn says(text: &str, pattern: &str) -> bool {
    let mut rest = text;
    pattern.split('…').map(str::trim).all(|part| match rest.split_once(part) {
        Some((_, after)) => {
            rest = after;
            true
        }
        None => false,
    })
}

#[cfg(test)]
mod tests {
    use super::says;

    #[test]
    fn a_pattern_holds_where_its_parts_stand_in_order() {
        assert!(says("the fee is 5 yuan [pay]", "fee … yuan … [pay]"));
        assert!(says("the fee is 5 yuan", "is 5"));
        assert!(!says("the fee is 5 yuan", "yuan … fee"));
    }
}
