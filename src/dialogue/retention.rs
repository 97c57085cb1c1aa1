//! Retention: a filing to which nobody came back is announced to be erased, is erased, or is kept.

use chrono::TimeDelta;

use super::derive::View;
use super::event::{Effect, Role};
use super::moments;
use super::read;
use super::state::{Aside, Filing, Reference, Reminded, Wanted, china_date};
use super::step::Turn;
use crate::content::Timer;

/// What is to be erased and is late by so much waits for what was done while the machine was down; by more than that, it is
/// announced anew, since not all that was done meanwhile is told any more.
const PUNCTUAL: TimeDelta = TimeDelta::minutes(2);
const LATE_WAITS: TimeDelta = TimeDelta::minutes(15);
const TOLD_ANEW_AFTER: TimeDelta = TimeDelta::hours(20);

/// Whether it was announced that the filing is erased, and nobody wanted it kept so far, though they may have come since.
pub(super) fn is_announced(filing: &Filing, timer: &Timer) -> bool {
    let wish = filing.wishes.get(&timer.id);
    timer.clock.erases.is_some() && wish.is_some_and(|wish| matches!(wish.wanted, Wanted::Erased(_)))
}

impl<'a> Turn<'a> {
    /// Erases what was announced to be, or lets it wait a little more; `false`: it is too late for either.
    pub(super) fn erases(
        &mut self,
        reference: &Reference,
        timer: &Timer,
        late: TimeDelta,
        unread: bool,
    ) -> bool {
        if late > TOLD_ANEW_AFTER {
            return false;
        }
        if unread || late > PUNCTUAL {
            self.put_off_erasing(reference, timer);
        } else {
            self.erase(reference);
        }
        true
    }

    fn put_off_erasing(&mut self, reference: &Reference, timer: &Timer) {
        let now = self.around.now;
        let Some(filing) = self.state.filings.get_mut(reference) else { return };
        if let Some(wish) = filing.wishes.get_mut(&timer.id) {
            wish.wanted = Wanted::Erased(now + LATE_WAITS);
        }
        for moment in filing.moments.iter_mut().filter(|moment| moment.timer == timer.id && moment.due <= now)
        {
            moment.over = true;
        }
        self.settle_moments_of(reference);
    }

    /// Nobody came back to a filing, as it was announced: it goes, and with the last one everything.
    fn erase(&mut self, reference: &Reference) {
        let own = [("reference", reference.to_string())];
        if self.state.filings.len() == 1 {
            return self.forget("retention-forgotten", &own);
        }
        self.say(Role::Info, "retention-erased", &own);
        if let Some(Effect::Say(message)) = self.effects.last_mut() {
            message.filing = None;
            message.asks = None;
        }
        let applicant = &mut self.state.applicant;
        if applicant.reminded.as_ref().is_some_and(|about| about.filing == *reference) {
            applicant.reminded = None;
        }
        let is_in_hand = applicant.active.as_ref() == Some(reference);
        // A list of filings has another order now.
        let is_concerned = match &applicant.aside {
            Some(Aside::Snooze(about)) => about.filing == *reference,
            Some(Aside::Filings) => true,
            Some(_) | None => is_in_hand,
        };
        if is_concerned {
            applicant.aside = None;
        }
        self.state.filings.remove(reference);
        if is_in_hand && let Some(other) = self.state.filings.keys().next_back().cloned() {
            self.take_in_hand(other);
            self.say_panel(true);
        }
    }

    /// It is not erased: its applicant wants it kept, and is asked again as long after this as after a visit.
    pub(super) fn keep_filing(&mut self, about: &Reminded, timer: &Timer, said: &str) {
        let view = View::new(self.content, &self.state.filings[&about.filing], self.around.now);
        let again = timer.clock.at.first().and_then(|at| moments::ahead(&view, *at));
        let of = moments::began(&view, timer);
        let at = again.map(|again| china_date(again).to_string()).unwrap_or_default();
        if let (Some(of), Some(again)) = (of, again) {
            self.wish(about, of, Wanted::Later(again));
        }
        self.say(Role::Info, said, &[("reference", about.filing.to_string()), ("at", at)]);
    }

    /// Of which filings it was announced that they are erased.
    fn announced(&self) -> Vec<(Reminded, &'a Timer)> {
        let content = self.content;
        let of = |filing: &Filing| {
            let timers = content.timers.iter().filter(|timer| is_announced(filing, timer));
            let about = timers
                .map(|timer| (Reminded { filing: filing.reference.clone(), timer: timer.id.clone() }, timer));
            about.collect::<Vec<_>>()
        };
        self.state.filings.values().flat_map(of).collect()
    }

    /// Whoever comes back to a filing keeps it.
    pub(super) fn visit(&mut self, reference: &Reference) {
        if self.lets_go {
            return;
        }
        let today = china_date(self.around.now);
        let announced = self.announced().into_iter().find(|(about, _)| about.filing == *reference);
        let Some(filing) = self.state.filings.get(reference) else { return };
        if filing.visited != Some(today) {
            let filing = if self.state.applicant.active.as_ref() == Some(reference) {
                Some(self.filing_mut())
            } else {
                self.state.filings.get_mut(reference)
            };
            if let Some(filing) = filing {
                filing.visited = Some(today);
            }
        }
        let Some((about, timer)) = announced else { return };
        let is_handed_in = timer.clock.until.is_some_and(|until| {
            let id = &self.content.fields[until].id;
            self.state.filings[reference].answers.contains_key(id)
        });
        let is_asked_whether = matches!(self.state.applicant.aside, Some(Aside::Forget | Aside::Cancel));
        if let Some(filing) = self.state.filings.get_mut(reference) {
            filing.wishes.remove(&about.timer);
        }
        if !is_handed_in && !is_asked_whether {
            self.keep_filing(&about, timer, "retention-visited");
        }
    }

    /// Whether it was said that what is to be erased shall be kept, or not: a mere "yes" or "no" is about the filing in hand.
    pub(super) fn typed_keep(&mut self, text: &str) -> bool {
        let announced = self.announced();
        if announced.is_empty() {
            return false;
        }
        // Whoever names a filing means that one.
        let upper = text.to_uppercase();
        let named = announced.iter().map(|(about, _)| about.filing.clone());
        let named: Vec<Reference> = named.filter(|filing| upper.contains(filing.as_str())).collect();
        let words = named.iter().fold(upper, |words, filing| words.replace(filing.as_str(), " "));
        let (keeps, agrees, refuses) = {
            let view = self.view();
            let folded = read::folded(words.trim());
            let says = |id| read::says(&view, id, &folded);
            (
                says("words-retain"),
                says("words-yes") || says("words-ack"),
                says("words-no") || says("words-erase"),
            )
        };
        let active = self.state.applicant.active.clone();
        let is_in_hand = |about: &Reminded| Some(&about.filing) == active.as_ref();
        let is_about_it = announced.iter().any(|(about, _)| is_in_hand(about));
        if keeps || (agrees && is_about_it) {
            self.state.applicant.aside = None;
            let is_meant = |about: &Reminded| match (named.is_empty(), keeps) {
                (true, true) => true,
                (true, false) => is_in_hand(about),
                (false, _) => named.contains(&about.filing),
            };
            for (about, timer) in announced.iter().filter(|(about, _)| is_meant(about)) {
                self.keep_filing(about, timer, "retention-kept");
            }
            return true;
        }
        if refuses && (is_about_it || !named.is_empty()) {
            self.lets_go = named.is_empty() || active.as_ref().is_some_and(|active| named.contains(active));
            self.say(Role::Info, "retention-goes", &[]);
            return true;
        }
        false
    }
}
