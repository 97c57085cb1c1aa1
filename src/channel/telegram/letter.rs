//! What can be said to a chat in one message.
//!
//! Notes stand above the panel they belong to, a panel that a newer one has overtaken is left out, and what must be
//! heard by itself has a message of its own.

use std::collections::{BTreeSet, VecDeque};

use super::pace::Haste;
use super::render::{TEXT_UNITS_MAX, units};
use crate::dialogue::{Attached, Button, Message, Role};
use crate::engine::Pending;
use crate::store::Key;

/// Between what was said before and what is said below it.
const SEPARATOR: &str = "\n\n";

/// One of those that wait for a chat.
pub(super) struct Unsaid {
    /// Its own number, which no other has.
    pub(super) number: u64,
    pub(super) pending: Pending,
    /// How often it was sent without knowing whether it arrived.
    pub(super) unknown_count: u32,
}

/// What can be said in one message.
pub(super) struct Letter {
    /// Those of what waits that it says.
    pub(super) numbers: BTreeSet<u64>,
    pub(super) keys: Vec<Key>,
    pub(super) text: String,
    /// Whose buttons stand under it, and in which turn they were shown.
    pub(super) shown: Option<(Message, u64)>,
    /// It is, or ends with, a panel.
    pub(super) is_panel: bool,
    pub(super) is_reminder: bool,
    /// The file that it brings.
    pub(super) file: Option<Attached>,
    /// The message whose place it takes.
    pub(super) replaces: Option<i32>,
    pub(super) unknown_count: u32,
}

/// How what waits takes part in a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// It stands above what follows.
    Note,
    /// It ends the letter, unless a newer one follows.
    Panel,
    /// It ends the letter.
    Own,
}

impl Unsaid {
    /// `followed`: something more waits behind it; `panel_follows`: in the same turn.
    fn part(&self, followed: bool, panel_follows: bool) -> Part {
        match self.pending.message.role {
            Role::Ask => Part::Panel,
            Role::Info if !self.pending.message.options.is_empty() && !panel_follows => Part::Panel,
            // What brings a file brings nothing else.
            _ if self.pending.message.file.is_some() => Part::Own,
            Role::Info | Role::Refusal => Part::Note,
            // Perhaps it arrived: it is not sent by itself again where it can stand above what follows.
            Role::Answer | Role::Desk | Role::Reminder if self.unknown_count > 0 && followed => Part::Note,
            Role::Answer | Role::Desk | Role::Reminder => Part::Own,
        }
    }
}

impl Letter {
    /// What can be said next of those that wait.
    pub(super) fn of(queue: &VecDeque<Unsaid>) -> Option<Self> {
        queue.front()?;
        // Only as much is looked at as is said: much may wait for somebody, and others wait meanwhile.
        let newest_panel = (0..queue.len()).rev().find(|at| part(queue, *at) == Part::Panel);
        let mut letter = Self {
            numbers: BTreeSet::new(),
            keys: Vec::new(),
            text: String::new(),
            shown: None,
            is_panel: false,
            is_reminder: false,
            file: None,
            replaces: None,
            unknown_count: 0,
        };
        for (at, unsaid) in queue.iter().enumerate() {
            let message = &unsaid.pending.message;
            let part = part(queue, at);
            let overtaken = part == Part::Panel && newest_panel != Some(at);
            let length = letter.text.len();
            if message.file.is_some() && length > 0 {
                break;
            }
            if !overtaken {
                let words = message.text.expose();
                let more = units(words) + if length == 0 { 0 } else { SEPARATOR.len() };
                if length > 0 && units(&letter.text) + more > TEXT_UNITS_MAX {
                    break;
                }
                letter.text.push_str(if length == 0 { "" } else { SEPARATOR });
                letter.text.push_str(words);
                letter.show(unsaid);
            }
            letter.numbers.insert(unsaid.number);
            letter.keys.extend(unsaid.pending.key.clone());
            // A reminder must be heard, so it does not move what it stands above into an older message.
            if (part, message.role) != (Part::Note, Role::Reminder) {
                letter.unknown_count = letter.unknown_count.max(unsaid.unknown_count);
            }
            match part {
                Part::Panel if !overtaken => {
                    letter.is_panel = true;
                    letter.replaces = unsaid.pending.replaces;
                    break;
                }
                Part::Own => {
                    letter.is_reminder = message.role == Role::Reminder;
                    letter.file.clone_from(&message.file);
                    break;
                }
                Part::Note | Part::Panel => {}
            }
        }
        Some(letter)
    }

    pub(super) fn says(&self, unsaid: &Unsaid) -> bool {
        self.numbers.contains(&unsaid.number)
    }

    /// Takes over the buttons; those of a note stand above those of the panel.
    fn show(&mut self, unsaid: &Unsaid) {
        let mut message = unsaid.pending.message.clone();
        if let Some((before, _)) = self.shown.take().filter(|(before, _)| before.filing == message.filing) {
            let more: Vec<_> = std::mem::take(&mut message.options);
            message.options = before.options;
            let known = |id: &str, options: &[Button]| options.iter().any(|old| old.id == id);
            for button in more {
                if !known(&button.id, &message.options) {
                    message.options.push(button);
                }
            }
        }
        self.shown = Some((message, unsaid.pending.turn));
    }

    pub(super) fn haste(&self) -> Haste {
        if self.is_reminder { Haste::Reminder } else { Haste::Answer }
    }

    /// The message to edit; `None`: it is sent anew. A panel never changes above another one: where the same was shown
    /// twice and the upper one pressed, the lower one would be left as the newest, out of date.
    pub(super) fn target(&self, panel: Option<i32>) -> Option<i32> {
        let instead = panel.filter(|_| self.is_panel && self.unknown_count > 0);
        self.replaces.map(|pressed| panel.map_or(pressed, |panel| panel.max(pressed))).or(instead)
    }
}

fn part(queue: &VecDeque<Unsaid>, at: usize) -> Part {
    let turn = queue[at].pending.turn;
    // What was said in one turn stands together.
    let mut rest = queue.range(at + 1..).take_while(|unsaid| unsaid.pending.turn == turn);
    let panel_follows = rest.any(|unsaid| unsaid.pending.message.role == Role::Ask);
    queue[at].part(at + 1 < queue.len(), panel_follows)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What waits, oldest first: role, words, turn, and how often it was sent without knowing whether it arrived.
    fn queue(waits: &[(Role, &str, u64, u32)]) -> VecDeque<Unsaid> {
        let now = chrono::DateTime::UNIX_EPOCH;
        let unsaid = |(number, (role, words, turn, unknown_count)): (u64, &(Role, &str, u64, u32))| Unsaid {
            number,
            pending: Pending {
                key: Some(vec![u8::try_from(number).expect("few wait")]),
                message: Message::bare(*role, (*words).into(), now),
                turn: *turn,
                replaces: None,
            },
            unknown_count: *unknown_count,
        };
        (0..).zip(waits).map(unsaid).collect()
    }

    /// The next letter's words, and how many of those that wait it says.
    fn check(waits: &[(Role, &str, u64, u32)], words: &str, count: usize) -> Letter {
        let letter = Letter::of(&queue(waits)).expect("something waits");
        assert_eq!((letter.text.as_str(), letter.numbers.len()), (words, count), "{waits:?}");
        assert_eq!(letter.keys.len(), count, "what is said is marked");
        letter
    }

    #[test]
    fn a_letter_says_as_much_as_belongs_together() {
        use Role::{Answer, Ask, Info, Refusal, Reminder};
        assert!(Letter::of(&VecDeque::new()).is_none());
        assert!(check(&[(Info, "noted", 1, 0), (Ask, "next?", 1, 0)], "noted\n\nnext?", 2).is_panel);
        check(&[(Ask, "first?", 1, 0), (Ask, "second?", 2, 0)], "second?", 2);
        check(&[(Ask, "first?", 1, 0), (Refusal, "no", 2, 0), (Ask, "first?", 2, 0)], "no\n\nfirst?", 3);
        assert!(!check(&[(Answer, "so it is", 1, 0), (Ask, "next?", 1, 0)], "so it is", 1).is_panel);
        assert!(check(&[(Reminder, "today", 1, 0), (Ask, "next?", 2, 0)], "today", 1).is_reminder);
    }

    #[test]
    fn what_perhaps_arrived_stands_above_what_follows() {
        use Role::{Answer, Ask, Reminder};
        check(&[(Answer, "so it is", 1, 1)], "so it is", 1);
        let letter = check(&[(Answer, "so it is", 1, 1), (Ask, "next?", 1, 0)], "so it is\n\nnext?", 2);
        assert_eq!(letter.target(Some(7)), Some(7), "an older panel shows it, so that nothing comes twice");
        let letter = check(&[(Reminder, "today", 1, 1), (Ask, "next?", 2, 0)], "today\n\nnext?", 2);
        assert_eq!(letter.target(Some(7)), None, "a reminder is heard");
    }

    #[test]
    fn a_letter_ends_where_a_message_would() {
        let long = "长".repeat(TEXT_UNITS_MAX - 10);
        check(&[(Role::Info, &long, 1, 0), (Role::Ask, "and what is next?", 1, 0)], &long, 1);
    }
}
