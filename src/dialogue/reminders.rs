//! Reminders: what a moment says, and what the applicant may do about it.

use chrono::{DateTime, Datelike, Days, TimeDelta, Utc};

use super::derive::{Status, View};
use super::event::{Button, ButtonKind, Effect, Message, Role, Verdict};
use super::filings::name_of;
use super::moments::{self, ASKED_FOR};
use super::overview::deadline_text;
use super::quiet::Quiet;
use super::read;
use super::state::{Aside, Filing, Moment, Reference, Reminded, Wanted, Wish, china_date};
use super::step::Turn;
use super::voice::Voice;
use crate::content::{Content, Language, Offset, Timer, TimerStart};
use crate::kind::{Given, Kind};

/// The hour at which a reminder that was put off by days comes, where the applicant lives.
const PUT_OFF_HOUR: u32 = 9;

/// What is put off behind the deadline comes so long before it: where that is of hours, not much before.
const BEFORE_END: TimeDelta = TimeDelta::hours(4);
const BEFORE_END_OF_HOURS: TimeDelta = TimeDelta::hours(1);

/// What may be done about a reminder, by the ids of its buttons.
pub(super) const ACTIONS: [&str; 5] =
    ["nav.settled", "nav.snooze:1h", "nav.snooze:tomorrow", "nav.snooze", "nav.stop"];

/// The days of the week, by the ids of their words.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// How long a reminder may be put off by a button.
const PUT_OFF: [&str; 4] = ["3h", "tomorrow", "3d", "7d"];

impl Turn<'_> {
    /// A moment came: the newest of those of its timer that have come speaks for all of them.
    pub(super) fn moment(
        &mut self,
        reference: &Reference,
        id: &str,
        ordinal: u32,
        due: DateTime<Utc>,
        [unsaid, unread]: [bool; 2],
    ) {
        let content = self.content;
        let id = content.aliases.timer(id);
        let now = self.around.now;
        let Some(filing) = self.state.filings.get(reference) else { return };
        let of_timer = |moment: &&Moment| moment.timer == id && !moment.over;
        let is_set = |moment: &Moment| moment.ordinal == ordinal && moment.due == due;
        if !filing.moments.iter().filter(of_timer).any(is_set) {
            return;
        }
        let timer = content.timers.iter().find(|known| known.id == id);
        let quiet = &self.state.applicant.quiet;
        let end = timer.and_then(|timer| moments::end_of(&View::new(content, filing, now), timer));
        let come = filing.moments.iter().filter(of_timer).filter(|moment| moment.due <= now);
        let newest = come.max_by_key(|moment| moment.nominal.unwrap_or(moment.due));
        let late =
            newest.map(|moment| now - moments::permitted(moment.nominal.unwrap_or(moment.due), quiet, end));
        let newest = newest.map(|moment| moment.ordinal);
        // It comes late, and in the night: it waits for the morning.
        let is_early = moments::permitted(now, quiet, end) > now;
        let view = View::new(content, filing, now);
        let erases = timer.filter(|timer| moments::erased_at(&view, timer).is_some());
        if let (Some(timer), Some(ASKED_FOR), Some(late), false) = (erases, newest, late, is_early)
            && !unsaid
            && self.erases(reference, timer, late, unread)
        {
            return;
        }
        let Some(filing) = self.state.filings.get_mut(reference) else { return };
        if !is_early {
            for moment in filing.moments.iter_mut().filter(|moment| moment.timer == id && moment.due <= now) {
                moment.over = true;
            }
            if newest == Some(ASKED_FOR) {
                filing.wishes.remove(id);
            }
        }
        let filing = &self.state.filings[reference];
        // Other dialogues may have set it: without words of its own it goes by in silence.
        if let (Some(timer), Some(newest), false) = (timer, newest, is_early)
            && let view = View::new(content, filing, now)
            && let Some(of) = moments::began(&view, timer)
        {
            let about = Reminded { filing: reference.clone(), timer: timer.id.clone() };
            let erased_at = timer.clock.erases.and_then(|erases| moments::ahead(&view, erases));
            if let Some(at) = erased_at {
                self.wish(&about, of, Wanted::Erased(at));
            }
            let message = self.reminder(reference, timer, newest);
            self.effects.push(Effect::Say(message));
            self.state.applicant.reminded = Some(about);
        }
        self.settle_moments_of(reference);
    }

    /// The moments of a filing brought up to date.
    pub(super) fn settle_moments_of(&mut self, reference: &Reference) {
        let Some(filing) = self.state.filings.get_mut(reference) else { return };
        let view = View::new(self.content, filing, self.around.now);
        filing.moments = moments::settled(&view, &self.state.applicant);
    }

    fn reminder(&self, reference: &Reference, timer: &Timer, ordinal: u32) -> Message {
        let view = View::new(self.content, &self.state.filings[reference], self.around.now);
        let voice = Voice::new(&view, self.language());
        let id = timer.text();
        // What was meant for before the deadline is not said behind it.
        let deadline = moments::deadline(&view, timer);
        let is_late = deadline.is_some_and(|(last, _)| last < china_date(self.around.now));
        let is_own = !is_late && (1..=timer.clock.at.len()).contains(&usize::try_from(ordinal).unwrap_or(0));
        let text = if is_own { format!("timer-{id}-{ordinal}") } else { format!("timer-{id}-again") };
        let mut text = voice.say_with(&text, &due_variables(&view, &voice, timer));
        if self.state.filings.len() > 1 || timer.clock.erases.is_some() {
            text = voice.say_with("reminder-of", &[("reference", name_of(&view)), ("text", text)]);
        }
        let mut message = voice.message(Role::Reminder, text);
        message.asks = None;
        message.about = moments::began(&view, timer).map(|of| about_code(&timer.id, of));
        let button = |id: &str, text: &str| Button::nav(id, voice.say(text));
        if timer.clock.erases.is_some() {
            message.options = vec![button("nav.settled", "nav-retain")];
            return message;
        }
        let is_told = timer.clock.by_hand || timer.clock.done.is_some();
        message.options = vec![
            button("nav.settled", if is_told { "nav-settled" } else { "nav-answer" }),
            button("nav.snooze:1h", "nav-snooze-1h"),
            button("nav.snooze:tomorrow", "nav-snooze-tomorrow"),
            button("nav.snooze", "nav-snooze"),
            button("nav.stop", "nav-stop"),
        ];
        message
    }

    /// What the applicant wants about a reminder: `settled`, `snooze`, `stop`; which one stands behind an `@`, else
    /// it is the last one.
    pub(super) fn about_reminder(&mut self, typed: &str) {
        let (act, named) = match typed.split_once('@') {
            Some((act, about)) => (act, Some(about)),
            None => (typed, None),
        };
        let mut about = match named {
            Some(about) => {
                let about = about.split_once('@').and_then(|(timer, filing)| {
                    Some(Reminded { filing: Reference::parse(filing)?, timer: timer.to_owned() })
                });
                let Some(about) = about else { return self.say(Role::Info, "old-button", &[]) };
                about
            }
            None if act == "resume" => return self.resume_all(),
            None => match self.state.applicant.reminded.clone() {
                Some(about) => about,
                None => return self.say(Role::Info, "remind-nothing", &[]),
            },
        };
        let content = self.content;
        let timer = content.aliases.timer(&about.timer);
        let timer = content.timers.iter().find(|known| known.id == timer);
        let began = timer.and_then(|timer| {
            let filing = self.state.filings.get(&about.filing)?;
            moments::began(&View::new(content, filing, self.around.now), timer)
        });
        let (Some(timer), Some(of)) = (timer, began) else {
            return self.say(Role::Info, "remind-over", &[]);
        };
        about.timer.clone_from(&timer.id);
        if timer.clock.erases.is_some() {
            return self.keep_filing(&about, timer, "retention-kept");
        }
        match act.split_once(':').unwrap_or((act, "")) {
            ("settled", _) => self.is_done(&about, timer, of),
            ("snooze", "") => self.state.applicant.aside = Some(Aside::Snooze(about)),
            ("snooze", how) => {
                if let Some(later) = self.instant_meant(how) {
                    self.put_off(&about, timer, of, later);
                } else {
                    self.say(Role::Info, "snooze-how", &[]);
                    self.state.applicant.aside = Some(Aside::Snooze(about));
                }
            }
            ("stop", _) => {
                self.wish(&about, of, Wanted::Stopped);
                let what = self.deadline_named(timer);
                self.say(Role::Info, "remind-stopped", &[("what", what)]);
            }
            (_, _) => self.say(Role::Info, "old-button", &[]),
        }
    }

    pub(super) fn wish(&mut self, about: &Reminded, of: DateTime<Utc>, wanted: Wanted) {
        if let Some(filing) = self.state.filings.get_mut(&about.filing) {
            filing.wishes.insert(about.timer.clone(), Wish { of, wanted });
        }
    }

    /// Whatever was stopped is reminded of again.
    fn resume_all(&mut self) {
        let mut resumed = Vec::new();
        for filing in self.state.filings.values_mut() {
            let stopped: Vec<String> = filing
                .wishes
                .iter()
                .filter(|(_, wish)| wish.wanted == Wanted::Stopped)
                .map(|(timer, _)| timer.clone())
                .collect();
            filing.wishes.retain(|timer, _| !stopped.contains(timer));
            resumed.extend(stopped);
        }
        let content = self.content;
        let named = content.timers.iter().filter(|timer| resumed.contains(&timer.id));
        let named: Vec<String> = named.map(|timer| self.deadline_named(timer)).collect();
        if named.is_empty() {
            return self.say(Role::Info, "resume-nothing", &[]);
        }
        let what = named.join(&self.said_plainly("list-separator"));
        self.say(Role::Info, "remind-resumed", &[("what", what)]);
    }

    fn deadline_named(&self, timer: &Timer) -> String {
        self.said_plainly(&format!("deadline-{}", timer.text()))
    }

    /// It is done: what the applicant's word alone ends is over, for anything else the answer is taken or asked.
    fn is_done(&mut self, about: &Reminded, timer: &Timer, of: DateTime<Utc>) {
        let is_elsewhere = self.state.applicant.active.as_ref() != Some(&about.filing);
        if timer.clock.by_hand {
            self.wish(about, of, Wanted::Done);
            let what = self.deadline_named(timer);
            self.say(Role::Info, "remind-done", &[("what", what)]);
            // A date that was counted towards has become another one.
            if let TimerStart::Date(field) = timer.clock.starts
                && timer.clock.at.iter().all(|at| matches!(at, Offset::Days(days) if *days < 0))
                && !is_elsewhere
            {
                self.edit(&self.content.fields[field].id);
            }
            return;
        }
        if is_elsewhere {
            self.use_filing(about.filing.as_str());
        }
        // Asked or not, whoever says that it is done has answered.
        if let Some((field, option)) = &timer.clock.done
            && self.view().status[*field] == Status::Open
            && self.option_ids(*field).contains(option)
        {
            self.choose(*field, option);
        }
    }

    /// The reminder comes later; behind the deadline it would come too late.
    fn put_off(&mut self, about: &Reminded, timer: &Timer, of: DateTime<Utc>, later: DateTime<Utc>) {
        let now = self.around.now;
        let end = {
            let filing = &self.state.filings[&about.filing];
            moments::end_of(&View::new(self.content, filing, now), timer)
        };
        let (mut later, mut text) = (later, "remind-later");
        if let Some(end) = end.filter(|end| now < *end && *end <= later) {
            let is_of_hours = matches!(timer.clock.limit, Some(Offset::Hours(_)));
            let before = if is_of_hours { BEFORE_END_OF_HOURS } else { BEFORE_END };
            later = (end - before).max(now + TimeDelta::minutes(10));
            text = "remind-later-in-time";
        }
        self.wish(about, of, Wanted::Later(later));
        let quiet = &self.state.applicant.quiet;
        let shown = moments::permitted(later, quiet, end).with_timezone(&quiet.zone);
        let at = shown.format("%Y-%m-%d %H:%M").to_string();
        self.say(Role::Info, text, &[("at", at)]);
    }

    /// When a reminder shall come again: `1h`, `3d`, `tomorrow`, or a date.
    fn instant_meant(&self, typed: &str) -> Option<DateTime<Utc>> {
        let now = self.around.now;
        let quiet = &self.state.applicant.quiet;
        let today = now.with_timezone(&quiet.zone).date_naive();
        let on = |days: u64| quiet.instant(today.checked_add_days(Days::new(days))?, PUT_OFF_HOUR);
        let text = typed.trim().to_lowercase();
        let number = |units: &str| {
            let view = self.view();
            let units = Language::ALL.map(|language| Voice::new(&view, language).words(units).into_owned());
            let mut units = units.iter().flat_map(|units| units.split('|'));
            let digits = units.find_map(|unit| {
                text.strip_suffix(unit).filter(|digits| {
                    let digits = digits.trim();
                    !digits.is_empty() && digits.chars().all(|char| char.is_ascii_digit())
                })
            })?;
            digits.trim().parse::<u64>().ok().filter(|number| (1..=366).contains(number))
        };
        let says = |id: &str| {
            let view = self.view();
            read::says(&view, id, &read::folded(&text))
        };
        let counted = |units: &str| number(units).and_then(|count| i64::try_from(count).ok());
        if says("words-half-hour") {
            return Some(now + TimeDelta::minutes(30));
        }
        if let Some(minutes) = counted("words-minutes") {
            return Some(now + TimeDelta::minutes(minutes));
        }
        if let Some(hours) = counted("words-hours") {
            return Some(now + TimeDelta::hours(hours));
        }
        if text == "tomorrow" || says("words-tomorrow") {
            return on(1);
        }
        if says("words-day-after-tomorrow") {
            return on(2);
        }
        if let Some(days) = number("words-days") {
            return on(days);
        }
        // The next such day; today, it is in a week.
        if let Some(weekday) = WEEKDAYS.iter().position(|day| says(&format!("words-{day}"))) {
            let from = u64::from(today.weekday().num_days_from_monday());
            return on((6 + u64::try_from(weekday).ok()? - from) % 7 + 1);
        }
        let given = Given {
            today,
            rules_on: today,
            provinces: &self.content.provinces,
            lists: &self.content.lists,
            province: None,
            subject_kind: None,
            other: None,
        };
        let date = Kind::Date.check(&text, &given).ok()?.value.parse().ok()?;
        quiet.instant(date, PUT_OFF_HOUR).filter(|at| *at > now)
    }

    /// What was typed while it is asked when to remind again; `false`: it was no answer to that.
    pub(super) fn typed_snooze(&mut self, about: &Reminded, text: &str) -> bool {
        let how = {
            let view = self.view();
            let folded = read::folded(text);
            let by_number =
                folded.parse::<usize>().ok().and_then(|number| PUT_OFF.get(number.checked_sub(1)?));
            let by_label = || {
                PUT_OFF.iter().find(|how| {
                    Language::ALL.into_iter().any(|language| {
                        let label = Voice::new(&view, language).say(&format!("nav-snooze-{how}"));
                        read::folded(&label) == folded
                    })
                })
            };
            by_number.or_else(by_label).map_or_else(|| text.to_owned(), |how| (*how).to_owned())
        };
        if self.instant_meant(&how).is_none() {
            return false;
        }
        self.about_reminder(&format!("snooze:{how}@{}@{}", about.timer, about.filing));
        true
    }

    /// The act that a typed label of the last reminder's buttons stands for.
    pub(super) fn reminder_button(&self, text: &str) -> Option<&'static str> {
        self.state.applicant.reminded.as_ref()?;
        let folded = read::folded(text);
        let view = self.view();
        let reads = |label: &str| {
            Language::ALL
                .into_iter()
                .any(|language| read::folded(&Voice::new(&view, language).say(label)) == folded)
        };
        let labels = [
            ("nav-settled", "settled"),
            ("nav-answer", "settled"),
            ("nav-snooze-1h", "snooze:1h"),
            ("nav-snooze-tomorrow", "snooze:tomorrow"),
            ("nav-snooze", "snooze"),
            ("nav-stop", "stop"),
        ];
        labels.into_iter().find(|(label, _)| reads(label)).map(|(_, act)| act)
    }

    /// When shall it come again?
    pub(super) fn snooze_message(&self, about: &Reminded) -> Message {
        let view = self.view();
        let voice = Voice::new(&view, self.language());
        let mut message = voice.message(Role::Ask, voice.say("snooze-when"));
        message.asks = None;
        let button = |how: &&str| Button {
            kind: ButtonKind::Choice,
            ..Button::nav(
                &format!("nav.snooze:{how}@{}@{}", about.timer, about.filing),
                voice.say(&format!("nav-snooze-{how}")),
            )
        };
        message.options = PUT_OFF.iter().map(button).collect();
        message.options.push(Button::nav("nav.leave", voice.say("nav-leave")));
        message
    }

    // ---- quiet hours -------------------------------------------------------------------------------

    /// `/quiet`: tells or sets when the applicant is not to be disturbed.
    pub(super) fn quiet_hours(&mut self, typed: &str) {
        let before = self.state.applicant.quiet.clone();
        let text = if typed.is_empty() {
            "quiet-are"
        } else if let Some(quiet) = before.read(typed) {
            self.state.applicant.quiet = quiet;
            self.verdict = Verdict::Accepted;
            "quiet-set"
        } else {
            "quiet-how"
        };
        let Quiet { from, to, zone } = self.state.applicant.quiet.clone();
        let own = [
            ("from", from.to_string()),
            ("to", to.to_string()),
            ("zone", zone.name().to_owned()),
            ("state", if from == to { "off" } else { "on" }.to_owned()),
        ];
        self.say(Role::Info, text, &own);
    }
}

/// The deadline of a timer, for its texts.
fn due_variables(view: &View<'_>, voice: &Voice<'_>, timer: &Timer) -> Vec<(&'static str, String)> {
    let since = moments::began(view, timer).map(|of| china_date(of).to_string()).unwrap_or_default();
    // What is erased in the morning is kept to the end of the day before.
    let kept_to = moments::erased_at(view, timer).and_then(|at| Some((china_date(at).pred_opt()?, true)));
    let Some((last, is_sure)) = moments::deadline(view, timer).or(kept_to) else {
        return vec![
            ("due", String::new()),
            ("days", "0".to_owned()),
            ("hours", "0".to_owned()),
            ("state", "ahead".to_owned()),
            ("since", since),
        ];
    };
    let left = (last - china_date(view.now)).num_days();
    let is_by_hour = matches!(timer.clock.limit, Some(Offset::Hours(_)));
    let end = moments::end_of(view, timer).filter(|_| is_by_hour);
    // Begun hours count.
    let hours = end.map_or(0, |end| ((end - view.now).num_minutes() + 59).div_euclid(60).max(1));
    let due = end.map_or_else(|| last.to_string(), deadline_text);
    vec![
        ("due", shown_day(voice, &due, is_sure)),
        ("days", left.abs().to_string()),
        ("hours", hours.to_string()),
        ("state", moments::state_of(left).to_owned()),
        ("since", since),
    ]
}

/// A day as it is told: one that is counted over years whose holidays are not known is only about right.
pub(super) fn shown_day(voice: &Voice<'_>, day: &str, is_sure: bool) -> String {
    if is_sure { day.to_owned() } else { voice.say_with("about-day", &[("day", day.to_owned())]) }
}

/// What the buttons under a reminder are about: a timer whose clock began then. Another beginning is another matter.
fn about_code(timer: &str, of: DateTime<Utc>) -> String {
    format!("{timer} {}", of.timestamp_millis())
}

/// What may be done about the reminders of a filing: what each button is about, its id, and the act in full.
pub(super) fn actions(
    content: &Content,
    filing: &Filing,
    now: DateTime<Utc>,
) -> Vec<(String, &'static str, String)> {
    let view = View::new(content, filing, now);
    let of = |timer: &Timer| {
        let about = about_code(&timer.id, moments::began(&view, timer)?);
        let (id, reference) = (&timer.id, &filing.reference);
        Some(ACTIONS.map(|action| (about.clone(), action, format!("{action}@{id}@{reference}"))))
    };
    content.timers.iter().filter_map(of).flatten().collect()
}
