//! What an applicant can have shown: progress, what is left to do, the estimate, the deadlines, the dossier, and all
//! that is kept.

use chrono::{DateTime, Utc};

use super::derive::{Standing, Status, View};
use super::dossier::Dossier;
use super::event::Role;
use super::filings::name_of;
use super::moments;
use super::reminders::shown_day;
use super::state::{Value, Wanted, china_date};
use super::step::Turn;
use super::voice::Voice;
use crate::content::{Field, FieldKind, GateKind};
use crate::knowledge::Tell;

impl Turn<'_> {
    pub(super) fn my_data(&mut self) {
        let text = {
            let mut parts = Vec::new();
            let view = self.view();
            let voice = Voice::new(&view, self.language());
            parts.push(voice.say("mydata-head"));
            for filing in self.state.filings.values() {
                let view = View::new(self.content, filing, self.around.now);
                let own = Voice::new(&view, self.language());
                let created = china_date(filing.created).to_string();
                let head = [("reference", filing.reference.to_string()), ("created", created)];
                let mut lines = vec![own.say_with("mydata-filing", &head)];
                let order = self.content.fields_in_order();
                for number in order
                    .into_iter()
                    .chain((0..self.content.fields.len()).filter(|n| self.content.fields[*n].on_request))
                {
                    let field = &self.content.fields[number];
                    if let Some(answer) = filing.answers.get(&field.id) {
                        let value = own.value(field, &answer.value);
                        lines.push(format!(
                            "- {}",
                            own.say_with("mydata-line", &[("label", own.label(field)), ("value", value)])
                        ));
                    }
                }
                // What these dialogues have no field for is kept as well, for the day on which those come back that have one.
                let gone = filing.answers.iter().filter(|(id, _)| self.content.field(id).is_none());
                lines.extend(gone.map(|(id, answer)| {
                    let value = own.bare_value(&answer.value);
                    format!("- {}", own.say_with("mydata-line", &[("label", id.clone()), ("value", value)]))
                }));
                for tell in &filing.told {
                    let field = tell.fields.iter().find_map(|id| self.content.field(id));
                    let Some(field) = field else { continue };
                    let own = [("label", own.label(field)), ("value", told_value(&own, field, tell))];
                    lines.push(format!("- {}", voice.say_with("mydata-line", &own)));
                }
                if filing.answers.is_empty() && filing.told.is_empty() {
                    lines.push(own.say("mydata-nothing"));
                }
                for (count, asked) in (1..).zip(&filing.tickets) {
                    let ticket = ("ticket", format!("{}-{count}", filing.reference));
                    let field = asked.as_deref().and_then(|id| self.content.field(id));
                    let line = match field {
                        Some(field) => own.say_with("mydata-ticket", &[ticket, ("label", own.label(field))]),
                        None => own.say_with("mydata-ticket-bare", &[ticket]),
                    };
                    lines.push(format!("- {line}"));
                }
                parts.push(lines.join("\n"));
            }
            parts.push(voice.say("mydata-end"));
            parts.join("\n\n")
        };
        self.tell(Role::Answer, text);
    }

    pub(super) fn dossier(&mut self) {
        let text = {
            let view = self.view();
            let voice = Voice::new(&view, self.language());
            match why_closed(&view, &voice) {
                Some(why) => voice.say_with("dossier-closed", &[("why", why)]),
                None => Dossier::of(&view).markdown(&voice),
            }
        };
        self.tell(Role::Answer, text);
    }

    /// Every timer that runs, of all filings: the deadline, or when it is asked next how things stand.
    pub(super) fn deadlines(&mut self) {
        let text = {
            let view = self.view();
            let voice = Voice::new(&view, self.language());
            let is_one = self.state.filings.len() == 1;
            let mut parts = Vec::new();
            for filing in self.state.filings.values() {
                let view = View::new(self.content, filing, self.around.now);
                let voice = Voice::new(&view, self.language());
                let running = moments::running(&view);
                let mut lines: Vec<(DateTime<Utc>, String)> =
                    running.iter().filter_map(|running| deadline_line(&view, &voice, running)).collect();
                lines.sort();
                let lines: Vec<String> = lines.into_iter().map(|(_, line)| format!("- {line}")).collect();
                if lines.is_empty() {
                    continue;
                }
                let head = [("reference", name_of(&view))];
                let head = if is_one { Vec::new() } else { vec![voice.say_with("deadlines-filing", &head)] };
                parts.push(head.into_iter().chain(lines).collect::<Vec<_>>().join("\n"));
            }
            if parts.is_empty() {
                voice.say("deadlines-none")
            } else {
                format!(
                    "{}\n{}\n\n{}",
                    voice.say("deadlines-head"),
                    parts.join("\n\n"),
                    voice.say("deadlines-tail")
                )
            }
        };
        self.tell(Role::Answer, text);
    }

    /// What stands at the bottom of the home page, ready to be pasted.
    pub(super) fn footer(&mut self) {
        let text = {
            let view = self.view();
            let voice = Voice::new(&view, self.language());
            let given = |id: &str| {
                let answer = view.filing.answers.get(id).filter(|answer| answer.reopened.is_none())?;
                answer.value.text().map(str::to_owned)
            };
            match given("filing.number") {
                None => voice.say("footer-none"),
                Some(number) => {
                    // The number of the subject is that of the site without its count.
                    let subject = number.rsplit_once('-').map_or(number.as_str(), |(subject, _)| subject);
                    let own = [("number", number.clone()), ("subject", subject.to_owned())];
                    let mut parts = vec![voice.say_with("footer-filing", &own)];
                    parts.push(match given("public-security.number") {
                        None => voice.say("footer-public-security-none"),
                        Some(number) => {
                            let code = number.chars().filter(char::is_ascii_digit).collect();
                            voice.say_with("footer-public-security", &[("number", number), ("code", code)])
                        }
                    });
                    parts.join("\n\n")
                }
            }
        };
        self.tell(Role::Answer, text);
    }

    pub(super) fn progress(&mut self) {
        let text = {
            let view = self.view();
            let voice = Voice::new(&view, self.language());
            if let Some(why) = why_closed(&view, &voice) {
                return self.tell(Role::Answer, closed_text(&view, &voice, why));
            }
            let mut parts = vec![progress_text(&view, &voice)];
            if view.walked.is_empty() {
                parts.extend(todo_text(&view, &voice));
            }
            parts.extend(estimate_text(&view, &voice));
            parts.join("\n\n")
        };
        self.tell(Role::Answer, text);
    }
}

/// What was told of a field, as it is shown.
pub(super) fn told_value(voice: &Voice<'_>, field: &Field, tell: &Tell) -> String {
    let value = tell.value.clone();
    let value = if field.kind.is_typed() { Value::Text(value) } else { Value::One(value.expose().clone()) };
    voice.value(field, &value)
}

/// A line of the list of deadlines, with the instant by which it is sorted; none: nothing is to come of the timer.
fn deadline_line(
    view: &View<'_>,
    voice: &Voice<'_>,
    running: &moments::Running<'_>,
) -> Option<(DateTime<Utc>, String)> {
    let moments = view.filing.moments.iter();
    let next = moments
        .filter(|moment| moment.timer == running.timer.id && !moment.over)
        .map(|moment| moment.due)
        .min();
    let wanted = match running.wanted {
        Some(Wanted::Done) => return None,
        Some(Wanted::Stopped) => "stopped",
        // It is nothing to be told of before it is announced.
        Some(Wanted::Later(_)) | None if running.timer.clock.erases.is_some() => return None,
        Some(Wanted::Later(_)) | None => "on",
        Some(Wanted::Erased(_)) => "erased",
    };
    let what = voice.say(&format!("deadline-{}", running.timer.text()));
    let next_day = next.map(|next| china_date(next).to_string()).unwrap_or_default();
    let Some(end) = running.end else {
        let at = next.or((wanted == "stopped").then_some(view.now))?;
        let own = [("what", what), ("next", next_day), ("wanted", wanted.to_owned())];
        return Some((at, voice.say_with("deadlines-check", &own)));
    };
    let left = (moments::last_day(end) - china_date(view.now)).num_days();
    let state = if left == 0 && end <= view.now { "past" } else { moments::state_of(left) };
    let own = [
        ("what", what),
        ("due", shown_day(voice, &deadline_text(end), running.is_sure)),
        ("left", left.abs().to_string()),
        ("state", state.to_owned()),
        ("wanted", wanted.to_owned()),
    ];
    Some((end, voice.say_with("deadlines-line", &own)))
}

/// The instant of a deadline, in China.
pub(super) fn deadline_text(end: DateTime<Utc>) -> String {
    // The end of a day is told as 24:00 of that day, not as the next one.
    let local = end.with_timezone(&super::state::china());
    if local.time() == chrono::NaiveTime::MIN {
        format!("{} 24:00", china_date(end - chrono::TimeDelta::seconds(1)))
    } else {
        local.format("%Y-%m-%d %H:%M").to_string()
    }
}

/// Why a filing that ended without a number ended; none: it goes on, or is complete.
fn why_closed(view: &View<'_>, voice: &Voice<'_>) -> Option<String> {
    let Standing::Closed { gate } = view.standing else { return None };
    match &view.content.gates[gate].kind {
        GateKind::Exit { reason } => Some(voice.say(&format!("closed-{reason}"))),
        GateKind::Stop { .. } => None,
    }
}

/// The stages that were walked until the filing was closed: none of the others is to come.
fn closed_text(view: &View<'_>, voice: &Voice<'_>, why: String) -> String {
    let content = view.content;
    let walked = |number: &usize| {
        let counts = |field: &&crate::content::Field| {
            let answer = view.filing.answers.get(&field.id);
            field.stage == *number && !field.on_request && answer.is_some_and(|a| a.reopened.is_none())
        };
        view.filing.entered.contains_key(&content.stages[*number].id)
            || content.fields.iter().any(|field| counts(&field))
    };
    let mut lines = vec![voice.say("progress-closed-head")];
    for stage in (0..content.stages.len()).filter(walked) {
        lines.push(format!(
            "- {}",
            voice.say_with("progress-stage-done", &[("stage", voice.stage_label(stage))])
        ));
    }
    format!("{}\n\n{}", lines.join("\n"), voice.say_with("progress-closed", &[("why", why)]))
}

fn progress_text(view: &View<'_>, voice: &Voice<'_>) -> String {
    let (done, total) = view.progress();
    let mut lines =
        vec![voice.say_with("progress-head", &[("done", done.to_string()), ("total", total.to_string())])];
    let current = view.stage();
    let reached = view.lifecycle();
    let returned = view.content.stage_number("returned") == Some(current);
    let walked = view.walked.iter().copied().filter(|stage| *stage != current).collect::<Vec<_>>();
    let shown = |stage: &usize| {
        let stage = &view.content.stages[*stage];
        !matches!(stage.id.as_str(), "closed" | "mailing" | "licence") && (stage.id != "returned" || returned)
    };
    for stage in (0..view.content.stages.len()).filter(shown) {
        // The last one walked before is the one that returned it.
        let done = if returned {
            view.content.stages[stage].open || (walked.contains(&stage) && walked.last() != Some(&stage))
        } else {
            stage < current || (stage < reached && view.walked.contains(&stage))
        };
        let id = match () {
            () if stage == current => "progress-stage-now",
            () if done => "progress-stage-done",
            () => "progress-stage-later",
        };
        lines.push(format!("- {}", voice.say_with(id, &[("stage", voice.stage_label(stage))])));
    }
    lines.join("\n")
}

/// What is still to be done outside the conversation.
pub(super) fn todo_text(view: &View<'_>, voice: &Voice<'_>) -> Option<String> {
    let mut lines = Vec::new();
    match view.value("domain.verified") {
        Some("no") => lines.push(voice.say("todo-domain-verify")),
        Some("unknown") => lines.push(voice.say("todo-domain-unknown")),
        Some(_) | None => {}
    }
    for (number, field) in view.content.fields.iter().enumerate() {
        let label = || voice.label(field);
        match (&field.kind, view.status[number], view.answer(number).map(|answer| &answer.value)) {
            (FieldKind::Paper, Status::Open, _) => {
                lines.push(voice.say_with("todo-paper", &[("label", label())]));
            }
            (_, Status::Withheld, _) | (_, Status::Answered, Some(Value::Held)) => {
                lines.push(voice.say_with("todo-held", &[("label", label())]));
            }
            (_, Status::Answered, Some(Value::One(id)))
                if field.category.is_some() && matches!(id.as_str(), "applying" | "no") =>
            {
                lines.push(voice.say_with("todo-pre-approval", &voice.category(field)));
            }
            (_, _, _) => {}
        }
    }
    let items: Vec<String> = lines.into_iter().map(|line| format!("- {line}")).collect();
    (!items.is_empty()).then(|| format!("{}\n{}", voice.say("progress-todo-head"), items.join("\n")))
}

/// When the site can be online: the steps still to come, each with its source.
fn estimate_text(view: &View<'_>, voice: &Voice<'_>) -> Option<String> {
    let order = view.lifecycle();
    let mut lines = Vec::new();
    let (mut least, mut most) = (0, 0);
    for duration in &view.content.durations {
        if duration.stage < order && !view.content.stages[duration.stage].open {
            continue;
        }
        let applies = |rule: &&crate::content::DurationRule| {
            view.covers(&rule.period) && view.holds(&rule.when) == Some(true)
        };
        let Some(rule) = duration.rules.iter().find(applies) else {
            continue;
        };
        let sources: Vec<String> =
            rule.source.iter().filter_map(|key| view.content.source_brief(key, voice.language)).collect();
        least += rule.days[0];
        most += rule.days[1];
        let own = [
            ("step", voice.say(&format!("duration-{}", duration.id))),
            ("min", rule.days[0].to_string()),
            ("max", rule.days[1].to_string()),
            ("source", sources.join(&voice.say("source-separator"))),
        ];
        lines.push(format!("- {}", voice.say_with("estimate-line", &own)));
    }
    let filed = view.content.stage_number("filed").is_some_and(|filed| order >= filed);
    if lines.is_empty() || filed {
        return None;
    }
    let day = |days: u32| {
        let day = view.content.calendar.after(china_date(view.now), days);
        day.map(|day| shown_day(voice, &day.date.to_string(), day.is_sure)).unwrap_or_default()
    };
    let head = [
        ("earliest", day(least)),
        ("latest", day(most)),
        ("min", least.to_string()),
        ("max", most.to_string()),
    ];
    Some(format!("{}\n{}", voice.say_with("estimate", &head), lines.join("\n")))
}
