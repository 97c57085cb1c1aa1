//! beian: a conversational guide through China's ICP filing (ICP备案) on Alibaba Cloud.
//!
//! Taste in one line: a dialogue is data, a decision is a pure function, everything else is a thin shell.
//!
//! # Words
//!
//! | word | Chinese | meaning |
//! |---|---|---|
//! | applicant | 申请人 | a person who talks to the bot |
//! | filing | 备案（订单） | one case; an applicant may have several; has a short readable reference |
//! | subject | 主体 / 主办者 | the person or organisation that runs the site |
//! | subject lead, site lead | 主体负责人, 网站负责人 | the two persons in charge |
//! | access provider | 接入服务商 | whose server it is; here Alibaba Cloud |
//! | administration | 通信管理局（管局） | the provincial communications administration |
//! | filing type | 备案类型 | `first`, `access`, `new-site-elsewhere`, `new-site-aliyun` |
//! | stage | 环节 | a station of a filing's life |
//! | field | 字段 | one thing to be answered within a stage |
//! | answer | 回答 | what is kept of a field: a value, skipped, or held back |
//! | panel | 面板 | the one message that shows where the filing stands and what is asked |
//! | rule | 规则 | a dated, sourced fact that steers the flow or an answer |
//! | edition | 规则版本 | the day whose rules hold: `current`, or `2019-09` |
//! | timer | 定时 | a moment at which the bot acts by itself |
//! | ticket | 工单 | a question handed to the support team |
//! | turn | 回合 | one event in, new state and effects out |
//! | inbox, outbox | 收件箱, 发件箱 | events that wait for their turn, and messages that wait to be sent |
//! | press | 按键 | a button pressed: good only while what it was shown under is what is asked |
//!
//! # Where to look
//!
//! - [`content`]: the dialogue files (`dialogues/`) become [`content::Content`], or all their faults at once.
//! - [`dialogue`]: the pure core. [`dialogue::View`] derives where a filing stands; [`dialogue::step`] makes a turn.
//! - [`proof`]: what holds of every filing there can be under these dialogues; nothing else is used.
//! - [`kind`]: the kinds of typed answers: what each accepts, why it refuses, what can be read from it.
//! - [`knowledge`]: what a question asks for and names, its dated, sourced answer, and what a message tells of a filing.
//! - [`rules`]: the provinces, the lists that checks look at, and the working days.
//! - [`engine`]: the one loop: load, step, commit, hand over. [`reload`]: dialogues that change while it runs.
//! - [`store`]: what must survive; [`store::vault`] seals what is personal.
//! - [`channel`]: JSON lines, the terminal and Telegram: bytes to events, messages to bytes.
//!   [`channel::telegram`] says how nothing is lost on the way.
//! - [`command`]: what the binary does; [`transcript`]: conversations as tests; [`graph`]: the flow as pictures.
//! - [`personal`], [`papers`], [`config`], [`clock`], [`telemetry`]: one place each for personal values, files,
//!   settings, time and logs.
//!
//! # Invariants
//!
//! - **derived**: no position, stage or type is stored; the same answers stand at the same question.
//! - **looks-back**: a condition depends only on what is asked before it; the check refuses anything else.
//! - **proved**: dialogues are used only once they are proved; see [`proof`].
//! - **total**: every event in every state gives a next state, and whatever an applicant does at least one message.
//! - **one-commit**: state, messages, timers, tickets and the event's id are written together or not at all.
//! - **committed-first**: an event is confirmed to its channel, and a message sent, only once that is on disk.
//! - **one-lane**: a person's turns are made one after another, and hold up nobody else's.
//! - **sealed**: whatever an applicant said is sealed before it reaches a store, and masked before it reaches a log.
//! - **no-clock**: time is an argument; only [`clock`] reads it.
//! - **no-words**: no sentence for an applicant and no rule of law stands in Rust.

#![forbid(unsafe_code)]

pub mod channel;
pub mod clock;
pub mod command;
pub mod config;
pub mod content;
pub mod dialogue;
pub mod engine;
pub mod graph;
pub mod kind;
pub mod knowledge;
pub mod papers;
pub mod personal;
pub mod proof;
pub mod reload;
pub mod rules;
pub mod store;
pub mod telemetry;
pub mod transcript;
