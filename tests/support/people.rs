//! People who talk to the real bot, and what they can tell from its buttons.
//!
//! A [`Town`] is a server, a home and a running bot; when it ends, nothing may have been asked of the server that no
//! correct bot asks, and nothing may have panicked. A [`Person`] acts and waits for what follows: the buttons of a panel
//! count the turns, so a turn is over once a panel of another one is there.

#![allow(dead_code, reason = "each test uses a part of the support")]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicI64, Ordering};

use beian::dialogue::short_code;
use serde_json::Value;

use crate::binary::{self, Robot};
use crate::serve::{Bot, Home, LIMIT, UNLIMITED, block_on, until};
use crate::telegram::{Fake, Shown, Toast};

/// A server, a home, a bot, and whoever comes by.
pub(crate) struct Town {
    pub(crate) fake: Fake,
    pub(crate) home: Home,
    bot: Option<Bot>,
    next: AtomicI64,
}

impl Town {
    /// A bot without limits.
    pub(crate) fn open() -> Self {
        Self::with("", |home| home)
    }

    /// A bot with further keys under `[telegram]`, in a home that is furnished first.
    pub(crate) fn with(telegram: &str, furnish: impl FnOnce(Home) -> Home) -> Self {
        let fake = Fake::start();
        fake.record(true);
        let home = furnish(Home::with(&fake, telegram, UNLIMITED));
        let bot = Some(home.serve());
        Self { fake, home, bot, next: AtomicI64::new(7_004_000_001) }
    }

    /// Somebody new.
    pub(crate) fn person(&self) -> Person<'_> {
        Person { town: self, id: self.next.fetch_add(1, Ordering::Relaxed) }
    }

    /// Somebody new whose client speaks this language; empty: it does not say.
    pub(crate) fn speaker(&self, code: &str) -> Person<'_> {
        let person = self.person();
        self.fake.language(person.id, code);
        person
    }

    /// Starts the bot again, killed where it still runs.
    pub(crate) fn restart(&mut self) {
        if let Some(bot) = self.bot.take() {
            bot.kill();
        }
        self.bot = Some(self.home.serve());
    }

    /// Stops the bot as a supervisor does.
    pub(crate) fn stop(&mut self) {
        let (ended, _) = self.bot.take().expect("it runs").stop();
        assert!(ended.success(), "{ended}: {}", self.home.log());
    }

    pub(crate) fn is_running(&mut self) -> bool {
        self.bot.as_mut().is_some_and(Bot::is_running)
    }

    /// Waits until every update so far is confirmed.
    pub(crate) fn drain(&self) {
        assert!(block_on(self.fake.drained(LIMIT)), "{} updates are left", self.fake.pending());
    }
}

impl Drop for Town {
    fn drop(&mut self) {
        drop(self.bot.take());
        if !std::thread::panicking() {
            assert_eq!(self.fake.breaches(), Vec::<String>::new());
            let log = self.home.log();
            assert!(!log.contains("panicked"), "{log}");
        }
    }
}

/// Somebody at their own chat.
#[derive(Clone, Copy)]
pub(crate) struct Person<'a> {
    pub(crate) town: &'a Town,
    pub(crate) id: i64,
}

impl<'a> Person<'a> {
    pub(crate) fn fake(&self) -> &'a Fake {
        &self.town.fake
    }

    /// Does something, and waits for the panel of another turn than any before.
    pub(crate) fn does<T>(&self, act: impl FnOnce(&Fake) -> T) -> Shown {
        let before = turns(&self.chat());
        act(self.fake());
        let another = |seen: &[Shown]| !turns(seen).is_subset(&before);
        let seen = until(self.fake(), self.id, "the panel of another turn", another);
        newest_panel(&seen).expect("there is a panel")
    }

    /// Comes with `/start`, and chooses Chinese.
    pub(crate) fn starts(&self) -> Shown {
        self.does(|fake| fake.starts(self.id, ""));
        self.chooses("zh-CN")
    }

    /// The same, in English.
    pub(crate) fn starts_in_english(&self) -> Shown {
        self.does(|fake| fake.starts(self.id, ""));
        self.chooses("en")
    }

    pub(crate) fn says(&self, text: &str) -> Shown {
        self.does(|fake| fake.say(self.id, text))
    }

    /// Presses the option of this id on the newest panel.
    pub(crate) fn chooses(&self, option: &str) -> Shown {
        let panel = self.panel();
        self.presses(&panel, option)
    }

    /// Presses the option of this id under a message, and waits for its answer and the panel.
    pub(crate) fn presses(&self, shown: &Shown, option: &str) -> Shown {
        let (data, toasts) = (option_data(shown, option), self.fake().toasts(self.id).len());
        let panel = self.does(|fake| fake.press(self.id, shown.id, &data));
        assert!(block_on(self.fake().toast_of(self.id, toasts, LIMIT)).is_some(), "it is not answered");
        panel
    }

    /// Presses a button that is there no more, or never was; gives the answer that pops up.
    pub(crate) fn presses_in_vain(&self, message: i64, data: &str) -> Toast {
        let before = self.fake().toasts(self.id).len();
        self.fake().press(self.id, message, data);
        let toast = block_on(self.fake().toast_of(self.id, before, LIMIT));
        toast.expect("every press is answered")
    }

    pub(crate) fn chat(&self) -> Vec<Shown> {
        self.fake().chat(self.id)
    }

    /// The panel that was sent or changed last.
    pub(crate) fn panel(&self) -> Shown {
        newest_panel(&self.chat()).expect("there is a panel")
    }

    /// The newest message.
    pub(crate) fn last(&self) -> Shown {
        self.fake().last(self.id).expect("something was said")
    }

    /// What the newest panel asks.
    pub(crate) fn asked(&self) -> String {
        asks(&self.panel())
    }

    /// Everything kept of this person, as they are shown it.
    pub(crate) fn data(&self) -> String {
        let sent = self.fake().sent(self.id);
        self.says("/mydata");
        let said: Vec<String> = self.chat().into_iter().skip(sent).map(|shown| shown.text).collect();
        said[..said.len() - 1].join("\n")
    }

    /// Answers with the robot until this field is asked; empty: to the end.
    pub(crate) fn goes_to(&self, robot: &mut Robot, field: &str) -> Shown {
        let mut panel = self.panel();
        for _ in 0..200 {
            let asked = asks(&panel);
            if asked == field {
                return panel;
            }
            assert_ne!(asked, "", "`{field}` is never asked");
            for line in robot.reply(&asked) {
                panel = self.line(&panel, &line);
            }
            let again = asks(&panel);
            assert_ne!((&asked, asked == "filing.stop"), (&again, false), "not taken: {}", panel.text);
        }
        panic!("no end after 200 answers, at {:?}", panel.text);
    }

    fn line(&self, panel: &Shown, line: &Value) -> Shown {
        match (line["choose"].as_str(), line["text"].as_str()) {
            (Some(option), _) => self.presses(panel, option),
            (None, Some(text)) => self.says(text),
            (None, None) => panic!("a robot chooses or types: {line}"),
        }
    }
}

/// Somebody who files for a company in Zhejiang, and answers as few questions as can be.
pub(crate) fn company() -> Robot {
    Robot::new(&[("subject.kind", "enterprise"), ("site-lead.same", "yes")])
}

/// The parts of what a button carries: filing, revision, what is asked, option, turn.
pub(crate) struct Carried {
    pub(crate) filing: String,
    pub(crate) revision: u64,
    pub(crate) asks: String,
    pub(crate) option: String,
    pub(crate) turn: u64,
}

impl Carried {
    pub(crate) fn read(data: &str) -> Self {
        let (filing, rest) = data.strip_prefix('1').expect("it is of our writing").split_at(6);
        let parts: Vec<&str> = rest.split('.').collect();
        let [revision, asks, option, turn] = parts[..] else { panic!("{data} has not four parts") };
        let number = |digits: &str| u64::from_str_radix(digits, 36).expect("a number");
        Self {
            filing: filing.to_owned(),
            revision: number(revision),
            asks: asks.to_owned(),
            option: option.to_owned(),
            turn: number(turn),
        }
    }
}

/// What the first of a message's buttons carries.
pub(crate) fn carried(shown: &Shown) -> Option<Carried> {
    shown.data().first().map(|data| Carried::read(data))
}

/// The turns whose panels are shown.
fn turns(seen: &[Shown]) -> BTreeSet<u64> {
    seen.iter().filter_map(carried).map(|carried| carried.turn).collect()
}

fn newest_panel(seen: &[Shown]) -> Option<Shown> {
    let panels = seen.iter().filter(|shown| !shown.buttons.is_empty());
    panels.max_by_key(|shown| shown.edited_at.unwrap_or(shown.sent_at)).cloned()
}

/// The field that a panel asks; empty: none.
pub(crate) fn asks(shown: &Shown) -> String {
    static CODES: OnceLock<BTreeMap<String, String>> = OnceLock::new();
    let codes = CODES.get_or_init(|| {
        let known = binary::fields().keys().map(String::as_str).chain(["filing.stop", ""]);
        known.map(|id| (short_code(id), id.to_owned())).collect()
    });
    let carried = carried(shown).unwrap_or_else(|| panic!("no buttons under {:?}", shown.text));
    codes.get(&carried.asks).cloned().unwrap_or_else(|| panic!("{:?} asks no field", shown.text))
}

/// What the button of this option carries.
pub(crate) fn option_data(shown: &Shown, option: &str) -> String {
    let code = short_code(option);
    let data = shown.data().into_iter().find(|data| Carried::read(data).option == code);
    data.unwrap_or_else(|| panic!("no `{option}` among {:?} under {:?}", labels(shown), shown.text))
        .to_owned()
}

/// The labels of the buttons, row by row.
pub(crate) fn labels(shown: &Shown) -> Vec<Vec<&str>> {
    shown.buttons.iter().map(|row| row.iter().map(|button| button.text.as_str()).collect()).collect()
}

/// The label of this option.
pub(crate) fn label(shown: &Shown, option: &str) -> String {
    let data = option_data(shown, option);
    let mut buttons = shown.buttons.iter().flatten();
    let button = buttons.find(|button| button.data.as_ref() == Some(&data));
    button.expect("its data was found").text.clone()
}
