//! A press of a button, as it comes back from a channel: small enough for any of them, and good for nothing but what
//! is offered now.
//!
//! A button carries the filing, its revision, what was asked, and its own option, the last two as short codes. A press
//! is resolved against the panel as it stands: a button of an earlier question, of another applicant's filing, or one
//! that never was, means nothing. No id of a field or option is ever taken from outside.

use sha2::{Digest, Sha256};

use super::event::{Around, Button, Message};
use super::reminders::{ACTIONS, actions};
use super::state::{Reference, State};
use super::step::arrive;
use crate::content::Content;

/// Ways about that may stand under any message, whether or not the panel shows them.
const EVERYWHERE: [&str; 6] = ["nav.help", "nav.human", "nav.edit", "nav.dossier", "nav.new", "nav.takeover"];

/// Characters in a short code: 36 bits.
const CODE_LEN: usize = 6;

/// The first character of a press; another one stands for another writing.
const WRITING: &str = "1";

/// A pressed button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Press {
    filing: Reference,
    revision: u64,
    asks: String,
    option: String,
    /// Counts the turns: the same button shown anew is another one.
    turn: u64,
}

impl Press {
    /// The press that a button under this message makes; `None`: it is about no filing, so nothing can be pressed.
    #[must_use]
    pub fn of(message: &Message, button: &Button, turn: u64) -> Option<Self> {
        Some(Self {
            filing: message.filing.clone()?,
            revision: message.revision,
            asks: short_code(message.about.as_deref().or(message.asks.as_deref()).unwrap_or_default()),
            option: short_code(&button.id),
            turn,
        })
    }

    /// At most 48 characters of ASCII.
    #[must_use]
    pub fn write(&self) -> String {
        let (revision, turn) = (base_36(self.revision), base_36(self.turn));
        format!("{WRITING}{}{revision}.{}.{}.{turn}", self.filing, self.asks, self.option)
    }

    /// Reads what [`Press::write`] wrote; `None` for anything else.
    #[must_use]
    pub fn read(written: &str) -> Option<Self> {
        let rest = written.strip_prefix(WRITING)?;
        let filing = rest.get(..6)?;
        let mut parts = rest.get(6..)?.split('.');
        let press = Self {
            filing: Reference::parse(filing)?,
            revision: u64::from_str_radix(parts.next()?, 36).ok()?,
            asks: parts.next()?.to_owned(),
            option: parts.next()?.to_owned(),
            turn: u64::from_str_radix(parts.next()?, 36).ok()?,
        };
        // What reads otherwise than it would be written was not written here.
        (parts.next().is_none() && press.write() == written).then_some(press)
    }

    /// The id of the option that was pressed; `None`: it is not offered (any more), so nothing shall happen.
    #[must_use]
    pub fn resolve(&self, state: &State, content: &Content, around: &Around) -> Option<String> {
        // What may be done about a reminder does not depend on what is asked meanwhile.
        if let Some(filing) = state.filings.get(&self.filing)
            && ACTIONS.iter().any(|action| short_code(action) == self.option)
        {
            let mut actions = actions(content, filing, around.now).into_iter();
            let meant = actions.find(|(about, action, _)| {
                short_code(about) == self.asks && short_code(action) == self.option
            });
            if let Some((.., id)) = meant {
                return Some(id);
            }
        }
        let active = state.active()?;
        if active.reference != self.filing {
            // Under a reminder of another filing there is one button: go on with that one.
            let switch = format!("nav.use:{}", self.filing);
            let known = state.filings.contains_key(&self.filing);
            return (known && short_code(&switch) == self.option).then_some(switch);
        }
        let panel = arrive(state, content, around).pop()?;
        let same = active.revision == self.revision
            && short_code(panel.asks.as_deref().unwrap_or_default()) == self.asks;
        if !same {
            return None;
        }
        let offered = panel.options.into_iter().map(|button| button.id);
        let everywhere = EVERYWHERE.into_iter().map(str::to_owned);
        offered.chain(everywhere).find(|id| short_code(id) == self.option)
    }
}

/// Six characters that stand for an id: the first 36 bits of its SHA-256.
#[must_use]
pub fn short_code(id: &str) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let hash = Sha256::digest(id.as_bytes());
    let bits = hash.iter().take(CODE_LEN).fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
    let sixth = |at: usize| usize::try_from(bits >> (42 - 6 * at) & 63).unwrap_or(0);
    (0..CODE_LEN).map(|at| char::from(ALPHABET[sixth(at)])).collect()
}

fn base_36(mut number: u64) -> String {
    let mut digits = Vec::new();
    loop {
        let digit = u32::try_from(number % 36).unwrap_or(0);
        digits.push(char::from_digit(digit, 36).unwrap_or('0'));
        number /= 36;
        if number == 0 {
            return digits.into_iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn press(revision: u64, turn: u64) -> Press {
        let filing = Reference::parse("ACDEFG").expect("six characters");
        Press { filing, revision, asks: short_code("consent"), option: short_code("accept"), turn }
    }

    #[test]
    fn a_press_reads_as_it_was_written_and_is_short() {
        for press in [press(0, 0), press(7, 41), press(u64::MAX, u64::MAX)] {
            let written = press.write();
            assert!(written.len() <= 48, "{written}");
            assert_eq!(Press::read(&written), Some(press));
        }
    }

    #[test]
    fn what_was_not_written_here_does_not_read() {
        let good = press(7, 41).write();
        for wrong in [
            "",
            "1",
            "2ACDEFG7.a.b.1",
            "1acdefg7.a.b.1",
            "1ACDEFG07.a.b.1",
            "1ACDEFG7.a.b.1.",
            "1ACDE备.a.b.1",
        ] {
            assert_eq!(Press::read(wrong), None, "{wrong}");
        }
        assert_eq!(Press::read(&format!("{good} ")), None);
    }

    #[test]
    fn codes_differ_where_ids_do() {
        assert_ne!(short_code("yes"), short_code("no"));
        assert_eq!(short_code("yes").len(), CODE_LEN);
    }
}
