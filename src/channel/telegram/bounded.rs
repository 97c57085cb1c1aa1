//! Strings and lists of an update, cut to a length where they are read: whatever is longer is not of Telegram's making,
//! and must not make a row that the store refuses.

use std::ops::Deref;

use serde::{Deserialize, Deserializer, Serialize};

use crate::personal::Personal;

/// Characters that are read of what somebody typed. More than any limit that people are told of, so that they still
/// hear that a text is too long; and so few that it fits a row of the inbox, however it is written there.
const TYPED_CHARS_MAX: usize = 5000;

/// A string of at most so many bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Bounded<const BYTES_MAX: usize>(String);

impl<const BYTES_MAX: usize> Deref for Bounded<BYTES_MAX> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl<'de, const BYTES_MAX: usize> Deserialize<'de> for Bounded<BYTES_MAX> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut text = String::deserialize(from)?;
        if text.len() > BYTES_MAX {
            let end = (0..=BYTES_MAX).rev().find(|at| text.is_char_boundary(*at));
            text.truncate(end.unwrap_or_default());
        }
        Ok(Self(text))
    }
}

/// What somebody typed.
pub(super) fn typed<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Personal>, D::Error> {
    let text = Option::<String>::deserialize(from)?;
    Ok(text.map(|mut text| {
        if let Some((end, _)) = text.char_indices().nth(TYPED_CHARS_MAX) {
            text.truncate(end);
        }
        Personal::new(text)
    }))
}

/// The last of a list: of the sizes of a picture the largest.
pub(super) fn last<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Vec<T>, D::Error> {
    let mut all = Vec::<T>::deserialize(from)?;
    let last = all.pop();
    Ok(last.into_iter().collect())
}
