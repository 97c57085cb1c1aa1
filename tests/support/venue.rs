//! A transcript's venue on Telegram: people in front of the fake server, the bot behind it, real HTTP between the two.
//!
//! Each act is what a person's client would send; what came of it is what the chat shows anew. Beside that the venue asks
//! the pure core what should have been said, and holds the chat to it: every word in order, every button, and the
//! state after it. The transcript is then compared with what was seen, message by message as the core said them: that
//! the channel puts several of them into one is thereby allowed and nothing else is.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::{Duration, Instant};

use beian::channel::telegram::{End, Service, Token};
use beian::clock::Clock;
use beian::config::{Config, LimitsConfig, TelegramLimits};
use beian::content::{Content, Language};
use beian::dialogue::{
    Around, Button, ButtonKind, Effect, Event, FileFacts, Message, Reference, State, Verdict, short_code,
    step,
};
use beian::engine::{ApplicantId, DueMoment, Engine, EngineError, LanguageHint, Settings};
use beian::store::MemStore;
use beian::store::vault::MasterKey;
use beian::transcript::{Heard, Offer, Played, Script, Told, Venue, perform_at};
use chrono::{DateTime, TimeDelta, Utc};

use crate::reading::{letters, read_out};
use crate::telegram::{Fake, Fault, Shown, TOKEN};

/// Far more than anything takes on a busy machine.
const LIMIT: Duration = Duration::from_secs(20);

/// How often the bot is looked at while it works.
const LOOK_EVERY: Duration = Duration::from_millis(1);

/// The account of the first person; the next ones follow.
const FIRST_ACCOUNT: i64 = 7001;

/// A transcript that was played on Telegram.
pub(crate) struct PlayedThere {
    /// The transcript beside what happened.
    pub(crate) played: Played,
    /// Where the chat showed something else than the core said, or the bot broke a rule of Telegram's.
    pub(crate) faults: Vec<String>,
}

/// Plays a transcript in a chat with a bot of its own.
pub(crate) async fn perform(script: &Script, content: &Arc<Content>) -> PlayedThere {
    let (head, fake) = (script.head(), Fake::start());
    let settings = Settings { edition: head.edition.clone(), team: head.team };
    let master = MasterKey::random().expect("there is randomness");
    let engine =
        Arc::new(Engine::new(Arc::new(MemStore::new()), master, Arc::clone(content), settings.clone()));
    let clock = Clock::frozen(head.at);
    let service = serve(&fake, &engine, &clock).await;
    let mut chatroom = Chatroom {
        fake: fake.clone(),
        service: &service,
        engine: Arc::clone(&engine),
        clock,
        settings,
        language: head.language,
        people: Vec::new(),
        seen: HashMap::new(),
        faults: Vec::new(),
    };
    let played = tokio::select! {
        played = perform_at(script, content, &mut chatroom) => played.expect("a store in memory does not fail"),
        ended = service.run() => panic!("the bot ended by itself: {ended:?}"),
    };
    let mut faults = chatroom.faults;
    faults.extend(fake.breaches());
    PlayedThere { played, faults }
}

async fn serve(fake: &Fake, engine: &Arc<Engine>, clock: &Clock) -> Service {
    let mut config = Config::default();
    fake.url().clone_into(&mut config.telegram.api_url);
    config.telegram.limits = TelegramLimits { per_chat_per_s: 0, per_group_per_min: 0, total_per_s: 0 };
    config.limits = LimitsConfig { per_user_burst: 0, per_user_per_s: 0 };
    let token = Token::parse(TOKEN).expect("the fake's token is one");
    let connected =
        Service::connect(&config, &token, Arc::clone(engine), clock.clone(), &End::new(), false).await;
    connected.expect("the fake answers").expect("nobody asks for the end")
}

struct Chatroom<'a> {
    fake: Fake,
    service: &'a Service,
    engine: Arc<Engine>,
    clock: Clock,
    settings: Settings,
    /// The language that the transcript takes as known. Telegram only hints at it, so the bot asks, and is answered.
    language: Option<Language>,
    /// Who talks, each with an account from [`FIRST_ACCOUNT`] on.
    people: Vec<String>,
    /// What each chat showed when it was last looked at.
    seen: HashMap<i64, Vec<Shown>>,
    faults: Vec<String>,
}

/// An act on its way.
struct Sent {
    update: i64,
    press: Option<Pressed>,
}

/// A press that waits for its answer.
struct Pressed {
    /// The answers before it.
    toast_count: usize,
    /// The button stands under the newest message, so it must do what it says.
    must_work: bool,
}

impl Venue for Chatroom<'_> {
    fn engine(&self) -> &Engine {
        &self.engine
    }

    fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    async fn happen(&mut self, who: &str, event: &Event) -> Result<Told, EngineError> {
        let user = self.account(who);
        let mut told = self.turn(user, event).await?;
        // Where the transcript takes the language as known, the bot's question for it is no turn of the transcript's.
        if let (Some(language), None) = (self.language, told.state.applicant.language)
            && told.state.active().is_some()
        {
            let chosen = self.turn(user, &Event::Chosen(language.id().to_owned())).await?;
            told.heard.extend(chosen.heard);
            told.state = chosen.state;
        }
        Ok(told)
    }

    async fn pass(&mut self, who: &str, length: TimeDelta) -> Result<Told, EngineError> {
        let to = self.now() + length;
        let mut heard = Vec::new();
        while let Some(first) = self.first_due(to).await? {
            self.clock.set(first.due.max(self.now()));
            heard.extend(self.remind().await?);
            assert_ne!(self.first_due(to).await?, Some(first), "a moment that came is over");
        }
        self.clock.set(to);
        let user = self.account(who);
        let state = self.state(user).await?;
        Ok(Told { heard, verdict: Verdict::Neither, state })
    }
}

impl Chatroom<'_> {
    /// The account of somebody, opened when they first speak.
    fn account(&mut self, who: &str) -> i64 {
        let at = self.people.iter().position(|known| known == who).unwrap_or_else(|| {
            self.people.push(who.to_owned());
            self.people.len() - 1
        });
        let user = FIRST_ACCOUNT + i64::try_from(at).expect("few people talk");
        self.fake.language(user, if self.language == Some(Language::En) { "en" } else { "zh-hans" });
        user
    }

    fn accounts(&self) -> Vec<i64> {
        (FIRST_ACCOUNT..).take(self.people.len()).collect()
    }

    async fn state(&self, user: i64) -> Result<State, EngineError> {
        Ok(self.engine.state(&ApplicantId::telegram(user)).await?.unwrap_or_else(State::new))
    }

    // ---- one turn ----------------------------------------------------------------------------------

    async fn turn(&mut self, user: i64, event: &Event) -> Result<Told, EngineError> {
        let before = self.state(user).await?;
        let sent = self.send(user, event, &before);
        assert!(self.fake.confirms(sent.update, LIMIT).await, "an update is confirmed: {event:?}");
        self.idle().await;
        let after = self.state(user).await?;
        let stale = match sent.press {
            Some(press) => self.answered(user, event, &press).await,
            None => None,
        };
        if let Some(words) = stale {
            let shown = self.news(user);
            if after != before || !shown.is_empty() {
                self.fault(format!("{event:?} was told to be out of date, and did something: {shown:#?}"));
            }
            let heard = vec![Heard { text: words, buttons: Vec::new(), is_panel: false }];
            return Ok(Told { heard, verdict: Verdict::Neither, state: after });
        }
        let fresh = after.filings.keys().find(|reference| !before.filings.contains_key(*reference));
        let language = if self.language == Some(Language::En) { Language::En } else { Language::ZhCn };
        let hint = LanguageHint { language: Some(language), chosen: false };
        let outcome = step(&before, event, &self.engine.content(), &self.around(hint, fresh.cloned()));
        let forgets = outcome.effects.contains(&Effect::Forget);
        if !forgets && after != outcome.state {
            self.fault(format!("{event:?} led to {after:#?}\nand not to {:#?}", outcome.state));
        }
        let heard = self.seen_as(user, &said(outcome.effects));
        Ok(Told { heard, verdict: outcome.verdict, state: outcome.state })
    }

    fn around(&self, hint: LanguageHint, fresh: Option<Reference>) -> Around {
        Around {
            now: self.now(),
            fresh: fresh.unwrap_or_else(|| Reference::from_random([0; 6])),
            edition: self.settings.edition.clone(),
            language: hint.language,
            language_chosen: hint.chosen,
            team: self.settings.team,
            often: Arc::default(),
        }
    }

    /// Waits until nothing is being done or said.
    async fn idle(&self) {
        let begin = Instant::now();
        while !self.service.is_idle() {
            assert!(begin.elapsed() < LIMIT, "the bot comes to rest");
            tokio::time::sleep(LOOK_EVERY).await;
        }
    }

    /// The words over an answered press: that the button is out of date.
    async fn answered(&mut self, user: i64, event: &Event, press: &Pressed) -> Option<String> {
        let toast = self.fake.toast_of(user, press.toast_count, LIMIT).await;
        let words = toast.unwrap_or_else(|| panic!("a press is answered: {event:?}")).text?;
        if press.must_work {
            self.fault(format!("{event:?} stands under the newest message and was answered with: {words}"));
        }
        let language = self.language.unwrap_or(Language::ZhCn);
        let expected = self.engine.content().texts.say(language, "toast-old-button", |_| None);
        if words != expected {
            self.fault(format!("a press was answered with `{words}` and not with `{expected}`"));
        }
        Some(words)
    }

    fn fault(&mut self, what: String) {
        self.faults.push(what);
    }

    // ---- doing -------------------------------------------------------------------------------------

    fn send(&mut self, user: i64, event: &Event, state: &State) -> Sent {
        let update = match event {
            Event::Arrived => self.fake.starts(user, ""),
            Event::Typed(text) => self.fake.say(user, text.expose()),
            Event::FileSent(facts) => self.send_file(user, facts),
            Event::Chosen(id) => return self.press(user, id, state),
            Event::Unread(_) | Event::Left | Event::Settled | Event::MomentCame { .. } => {
                panic!("no transcript does this: {event:?}")
            }
        };
        Sent { update, press: None }
    }

    /// A picture is sent as one, and everything else as a document.
    fn send_file(&self, user: i64, facts: &FileFacts) -> i64 {
        let Some(size) = facts.size else {
            self.fake.next("getFile", Fault::Json { status: 500, applied: false });
            return self.fake.document(user, b"%PDF-1.7", "scan.pdf");
        };
        let (head, name): (&[u8], _) = match facts.format {
            Some("jpg") => (&[0xff, 0xd8, 0xff, 0xe0], "scan.jpg"),
            Some("png") => (b"\x89PNG\r\n\x1a\n", "scan.png"),
            Some("gif") => (b"GIF89a", "scan.gif"),
            Some("pdf") => (b"%PDF-1.7", "scan.pdf"),
            // Its name says something else than its bytes.
            Some(_) | None => (b"PK\x03\x04", "scan.jpg"),
        };
        let mut bytes = head.to_vec();
        bytes.resize(usize::try_from(size).expect("it fits into memory"), 0);
        if facts.format == Some("jpg") {
            self.fake.photo(user, &bytes, "")
        } else {
            self.fake.document(user, &bytes, name)
        }
    }

    /// Presses the button of this option where it was last shown; one that was never shown is forged.
    fn press(&mut self, user: i64, id: &str, state: &State) -> Sent {
        let chat = self.fake.chat(user);
        let code = short_code(id);
        let carries = |data: &&str| data.split('.').nth(2) == Some(&code);
        let shown = |shown: &Shown| {
            let data = shown.data().into_iter().find(carries).map(str::to_owned)?;
            Some((shown.id, data))
        };
        let found = chat.iter().rev().find_map(shown);
        let newest = chat.last().map(|shown| shown.id);
        let must_work = found.as_ref().is_some_and(|(message, _)| Some(*message) == newest);
        let (message, data) = found.unwrap_or_else(|| forged(&chat, &code, state));
        let toast_count = self.fake.toasts(user).len();
        let update = self.fake.press(user, message, &data);
        Sent { update, press: Some(Pressed { toast_count, must_work }) }
    }

    // ---- looking -----------------------------------------------------------------------------------

    /// What the chat shows that it did not show before, in the order in which it came.
    fn news(&mut self, user: i64) -> Vec<Shown> {
        let now = self.fake.chat(user);
        let before = self.seen.insert(user, now.clone()).unwrap_or_default();
        let is_news = |shown: &Shown| match before.iter().find(|old| old.id == shown.id) {
            None => true,
            // Taking the buttons from an old message says nothing.
            Some(old) => {
                shown.html != old.html || (shown.buttons != old.buttons && !shown.buttons.is_empty())
            }
        };
        let mut news: Vec<Shown> = now.into_iter().filter(is_news).collect();
        news.sort_by_key(|shown| shown.edited_at.unwrap_or(shown.sent_at));
        news
    }

    /// What the chat shows anew, as the messages that were to be said; a difference is a fault.
    fn seen_as(&mut self, user: i64, said: &[Message]) -> Vec<Heard> {
        let news = self.news(user);
        match matched(&news, said) {
            Ok(heard) => heard,
            Err(difference) => {
                self.fault(difference);
                news.iter().map(as_shown).collect()
            }
        }
    }

    // ---- time --------------------------------------------------------------------------------------

    async fn first_due(&self, until: DateTime<Utc>) -> Result<Option<DueMoment>, EngineError> {
        let mut due = Vec::new();
        for user in self.accounts() {
            due.extend(self.engine.due(&ApplicantId::telegram(user), until).await?.into_iter().next());
        }
        Ok(due.into_iter().min())
    }

    /// Lets the moments come that have come.
    async fn remind(&mut self) -> Result<Vec<Heard>, EngineError> {
        let due = self.engine.due_behind(None, self.now()).await?;
        let mut expected = HashMap::new();
        for user in self.accounts() {
            expected.insert(user, (self.state(user).await?, Vec::new()));
        }
        for moment in due {
            let applicant = self.engine.whose(&moment).await?.expect("somebody waits for it");
            let user = applicant.telegram_user().expect("all talk on Telegram");
            let (state, messages) = expected.get_mut(&user).expect("all are known");
            let DueMoment { due, filing, timer, ordinal, .. } = moment;
            let event = Event::MomentCame { filing, timer, ordinal, due, unsaid: false, unread: false };
            let outcome =
                step(state, &event, &self.engine.content(), &self.around(LanguageHint::default(), None));
            messages.extend(said(outcome.effects));
            *state = outcome.state;
        }
        self.service.remind().await?;
        self.idle().await;
        let mut heard = Vec::new();
        for user in self.accounts() {
            let (state, messages) = expected.remove(&user).expect("all are known");
            heard.extend(self.seen_as(user, &messages));
            let after = self.state(user).await?;
            if after != state {
                self.fault(format!("a moment led to {after:#?}\nand not to {state:#?}"));
            }
        }
        Ok(heard)
    }
}

fn said(effects: Vec<Effect>) -> Vec<Message> {
    let say = |effect| match effect {
        Effect::Say(message) => Some(message),
        Effect::OpenTicket(_) | Effect::Asked { .. } | Effect::Forget => None,
    };
    effects.into_iter().filter_map(say).collect()
}

/// A press that nothing shown makes: of the filing in hand as it stands, under the newest message.
fn forged(chat: &[Shown], code: &str, state: &State) -> (i64, String) {
    let newest = chat.iter().rev().find(|shown| !shown.data().is_empty());
    let newest = newest.expect("something can be pressed");
    assert!(state.active().is_some(), "a filing is in hand");
    let mut parts: Vec<&str> = newest.data()[0].split('.').collect();
    parts[2] = code;
    (newest.id, parts.join("."))
}

/// What is shown, read as these messages in their order; else what differs.
fn matched(news: &[Shown], said: &[Message]) -> Result<Vec<Heard>, String> {
    let seen: Vec<Heard> = news.iter().map(as_shown).collect();
    let expected: Vec<Heard> = said.iter().map(Heard::from).collect();
    let all = |heard: &[Heard]| heard.iter().map(|heard| letters(&heard.text)).collect::<String>();
    if all(&seen) != all(&expected) {
        let texts = |heard: &[Heard]| {
            heard.iter().map(|heard| heard.text.clone()).collect::<Vec<_>>().join("\n\n----\n\n")
        };
        return Err(format!("the chat shows\n{}\nand the core said\n{}", texts(&seen), texts(&expected)));
    }
    let mut heard = Vec::new();
    let (mut rest, mut room) = (said.iter().zip(expected).peekable(), 0);
    for (shown, seen) in news.iter().zip(seen) {
        room += letters(&seen.text).len();
        let mut inside = Vec::new();
        while let Some((message, part)) = rest.next_if(|(_, part)| letters(&part.text).len() <= room) {
            room -= letters(&part.text).len();
            inside.push((message, part));
        }
        let below = below(&inside.iter().map(|(message, _)| *message).collect::<Vec<_>>());
        let buttons = named(shown, &below)?;
        heard.extend(inside.into_iter().map(|(_, part)| Heard { buttons: buttons.clone(), ..part }));
    }
    Ok(heard)
}

/// The buttons that belong below these messages when they stand in one.
fn below<'a>(messages: &[&'a Message]) -> Vec<&'a Button> {
    let mut below: Vec<&Button> = Vec::new();
    for button in messages.iter().flat_map(|message| &message.options) {
        if !below.iter().any(|known| known.id == button.id) {
            below.push(button);
        }
    }
    below
}

/// The buttons below a message by their options' ids, if they are just these.
fn named(shown: &Shown, below: &[&Button]) -> Result<Vec<Offer>, String> {
    let seen: Vec<(String, String)> = shown.buttons.iter().flatten().map(carried).collect();
    let expected = below.iter().map(|button| {
        let mark = match button.chosen {
            Some(true) => "✅ ",
            Some(false) => "⬜ ",
            None => "",
        };
        let carries = match button.kind {
            ButtonKind::Choice | ButtonKind::Nav => short_code(&button.id),
            ButtonKind::Link => button.id.clone(),
        };
        (carries, format!("{mark}{}", button.label))
    });
    let expected: Vec<(String, String)> = expected.collect();
    if seen != expected {
        return Err(format!("below `{}` stand {seen:?}\nand not {expected:?}", shown.text));
    }
    let offer = |button: &&Button| Offer { id: button.id.clone(), label: button.label.clone() };
    Ok(below.iter().map(offer).collect())
}

/// What a button carries, and what stands on it.
fn carried(button: &crate::telegram::Button) -> (String, String) {
    let code = button.data.as_deref().and_then(|data| data.split('.').nth(2)).map(str::to_owned);
    (code.or_else(|| button.url.clone()).unwrap_or_default(), button.text.clone())
}

fn as_shown(shown: &Shown) -> Heard {
    let buttons = shown.buttons.iter().flatten().map(carried);
    Heard {
        text: read_out(shown),
        buttons: buttons.map(|(id, label)| Offer { id, label }).collect(),
        is_panel: false,
    }
}
