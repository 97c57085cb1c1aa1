//! The deadlines as a file for a calendar (iCalendar, RFC 5545).

use chrono::TimeDelta;
use icalendar::{Alarm, Calendar, Component, Event, EventLike};

use super::derive::View;
use super::event::{Attached, Role};
use super::moments;
use super::overview::deadline_text;
use super::state::Wanted;
use super::step::Turn;
use super::voice::Voice;
use crate::content::Offset;
use crate::personal::Personal;

/// When a calendar speaks of a deadline: at nine on the day before, of those by days.
const ALARM_BEFORE: TimeDelta = TimeDelta::hours(15);

impl Turn<'_> {
    /// Gives the deadlines of all filings as a file; one that is imported again replaces what it gave before.
    pub(super) fn calendar(&mut self) {
        let (text, file) = {
            let view = self.view();
            let voice = Voice::new(&view, self.language());
            let mut calendar = Calendar::new();
            calendar.name(&voice.say("calendar-name"));
            let mut count = 0;
            for filing in self.state.filings.values() {
                let view = View::new(self.content, filing, self.around.now);
                let voice = Voice::new(&view, self.language());
                for running in moments::running(&view) {
                    let Some(end) = running.end.filter(|_| running.wanted != Some(&Wanted::Done)) else {
                        continue;
                    };
                    let what = voice.say(&format!("deadline-{}", running.timer.text()));
                    let own = [
                        ("what", what),
                        ("reference", filing.reference.to_string()),
                        ("due", deadline_text(end)),
                    ];
                    let mut event = Event::new();
                    event.uid(&format!("{}.{}@beian", running.timer.id, filing.reference));
                    event.timestamp(self.around.now);
                    let summary = voice.say_with("calendar-event", &own);
                    event.summary(&summary);
                    event.alarm(Alarm::display(&summary, -ALARM_BEFORE));
                    event.description(&voice.say_with("calendar-about", &own));
                    if matches!(running.timer.clock.limit, Some(Offset::Hours(_))) {
                        event.starts(end);
                    } else {
                        event.starts(moments::last_day(end));
                    }
                    calendar.push(event.done());
                    count += 1;
                }
            }
            let file = (count > 0).then(|| Attached {
                name: "beian.ics".to_owned(),
                text: Personal::new(calendar.done().to_string()),
            });
            let text = if count > 0 { "calendar-file" } else { "deadlines-none" };
            (voice.say_with(text, &[("count", count.to_string())]), file)
        };
        self.tell_with(Role::Answer, text, file);
    }
}
