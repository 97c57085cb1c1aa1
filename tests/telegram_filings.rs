//! Seven people and their filings on Telegram, through the real binary: the same journeys as in the terminal, by what a
//! person sees and presses alone, with the bot killed once on the way; the same dossiers come of them.

#[path = "support/binary.rs"]
mod binary;
#[path = "support/reading.rs"]
mod reading;
#[path = "support/serve.rs"]
mod serve;
#[path = "support/telegram/mod.rs"]
mod telegram;

use std::collections::HashMap;
use std::sync::OnceLock;

use beian::dialogue::short_code;
use binary::{Chat, Random, Robot, answer_of, fields, folder};
use chrono::{DateTime, Days};
use reading::{letters, read_out};
use serde_json::Value;
use serve::{Bot, Home, LIMIT, UNLIMITED, block_on, until};
use telegram::{Fake, Shown};

/// The first of them; the next ones follow.
const FIRST_ACCOUNT: i64 = 7001;

/// More acts than any of them takes.
const ACT_COUNT_MAX: usize = 400;

/// Who files, as answers by field.
type Answers = &'static [(&'static str, &'static str)];

/// The journeys of `tests/personas.rs`, each with the edition that it is left out of and the type that comes of it.
/// `-N` at a date is that many days ago.
const JOURNEYS: [(Answers, Option<&str>, &str); 8] = [
    (&[("subject.kind", "enterprise"), ("subject.province", "杭州"), ("channel", "pc")], None, "first"),
    (&[("subject.kind", "sole-trader"), ("subject.province", "44"), ("channel", "app")], None, "first"),
    (
        &[
            ("subject.kind", "enterprise"),
            ("subject.province", "深圳"),
            ("subject-lead.document", "hk-mo-travel-permit"),
            ("site-lead.same", "no"),
        ],
        None,
        "first",
    ),
    (
        &[
            ("subject.kind", "individual"),
            ("subject.province", "上海"),
            ("subject.certificate", "hk-mo-travel-permit"),
        ],
        None,
        "first",
    ),
    (
        &[
            ("subject.kind", "enterprise"),
            ("subject.province", "北京"),
            ("subject.filed", "elsewhere"),
            ("site.content", "news"),
        ],
        None,
        "new-site-elsewhere",
    ),
    (
        &[
            ("subject.kind", "enterprise"),
            ("subject.province", "33"),
            ("subject.filed", "elsewhere"),
            ("domain.filed", "same-elsewhere"),
            ("site.opened-on", "-40"),
        ],
        Some("2019-09"),
        "access",
    ),
    (
        &[("consent", "decline"), ("subject.kind", "enterprise"), ("site-lead.same", "no")],
        Some("2019-09"),
        "first",
    ),
    (
        &[("consent", "decline"), ("subject.kind", "individual"), ("site-lead.same", "no")],
        Some("2019-09"),
        "first",
    ),
];

#[test]
fn whoever_files_on_telegram_under_the_rules_of_2019_comes_to_the_same_end() {
    file_all("2019-09", 0);
}

#[test]
fn whoever_files_on_telegram_today_comes_to_the_same_end() {
    file_all("current", 1);
}

/// Plays the journeys of an edition one after the other, the languages in turn, with one bot.
fn file_all(edition: &str, first_language: usize) {
    let fake = Fake::start();
    let home = Home::new(&fake, &format!("[rules]\nedition = \"{edition}\"\n{UNLIMITED}"));
    let mut bot = home.serve();
    let mut walks = Vec::new();
    let journeys = JOURNEYS.iter().filter(|(_, never, _)| *never != Some(edition));
    for (number, (answers, _, filing_type)) in journeys.enumerate() {
        let language = ["zh-CN", "en"][(number + first_language) % 2];
        let expected = in_the_terminal(edition, answers, language);
        assert_eq!(expected.dossier["type"], *filing_type, "{answers:?}");
        let mut person = Person {
            fake: &fake,
            user: FIRST_ACCOUNT + i64::try_from(number).expect("few people file"),
            robot: robot(answers, language, &expected.today),
            random: Random(number as u64),
        };
        bot = person.walk(&home, bot);
        person.compare(&expected);
        walks.push((person.filing(), expected.dossier));
    }
    assert_eq!(fake.breaches(), Vec::<String>::new());
    let (ended, _) = bot.stop();
    assert!(ended.success(), "{ended}\n{}", home.log());
    for (filing, expected) in walks {
        assert_eq!(dossier(&home, &filing), expected, "of {filing}");
    }
}

fn robot(answers: Answers, language: &'static str, today: &str) -> Robot {
    let mut robot = Robot::new(&[("language", language), ("site.opened-on", "-1")]);
    robot.table.extend(answers.iter().map(|(field, value)| ((*field).to_owned(), (*value).to_owned())));
    let opened = robot.table.get_mut("site.opened-on").expect("it stands there");
    let today: DateTime<chrono::FixedOffset> = today.parse().expect("a time");
    let ago = opened.trim_start_matches('-').parse().expect("a number of days");
    *opened = (today.date_naive() - Days::new(ago)).to_string();
    robot
}

// ---- what is to come of it ---------------------------------------------------------------------------

/// A journey as it goes in the terminal.
struct Expected {
    asked: Vec<String>,
    /// The last panel, without the reference.
    end: String,
    /// What `/dossier` says, without the reference.
    shown_dossier: String,
    dossier: Value,
    today: String,
}

fn in_the_terminal(edition: &str, answers: Answers, language: &'static str) -> Expected {
    let home = folder();
    let chat = Chat { home: home.path().to_owned(), args: Vec::new(), log: None }.edition(edition);
    let mut talk = chat.start();
    let first = talk.first.clone();
    let today = first.end["now"].as_str().expect("every end line names the time").to_owned();
    let mut robot = robot(answers, language, &today);
    let end = talk.play(&mut robot, first, |_| false);
    assert_eq!(end.stage(), "complete", "{:?}", end.end);
    let shown = talk.text("/dossier");
    assert!(talk.finish().success());
    let data = binary::data(home.path());
    let path = data.to_str().expect("a path of letters");
    let (code, out, error) =
        answer_of(home.path(), &["dossier", end.filing(), "--format", "json", "--data", path]);
    assert_eq!(code, 0, "{error}");
    let last = end.messages.last().and_then(|panel| panel["text"].as_str()).expect("a panel");
    Expected {
        asked: robot.asked,
        end: unnamed(last, end.filing()),
        shown_dossier: unnamed(&shown.text(), end.filing()),
        dossier: nameless(&out),
        today,
    }
}

/// The letters of a text, without the reference: it is drawn at random.
fn unnamed(text: &str, filing: &str) -> String {
    letters(&text.replace(filing, "REF"))
}

fn dossier(home: &Home, filing: &str) -> Value {
    let output = home.command(&["dossier", filing, "--format", "json"]).output().expect("the binary runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    nameless(&String::from_utf8_lossy(&output.stdout))
}

fn nameless(dossier: &str) -> Value {
    let mut dossier: Value = serde_json::from_str(dossier).expect("the dossier is JSON");
    assert_eq!(dossier["complete"], true, "{dossier}");
    dossier["filing"] = Value::Null;
    dossier
}

// ---- on Telegram -------------------------------------------------------------------------------------

/// Somebody with an account.
struct Person<'a> {
    fake: &'a Fake,
    user: i64,
    robot: Robot,
    random: Random,
}

/// What a button carries, as far as it can be read from outside.
struct Carried<'a> {
    filing: &'a str,
    asks: &'a str,
    option: &'a str,
    turn: u64,
}

fn carried(data: &str) -> Carried<'_> {
    let rest = data.strip_prefix('1').expect("the first writing");
    let (filing, rest) = rest.split_at(6);
    let parts: Vec<&str> = rest.split('.').collect();
    let turn = u64::from_str_radix(parts[3], 36).expect("turns are counted");
    Carried { filing, asks: parts[1], option: parts[2], turn }
}

/// The newest message with buttons, and what the first of them carries.
fn panel(seen: &[Shown]) -> Option<(&Shown, Carried<'_>)> {
    let shown = seen.iter().rev().find(|shown| !shown.data().is_empty())?;
    Some((shown, carried(shown.data()[0])))
}

/// Which field a short code stands for.
fn field_of(code: &str) -> Option<&'static str> {
    static CODES: OnceLock<HashMap<String, &'static str>> = OnceLock::new();
    let codes = CODES.get_or_init(|| fields().keys().map(|id| (short_code(id), id.as_str())).collect());
    (code != short_code("")).then(|| *codes.get(code).expect("what is asked is a field"))
}

/// The labels of the field's own options, in order.
fn choices(shown: &Shown, asks: &str) -> Vec<String> {
    let options: Vec<String> = fields()[asks]["options"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|option| short_code(option.as_str().or(option["id"].as_str()).expect("an option has an id")))
        .collect();
    let own = shown.buttons.iter().flatten().filter(|button| {
        button.data.as_deref().is_some_and(|data| options.iter().any(|code| carried(data).option == code))
    });
    own.map(|button| button.text.clone()).collect()
}

impl Person<'_> {
    /// From hello to the end. The bot is killed once on the way, with an act before it that may be done or not.
    fn walk(&mut self, home: &Home, bot: Bot) -> Bot {
        let mut bot = Some(bot);
        let kill_at = 5 + self.random.below(30);
        self.fake.starts(self.user, "");
        let mut turn = self.wait_for(0);
        for act in 0..ACT_COUNT_MAX as u64 {
            let seen = self.fake.chat(self.user);
            let (shown, carried) = panel(&seen).expect("a panel is shown");
            let Some(asks) = field_of(carried.asks) else {
                assert!(act > kill_at, "the bot was killed on the way");
                return bot.expect("it runs again");
            };
            let choices = choices(shown, asks);
            for line in self.robot.reply(asks) {
                let several =
                    choices.iter().any(|choice| choice.starts_with('⬜') || choice.starts_with('✅'));
                match line["choose"].as_str() {
                    Some(option) => self.choose(asks, option, &choices, several),
                    None => {
                        self.fake.say(self.user, line["text"].as_str().expect("text"));
                    }
                }
                if act == kill_at
                    && let Some(running) = bot.take()
                {
                    running.kill();
                    bot = Some(home.serve());
                }
                turn = self.wait_for(turn);
            }
        }
        panic!("no end after {ACT_COUNT_MAX} acts");
    }

    /// Presses the option's button, or types its number or what stands on it.
    fn choose(&mut self, asks: &str, option: &str, choices: &[String], several: bool) {
        let seen = self.fake.chat(self.user);
        let (shown, _) = panel(&seen).expect("a panel is shown");
        let code = short_code(option);
        let mut buttons = shown.buttons.iter().flatten();
        let button =
            buttons.find(|button| button.data.as_deref().is_some_and(|data| carried(data).option == code));
        let button =
            button.unwrap_or_else(|| panic!("`{option}` can be pressed at {asks}: {:#?}", shown.buttons));
        let place = choices.iter().position(|choice| *choice == button.text);
        match (self.random.below(3), place) {
            (0, Some(place)) if !several => {
                self.fake.say(self.user, &(place + 1).to_string());
            }
            (1, Some(_)) if !several => {
                self.fake.say(self.user, &button.text);
            }
            _ => {
                let data = button.data.as_deref().expect("it can be pressed");
                self.fake.press(self.user, shown.id, data);
            }
        }
    }

    /// Waits until a panel of a later turn is shown, and gives that turn.
    fn wait_for(&self, before: u64) -> u64 {
        let later = |seen: &[Shown]| panel(seen).is_some_and(|(_, carried)| carried.turn > before);
        let seen = until(self.fake, self.user, "a new panel", later);
        panel(&seen).expect("it is shown").1.turn
    }

    fn filing(&self) -> String {
        let seen = self.fake.chat(self.user);
        panel(&seen).expect("a panel is shown").1.filing.to_owned()
    }

    /// Asked the same, nothing twice, and ended with the same words.
    fn compare(&self, expected: &Expected) {
        assert_eq!(self.robot.asked, expected.asked);
        let mut once = self.robot.asked.clone();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), self.robot.asked.len(), "nothing is asked twice");
        let chat = self.fake.chat(self.user);
        let mut panels: Vec<&str> = chat.iter().filter_map(|shown| shown.data().first().copied()).collect();
        panels.sort_unstable();
        let twice = panels.windows(2).filter(|two| two[0] == two[1]).count();
        assert!(twice <= 1, "of one kill came {twice} panels that were shown before");
        let filing = self.filing();
        let last = self.fake.last(self.user).expect("a panel is shown");
        let end = unnamed(&read_out(&last), &filing);
        assert!(end.ends_with(&expected.end), "{}\nis not\n{}", end, expected.end);
        let sent = self.fake.sent(self.user);
        self.fake.say(self.user, "/dossier");
        let said = |seen: &[Shown]| {
            let said: String = seen[sent..].iter().map(|shown| unnamed(&read_out(shown), &filing)).collect();
            said == expected.shown_dossier
        };
        let there = block_on(self.fake.shows(self.user, LIMIT, said));
        let shown: Vec<String> = self.fake.chat(self.user)[sent..].iter().map(read_out).collect();
        assert!(there, "{shown:#?}\nis not\n{}", expected.shown_dossier);
    }
}
