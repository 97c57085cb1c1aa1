//! Many filings for years, over the real engine: people who answer, put off, stop, sleep and go away, and a machine that is down
//! for up to forty days.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::sync::Arc;
use std::time::Instant;

use beian::content::{Content, TimerStart, shipped};
use beian::dialogue::{Event, Filing, Moment, Reference, Role, State, View, Wanted, Wish};
use beian::engine::{ApplicantId, Cause, DueMoment, Engine, LanguageHint, Settings, Turned};
use beian::personal::Personal;
use beian::store::MemStore;
use beian::store::vault::MasterKey;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use crate::inprocess::{End, Persona, Walk};

/// How often due moments are looked for.
const SCAN_EVERY: TimeDelta = TimeDelta::seconds(15);

/// The stages that the world passes, and how many days each lasts at most.
const STAGES: [(&str, i64); 6] = [
    ("initial-review", 0),
    ("sms", 9),
    ("authority-review", 2),
    ("filed", 45),
    ("public-security", 60),
    ("complete", 90),
];

/// Numbers without pattern (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % end
    }

    fn one_in(&mut self, count: u64) -> bool {
        self.below(count) == 0
    }

    fn minutes(&mut self, most: i64) -> TimeDelta {
        TimeDelta::minutes(
            i64::try_from(self.below(u64::try_from(most).expect("it is positive"))).expect("it fits"),
        )
    }
}

/// A filing's course: what is done in each stage.
fn course(content: &Content, persona: &Persona) -> Vec<Vec<Event>> {
    let mut walk = Walk::new(content, persona);
    let mut parts = Vec::new();
    let mut done = 0;
    for (stage, _) in STAGES {
        let end = if stage == "complete" { walk.until_the_end() } else { walk.until_stage(stage) };
        assert!(matches!(end, End::There | End::Rest), "{stage}: {end:?}");
        parts.push(walk.events[done..].to_vec());
        done = walk.events.len();
    }
    parts
}

/// Somebody with a filing.
struct Somebody {
    who: ApplicantId,
    /// What is left to do, the next last.
    left: Vec<(TimeDelta, Event)>,
    /// What was told to be done or to be stopped.
    silenced: BTreeSet<String>,
    /// As it was committed last.
    state: Arc<State>,
    quiet_since: DateTime<Utc>,
}

/// A world with its clock.
struct World {
    engine: Engine,
    content: Arc<Content>,
    people: Vec<Somebody>,
    by_row: BTreeMap<Reference, usize>,
    /// When somebody does something next.
    agenda: BinaryHeap<Reverse<(DateTime<Utc>, usize, u64)>>,
    /// What somebody does beside their course.
    asides: BTreeMap<(usize, u64), Event>,
    dice: Dice,
    number: u64,
    now: DateTime<Utc>,
    /// Since when the machine runs.
    up_since: DateTime<Utc>,
    /// What was spoken of: filing, timer, ordinal, nominal instant.
    fired: BTreeSet<(Reference, String, u32, DateTime<Utc>)>,
    last_calls: usize,
    /// Moments for which a later one spoke, or which spoke.
    superseded: usize,
    /// Filings to which nobody came back.
    erased: usize,
    /// When it was announced last that a filing is erased.
    told: BTreeMap<Reference, DateTime<Utc>>,
    worst: TimeDelta,
    turns: usize,
}

impl World {
    fn new(content: &Arc<Content>, filings: usize, years: i64, seed: u64) -> Self {
        let settings = Settings { edition: "current".to_owned(), team: false };
        let master = MasterKey::from_hex(&"00112233445566778899aabbccddeeff".repeat(2)).expect("64 digits");
        let engine = Engine::new(Arc::new(MemStore::new()), master, Arc::clone(content), settings);
        let start: DateTime<Utc> = "2026-01-01T00:00:00Z".parse().expect("an instant");
        let courses = [
            Persona::new("a company"),
            Persona::new("a shop")
                .with("site.commercial", "yes")
                .with("public-security.outcome", "submitted"),
            Persona::new("a person").with("subject.kind", "individual"),
        ]
        .map(|persona| course(content, &persona));
        let mut world = Self {
            engine,
            content: Arc::clone(content),
            people: Vec::new(),
            by_row: BTreeMap::new(),
            agenda: BinaryHeap::new(),
            asides: BTreeMap::new(),
            dice: Dice(seed),
            number: 0,
            now: start,
            up_since: start,
            fired: BTreeSet::new(),
            last_calls: 0,
            superseded: 0,
            erased: 0,
            told: BTreeMap::new(),
            worst: TimeDelta::zero(),
            turns: 0,
        };
        for number in 0..filings {
            let course = &courses[number % courses.len()];
            let begins = start + world.dice.minutes(years * 365 * 1_440 - 1);
            let left = world.plan(course);
            let who = ApplicantId::telegram(i64::try_from(number).expect("it fits") + 1);
            world.people.push(Somebody {
                who,
                left,
                silenced: BTreeSet::new(),
                state: Arc::default(),
                quiet_since: start,
            });
            world.agenda.push(Reverse((begins, number, 0)));
        }
        world
    }

    /// When somebody does what; some leave in the middle, some never do the last.
    fn plan(&mut self, course: &[Vec<Event>]) -> Vec<(TimeDelta, Event)> {
        let mut left = Vec::new();
        for ((_, days), part) in STAGES.iter().zip(course) {
            if *days > 0 && self.dice.one_in(12) {
                break;
            }
            for (at, event) in part.iter().enumerate() {
                let wait = if at == 0 && *days > 0 {
                    TimeDelta::minutes(30) + self.dice.minutes(days * 1_440)
                } else {
                    TimeDelta::seconds(20)
                };
                left.push((wait, event.clone()));
            }
        }
        if self.dice.one_in(10) {
            let kept = self.dice.below(left.len() as u64);
            left.truncate(usize::try_from(kept).expect("it fits"));
        }
        left.reverse();
        left
    }

    fn then(&mut self, person: usize, at: DateTime<Utc>, event: Event) {
        self.number += 1;
        self.asides.insert((person, self.number), event);
        self.agenda.push(Reverse((at, person, self.number)));
    }

    /// Somebody does what is next.
    async fn act(&mut self, person: usize, number: u64) {
        let event = if number > 0 {
            self.asides.remove(&(person, number)).expect("it was planned")
        } else {
            let Some((_, event)) = self.people[person].left.pop() else { return };
            if let Some((wait, _)) = self.people[person].left.last() {
                self.agenda.push(Reverse((self.now + *wait, person, 0)));
            }
            event
        };
        let (who, cause) = (self.people[person].who.clone(), Cause::default());
        let turned = self.engine.turn(&who, &cause, &event, LanguageHint::default(), self.now).await;
        let turned = turned.expect("a turn");
        self.turns += 1;
        let reminded = turned.messages.iter().any(|pending| pending.message.role == Role::Reminder);
        assert!(!reminded, "nobody is reminded by what they do themselves");
        self.settle(person, &event, &turned).await;
    }

    /// Whatever was to come and is not any more was spoken of, or its timer ended.
    fn look_after(&mut self, person: usize, next: &State, spoken: &BTreeSet<String>) {
        let before = Arc::clone(&self.people[person].state);
        for (reference, filing) in &before.filings {
            let Some(now) = next.filings.get(reference) else { continue };
            for moment in filing.moments.iter().filter(|moment| !moment.over && moment.ordinal > 0) {
                let same = |other: &&Moment| {
                    (other.timer.as_str(), other.ordinal, other.nominal)
                        == (moment.timer.as_str(), moment.ordinal, moment.nominal)
                };
                match now.moments.iter().find(same) {
                    Some(kept) if !kept.over => continue,
                    Some(_) | None => {}
                }
                let place = format!("{reference} {} {} {:?}", moment.timer, moment.ordinal, moment.nominal);
                if spoken.contains(&moment.timer) {
                    self.superseded += usize::from(moment.due <= self.now);
                    assert!(
                        moment.due <= self.now || !now.moments.iter().any(|other| same(&other)),
                        "early: {place}"
                    );
                    continue;
                }
                assert!(self.ended(next, now, moment), "lost at {}: {place}", self.now);
            }
        }
    }

    /// Whether a timer ended, or began at another time, by what people did.
    fn ended(&self, state: &State, filing: &Filing, moment: &Moment) -> bool {
        let timer = self.content.timers.iter().find(|known| known.id == moment.timer).expect("it is known");
        let view = View::new(&self.content, filing, self.now);
        let answered = |field: usize| filing.answers.contains_key(&self.content.fields[field].id);
        let is_silenced = filing
            .wishes
            .get(&moment.timer)
            .is_some_and(|wish| matches!(wish.wanted, Wanted::Done | Wanted::Stopped));
        let began_anew = matches!(timer.clock.starts, TimerStart::Silence | TimerStart::Absence);
        state.applicant.away
            || is_silenced
            || began_anew
            || timer.clock.until.is_some_and(answered)
            || timer.clock.stage.is_some_and(|stage| view.lifecycle() != stage)
    }

    /// Notes what was asked for, and lets go of what was said.
    async fn settle(&mut self, person: usize, event: &Event, turned: &Turned) {
        let spoken = turned.messages.iter().filter(|pending| pending.message.role == Role::Reminder);
        let spoken = spoken
            .filter_map(|pending| Some(pending.message.about.as_deref()?.split(' ').next()?.to_owned()));
        let spoken: BTreeSet<String> = spoken.collect();
        self.look_after(person, &turned.state, &spoken);
        let keys = turned.messages.iter().filter_map(|pending| pending.key.clone()).collect();
        self.engine.delivered(keys).await.expect("it is marked");
        for filing in turned.state.filings.values() {
            // The name of a filing that was erased may be another one's by now.
            let before =
                self.by_row.insert(filing.reference.clone(), person).filter(|before| *before != person);
            let is_theirs = |before: usize| self.people[before].state.filings.contains_key(&filing.reference);
            assert!(!before.is_some_and(is_theirs), "{} is the name of two", filing.reference);
            let is_silenced = |wish: &Wish| matches!(wish.wanted, Wanted::Done | Wanted::Stopped);
            let silenced = filing.wishes.iter().filter(|(_, wish)| is_silenced(wish));
            self.people[person].silenced = silenced.map(|(timer, _)| timer.clone()).collect();
        }
        self.people[person].state = Arc::clone(&turned.state);
        if matches!(event, Event::Typed(text) if text.expose().starts_with("/quiet")) {
            self.people[person].quiet_since = self.now;
        }
    }

    /// Lets everything come that is due.
    async fn scan(&mut self) {
        let mut last = None;
        loop {
            let page = self.engine.due_behind(last.as_ref(), self.now).await.expect("it reads");
            for moment in &page {
                let person = self.by_row[&moment.filing];
                let before = Arc::clone(&self.people[person].state);
                let turned = self.engine.fire(moment, self.now).await.expect("it comes");
                for pending in turned.messages.iter().filter(|one| one.message.role == Role::Reminder) {
                    let about = pending.message.about.as_deref().and_then(|about| about.split(' ').next());
                    let timer = about.expect("it says what it is about").to_owned();
                    self.check(person, &before, &moment.filing, &timer);
                    if timer.starts_with("retention") {
                        self.told.insert(moment.filing.clone(), self.now);
                    }
                    self.react(person, &moment.filing, &timer);
                }
                if !turned.repeated && !turned.state.filings.contains_key(&moment.filing) {
                    self.check_erased(&before, moment);
                }
                self.settle(person, &Event::Arrived, &turned).await;
            }
            let Some(end) = page.into_iter().next_back() else { return };
            last = Some(end);
        }
    }

    /// Everything that is promised of a reminder that came now.
    fn check(&mut self, person: usize, before: &State, reference: &Reference, timer: &str) {
        let filing = &before.filings[reference];
        let quiet = &before.applicant.quiet;
        let come = filing.moments.iter().filter(|moment| moment.timer == timer && !moment.over);
        let come = come.filter(|moment| moment.due <= self.now);
        let newest = come.max_by_key(|moment| moment.nominal).expect("one has come");
        let nominal = newest.nominal.expect("it is kept");
        let place = format!("{reference} {timer} {} {nominal} at {}", newest.ordinal, self.now);
        let key = (reference.clone(), timer.to_owned(), newest.ordinal, nominal);
        assert!(self.fired.insert(key), "twice: {place}");
        assert!(self.now >= nominal, "too early: {place}");
        assert!(!self.people[person].silenced.contains(timer), "after it was done: {place}");
        let mut permitted = nominal.max(self.up_since).max(self.people[person].quiet_since);
        if quiet.covers(self.now) {
            let end = end(filing, timer, &self.content).unwrap_or_else(|| panic!("at night: {place}"));
            assert!(permitted < end && morning(quiet, permitted) >= end, "at night: {place}");
            self.last_calls += 1;
        } else {
            permitted = morning(quiet, permitted);
        }
        let late = self.now - permitted;
        assert!(late <= TimeDelta::seconds(60), "late by {late}: {place}");
        self.worst = self.worst.max(late);
    }

    /// Whoever stayed away for half a year (two years, where it was handed in), was told, and did not come for a week more, is
    /// forgotten; nobody else is.
    fn check_erased(&mut self, before: &State, moment: &DueMoment) {
        let Some(filing) = before.filings.get(&moment.filing) else { return };
        let place = format!("{} at {}", moment.filing, self.now);
        let (timer, days) = kept_for(filing);
        assert_eq!(moment.timer, timer, "{place}");
        let away = beian::dialogue::china_date(self.now) - last_seen(filing);
        assert!(away.num_days() >= days, "after {} days: {place}", away.num_days());
        let told = self.told.get(&moment.filing).unwrap_or_else(|| panic!("without a word: {place}"));
        assert!(self.now - *told >= TimeDelta::hours(6 * 24 + 8), "told only at {told}: {place}");
        self.erased += 1;
    }

    /// Nothing is left of those who stayed away longer than that, whatever was down when.
    fn check_none_is_left(&self) {
        for filing in self.people.iter().flat_map(|somebody| somebody.state.filings.values()) {
            let away = (beian::dialogue::china_date(self.now) - last_seen(filing)).num_days();
            let kept = away < kept_for(filing).1 + 120;
            let Filing { reference, wishes, moments, answers, .. } = filing;
            let answered: Vec<&String> = answers.keys().collect();
            assert!(kept, "{reference} is left after {away} days: {answered:?} {wishes:?} {moments:?}");
        }
    }

    /// Some do something about a reminder.
    fn react(&mut self, person: usize, reference: &Reference, timer: &str) {
        if !self.dice.one_in(4) {
            return;
        }
        let at = self.now + TimeDelta::minutes(1) + self.dice.minutes(600);
        let press = |act: &str| Event::Chosen(format!("nav.{act}@{timer}@{reference}"));
        let typed = |text: &str| Event::Typed(Personal::from(text));
        let by_hand = self.content.timers.iter().any(|known| known.id == timer && known.clock.by_hand);
        let event = match self.dice.below(9) {
            0 if by_hand => press("settled"),
            0 | 1 => press("snooze:1h"),
            2 => press("snooze:tomorrow"),
            3 => press("snooze:3d"),
            4 => press("stop"),
            5 => typed("/resume"),
            6 => typed("/quiet 23-7 Europe/Berlin"),
            7 => typed("/quiet 20-10 America/New_York"),
            _ => typed("/deadlines"),
        };
        self.then(person, at, event);
    }

    /// Plays until an instant; the machine is down now and then.
    async fn play(&mut self, until: DateTime<Utc>) {
        let mut down_at = self.now + self.dice.minutes(60 * 1_440);
        loop {
            let next_due = self.engine.next_due().await.expect("it reads");
            let scan = next_due.map(|due| on_the_grid(due.max(self.now)));
            let act = self.agenda.peek().map(|Reverse((at, ..))| (*at).max(self.now));
            let next = match (scan, act) {
                (None, None) => return,
                (Some(scan), Some(act)) => scan.min(act),
                (Some(one), None) | (None, Some(one)) => one,
            };
            if next > until {
                return;
            }
            if next >= down_at {
                // Whatever is meant to happen meanwhile happens when it runs again.
                let up = down_at + TimeDelta::minutes(1) + self.dice.minutes(40 * 1_440);
                (self.now, self.up_since) = (up, up);
                down_at = up + self.dice.minutes(120 * 1_440);
                self.scan().await;
                continue;
            }
            self.now = next;
            if scan == Some(next) {
                self.scan().await;
            } else if let Some(Reverse((_, person, number))) = self.agenda.pop() {
                self.act(person, number).await;
            }
        }
    }
}

/// The last day on which somebody did something about a filing.
fn last_seen(filing: &Filing) -> NaiveDate {
    let answered = filing.answers.values().map(|answer| beian::dialogue::china_date(answer.at)).max();
    beian::dialogue::china_date(filing.created).max(answered.max(filing.visited).unwrap_or(NaiveDate::MIN))
}

/// The timer that erases a filing to which nobody comes back, and after how many days at the earliest.
fn kept_for(filing: &Filing) -> (&'static str, i64) {
    if filing.answers.contains_key("submitted") { ("retention.handed-in", 730) } else { ("retention", 180) }
}

/// The next look for due moments.
fn on_the_grid(at: DateTime<Utc>) -> DateTime<Utc> {
    let every = SCAN_EVERY.num_milliseconds();
    let millis = at.timestamp_millis();
    DateTime::from_timestamp_millis((millis + every - 1).div_euclid(every) * every).expect("an instant")
}

/// The first minute from an instant on at which it is not quiet, looked for minute by minute.
fn morning(quiet: &beian::dialogue::Quiet, from: DateTime<Utc>) -> DateTime<Utc> {
    let mut at = from;
    while quiet.covers(at) {
        let into_the_minute = at.timestamp_millis().rem_euclid(60_000);
        at += TimeDelta::milliseconds(60_000 - into_the_minute);
    }
    at
}

/// Where a deadline lies, worked out once more.
fn end(filing: &Filing, timer: &str, content: &Content) -> Option<DateTime<Utc>> {
    let day = |date: NaiveDate| {
        (date + TimeDelta::days(1)).and_hms_opt(0, 0, 0).map(|at| at.and_utc() - TimeDelta::hours(8))
    };
    let date = |field: &str| filing.answers.get(field)?.value.text()?.parse::<NaiveDate>().ok();
    match timer {
        "sms.subject-lead.window" | "sms.site-lead.window" => {
            Some(*filing.entered.get("sms")? + TimeDelta::hours(24))
        }
        "authority-review.check" => {
            let entered = beian::dialogue::china_date(*filing.entered.get("authority-review")?);
            day(content.calendar.after(entered, 20)?.date)
        }
        "public-security.due" => day(date("site.opened-on")? + TimeDelta::days(30)),
        "public-security.display" => {
            let at = filing.answers.get("public-security.number")?.at;
            day(beian::dialogue::china_date(at) + TimeDelta::days(30))
        }
        "domain.renewal" => day(date("domain.expires-on")?),
        _ => None,
    }
}

fn from_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|value| value.parse().ok()).unwrap_or(otherwise)
}

#[test]
fn years_of_reminders_come_once_in_time_and_never_at_night() {
    let filings = usize::try_from(from_environment("BEIAN_FILINGS", 60)).expect("it fits");
    let years = i64::try_from(from_environment("BEIAN_YEARS", 2)).expect("it fits");
    let seed = from_environment("BEIAN_SEED", 1);
    let begun = Instant::now();
    let world = tokio::runtime::Builder::new_current_thread().build().expect("a runtime").block_on(async {
        let mut world = World::new(&shipped(), filings, years, seed);
        let until = world.now + TimeDelta::days(years * 365 + 366);
        world.play(until).await;
        world.now = until;
        world.up_since = until;
        world.scan().await;
        let left = world.engine.due_behind(None, until).await.expect("it reads");
        assert!(left.is_empty(), "{} moments were never spoken of", left.len());
        world.check_none_is_left();
        world
    });
    let World { fired, last_calls, superseded, erased, worst, turns, .. } = world;
    println!(
        "seed {seed}: {filings} filings, {years} years and one more, {turns} turns, {} reminders for {superseded} moments, {last_calls} of them last calls \
         at night, none later than {} s, {erased} filings erased, {:.1} s",
        fired.len(),
        worst.num_seconds(),
        begun.elapsed().as_secs_f64(),
    );
    assert!(fired.len() > 3 * filings, "enough happened");
}
