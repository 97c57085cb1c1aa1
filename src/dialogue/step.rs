//! One turn: an event in, the next state and what the shell must do out.

use std::cell::OnceCell;

use chrono::{DateTime, Utc};

use super::derive::{Position, Standing, View};
use super::event::{Around, Effect, Event, Message, Outcome, Role, Verdict};
use super::migrate::{Change, is_exit, met, migrate, since_seen};
use super::questions::{Asked, Asks};
use super::read;
use super::retention::is_announced;
use super::state::{Answer, Aside, Basis, Filing, Reference, State, Value, china_date};
use super::voice::Voice;
use crate::content::{Content, Language};

/// Longest text that is looked at, in characters: longer ones are refused in words.
const TYPED_CHARS_MAX: usize = 4096;

/// The next state of one applicant's dialogue, and what the shell must do about it.
///
/// Total: an answer that does not fit is met with a question, never with an error. `around.now` is the only clock
/// this function knows.
#[must_use]
pub fn step(state: &State, event: &Event, content: &Content, around: &Around) -> Outcome {
    let mut turn = Turn::new(state, content, around);
    let before = turn.glance(state);
    if event.is_of_applicant() {
        turn.state.applicant.away = false;
        turn.say_news();
    }
    if event.is_of_applicant() && *event != Event::Arrived {
        turn.earlier = turn.state.applicant.asked.take();
    }
    let open = match &turn.state.applicant.aside {
        Some(Aside::Told(told)) => Some(told.clone()),
        Some(_) | None => None,
    };
    match event {
        Event::Arrived => {}
        Event::Typed(text) => turn.typed(text.expose()),
        Event::Chosen(id) => turn.chosen(id),
        Event::FileSent(facts) => turn.file(facts),
        Event::Unread(what) => turn.say(Role::Info, what.text(), &[]),
        Event::Left => {
            turn.leave();
            return turn.outcome();
        }
        Event::Settled => {
            turn.settle_moments();
            return turn.outcome();
        }
        Event::MomentCame { filing, timer, ordinal, due, unsaid, unread } => {
            turn.moment(filing, timer, *ordinal, *due, [*unsaid, *unread]);
            return turn.outcome();
        }
    }
    if let Some(told) = open {
        turn.keep_told(told, state);
    }
    turn.settle(&before, *event == Event::Arrived);
    turn.outcome()
}

/// The panel as it stands, for somebody who comes back: nothing is changed.
#[must_use]
pub fn arrive(state: &State, content: &Content, around: &Around) -> Vec<Message> {
    let mut turn = Turn::new(state, content, around);
    turn.say_news();
    turn.say_panel(false);
    let say = |effect| match effect {
        Effect::Say(message) => Some(message),
        Effect::OpenTicket(_) | Effect::Asked { .. } | Effect::Forget => None,
    };
    turn.effects.into_iter().filter_map(say).collect()
}

/// Whether something else is asked than the applicant was asked last, because the dialogues or the rules of the day are
/// others; or the filing is to be erased unless they come back.
#[must_use]
pub fn is_behind(state: &State, content: &Content, now: DateTime<Utc>) -> bool {
    let Some(filing) = state.active() else { return false };
    let mut filing = filing.clone();
    migrate(&mut filing, content, now);
    let view = View::new(content, &filing, now);
    has_moved(&view) || content.timers.iter().any(|timer| is_announced(view.filing, timer))
}

/// Whether another question stands there than the applicant was asked last.
fn has_moved(view: &View<'_>) -> bool {
    view.filing.seen.as_ref().is_some_and(|seen| {
        let known = seen.content == view.content.version && seen.on == china_date(view.now);
        let asks = Voice::new(view, Language::ZhCn).asks();
        !known && asks.is_some() && asks != seen.asks
    })
}

/// The working state of one turn.
#[expect(clippy::struct_excessive_bools, reason = "each is a mark that another part of the turn sets")]
pub(super) struct Turn<'a> {
    pub(super) content: &'a Content,
    pub(super) around: &'a Around,
    pub(super) state: State,
    /// Where the filing in hand stands, until that filing changes.
    position: OnceCell<Position>,
    pub(super) effects: Vec<Effect>,
    pub(super) verdict: Verdict,
    /// The field whose answer was stored in this turn.
    pub(super) changed: Option<usize>,
    /// Nothing more is said about where the filing stands.
    pub(super) quiet: bool,
    /// The conversation begins with this turn.
    pub(super) fresh: bool,
    /// What other dialogues or another day made of the filing in hand, until it is said.
    pub(super) news: Vec<Change>,
    /// Other dialogues or another day brought a gate: whether it closes the filing, until it is said.
    pub(super) met: Option<bool>,
    /// The question is another one than the applicant was asked last.
    pub(super) moved: bool,
    /// What the applicant asked just before.
    pub(super) earlier: Option<Asked>,
    /// What is typed is an answer, whatever it looks like.
    pub(super) insists: bool,
    /// It was said whether what was told is right.
    pub(super) told_is_settled: bool,
    /// What was announced to be erased shall be: to say so is no visit.
    pub(super) lets_go: bool,
}

impl<'a> Turn<'a> {
    fn new(state: &State, content: &'a Content, around: &'a Around) -> Self {
        let state = state.clone();
        let mut turn = Self {
            content,
            around,
            state,
            position: OnceCell::new(),
            effects: Vec::new(),
            verdict: Verdict::Neither,
            changed: None,
            quiet: false,
            fresh: false,
            news: Vec::new(),
            met: None,
            moved: false,
            earlier: None,
            insists: false,
            told_is_settled: false,
            lets_go: false,
        };
        for filing in turn.state.filings.values_mut() {
            migrate(filing, content, around.now);
        }
        if turn.state.active().is_some() {
            turn.look_back();
        } else if let Some(reference) = turn.state.filings.keys().next_back().cloned() {
            turn.take_in_hand(reference);
        } else {
            turn.begin();
            turn.fresh = true;
        }
        turn
    }

    /// Looks what changed for the filing in hand since its applicant was last answered.
    fn look_back(&mut self) {
        let (news, moved, met) = {
            let view = self.view();
            match &view.filing.seen {
                Some(seen) if seen.content != self.content.version || seen.on != china_date(view.now) => {
                    let before = seen.gate.as_deref();
                    let met = before.and_then(|id| met(&view, id, is_exit(self.content, id)));
                    (since_seen(&view), has_moved(&view), met.map(|(_, closes)| closes))
                }
                Some(_) | None => (Vec::new(), false, None),
            }
        };
        self.met = met;
        self.news = news;
        self.moved = moved;
    }

    fn outcome(mut self) -> Outcome {
        self.forget_position();
        Outcome { state: self.state, effects: self.effects, verdict: self.verdict }
    }

    /// Begins a filing and puts it in hand. Language and consent carry over from the one before.
    pub(super) fn begin(&mut self) {
        let mut filing = Filing::new(self.around.fresh.clone(), &self.around.edition, self.around.now);
        if let Some(earlier) = self.state.active() {
            for id in ["language", "consent"] {
                if let Some(answer) = earlier.answers.get(id) {
                    filing.answers.insert(id.to_owned(), answer.clone());
                }
            }
        } else if self.around.language_chosen
            && let Some(language) = self.around.language
        {
            self.state.applicant.language = Some(language);
            let value = Value::One(language.id().to_owned());
            filing
                .answers
                .insert("language".to_owned(), self.answer(value, Basis::default(), 0, &filing.edition));
        }
        let reference = filing.reference.clone();
        self.state.filings.insert(reference.clone(), filing);
        self.take_in_hand(reference);
    }

    /// Goes over to another filing.
    pub(super) fn take_in_hand(&mut self, reference: Reference) {
        self.forget_position();
        self.state.applicant.active = Some(reference);
        self.look_back();
    }

    pub(super) fn answer(&self, value: Value, basis: Basis, revision: u64, edition: &str) -> Answer {
        Answer {
            value,
            at: self.around.now,
            revision,
            content: self.content.version.clone(),
            edition: edition.to_owned(),
            basis,
            reopened: None,
        }
    }

    pub(super) fn language(&self) -> Language {
        self.state.applicant.language.or(self.around.language).unwrap_or(Language::ZhCn)
    }

    /// The filing in hand.
    pub(super) fn filing(&self) -> &Filing {
        self.state.active().expect("a turn begins a filing where there is none")
    }

    /// The filing in hand, to be changed: where it stands is derived anew.
    pub(super) fn filing_mut(&mut self) -> &mut Filing {
        self.forget_position();
        let State { applicant, filings } = &mut self.state;
        let reference = applicant.active.as_ref().expect("a turn begins a filing where there is none");
        filings.get_mut(reference).expect("the filing in hand is one of the applicant's")
    }

    /// Where the filing in hand stands is derived anew at the next look.
    fn forget_position(&mut self) {
        let Some(position) = self.position.take() else { return };
        let stands = |filing| View::new(self.content, filing, self.around.now).stands_at(&position);
        debug_assert!(
            self.state.active().is_none_or(stands),
            "whatever changes the filing in hand asks for it to be changed"
        );
    }

    /// The filing in hand, looked at: derived once between two changes.
    pub(super) fn view(&self) -> View<'_> {
        let (content, filing, now) = (self.content, self.filing(), self.around.now);
        let position = self.position.get_or_init(|| View::new(content, filing, now).into_position());
        View::again(content, filing, now, position)
    }

    pub(super) fn say(&mut self, role: Role, id: &str, own: &[(&str, String)]) {
        let message = {
            let view = self.view();
            let said: Vec<String> =
                self.spoken().iter().map(|language| Voice::new(&view, *language).say_with(id, own)).collect();
            Voice::new(&view, self.language()).message(role, said.join("\n\n"))
        };
        self.effects.push(Effect::Say(message));
    }

    /// The languages to speak in: every one, until one is chosen or the channel knows it.
    pub(super) fn spoken(&self) -> &'static [Language] {
        Language::spoken(self.state.applicant.language.or(self.around.language))
    }

    // ---- what the applicant does -------------------------------------------------------------------

    fn typed(&mut self, text: &str) {
        let text = text.trim();
        if text.chars().nth(TYPED_CHARS_MAX).is_some() {
            let asked = self.asked();
            return self.refuse(asked, "too-long", &[("limit", TYPED_CHARS_MAX.to_string())]);
        }
        if let Some(command) = text.strip_prefix('/').or_else(|| text.strip_prefix('／')) {
            return self.command(command);
        }
        if self.typed_keep(text) {
            return;
        }
        if let Some(aside) = self.state.applicant.aside.take() {
            if self.typed_aside(&aside, text) {
                return;
            }
            // Whoever looks for an answer to change, or for a time, does not mean to give one.
            if matches!(aside, Aside::Snooze(_)) && !text.is_empty() && !self.is_answer(text) {
                match self.word(text).as_deref() {
                    Some("nav.back") => return,
                    Some(_) => {}
                    None if read::is_question(&self.view(), text) => {}
                    None => {
                        self.state.applicant.aside = Some(aside);
                        return self.say(Role::Info, "snooze-how", &[]);
                    }
                }
            }
            if aside == Aside::Edit && !text.is_empty() && self.word(text).is_none() {
                self.state.applicant.aside = Some(aside);
                return self.say(Role::Info, "edit-unmatched", &[]);
            }
        }
        if text.is_empty() {
            return;
        }
        if let Some(word) = self.word(text) {
            return self.nav(&word);
        }
        if let Some(act) = self.reminder_button(text) {
            return self.about_reminder(act);
        }
        if self.has_moved() {
            return;
        }
        if let Some(topic) = self.topic_numbered(text) {
            return self.ask_topic(&topic);
        }
        let standing = self.view().standing;
        match standing {
            Standing::Ask { field, .. } => self.typed_answer(field, text),
            Standing::Stop { .. } => {
                let solved = self.reads_as_solved(text);
                if solved {
                    self.solve();
                } else if !self.small_talk(text) && !self.question(text, Asks::Surely) {
                    self.refuse(None, "not-an-option", &[]);
                }
            }
            Standing::Closed { .. } | Standing::Rest => {
                if !self.small_talk(text) && !self.question(text, Asks::Surely) {
                    self.say(Role::Info, "nothing-asked", &[]);
                }
            }
        }
    }

    /// Whether a text is one of the answers to choose from, in words.
    fn is_answer(&self, text: &str) -> bool {
        let Some(number) = self.asked() else { return false };
        let field = &self.content.fields[number];
        let is_number = text.chars().all(|char| char.is_ascii_digit());
        let view = self.view();
        let folded = read::folded(text);
        !is_number && self.option_ids(number).iter().any(|id| read::names(&view, field, id).contains(&folded))
    }

    fn reads_as_solved(&self, text: &str) -> bool {
        let view = self.view();
        let folded = read::folded(text);
        let says = |id| read::says(&view, id, &folded);
        let on_the_button = |language| read::folded(&Voice::new(&view, language).say("solved")) == folded;
        text == "1"
            || text == "solved"
            || says("words-solved")
            || Language::ALL.into_iter().any(on_the_button)
    }

    fn chosen(&mut self, id: &str) {
        if id.starts_with("nav.") {
            return self.nav(id);
        }
        // A button answers the side question only where it stands under it: what erases has a button of its own.
        if let Some(aside) = self.state.applicant.aside.take()
            && aside == Aside::Cancel
            && self.typed_aside(&aside, id)
        {
            return;
        }
        if self.has_moved() {
            return;
        }
        let standing = self.view().standing;
        match standing {
            Standing::Ask { field, .. } if self.option_ids(field).iter().any(|known| known == id) => {
                if self.content.fields[field].kind.is_several() {
                    self.tick(field, id);
                } else {
                    self.choose(field, id);
                }
            }
            Standing::Stop { .. } if id == "solved" => self.solve(),
            Standing::Ask { field, .. } => {
                self.say(Role::Info, "old-button", &[]);
                let field = self.content.fields[field].id.clone();
                self.verdict = Verdict::Refused { field, reason: "not-an-option".to_owned() };
            }
            Standing::Stop { .. } | Standing::Closed { .. } | Standing::Rest => {
                self.say(Role::Info, "old-button", &[]);
            }
        }
    }
}
