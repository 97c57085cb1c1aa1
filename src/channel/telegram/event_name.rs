//! What names an event for good among its person's, so that it happens once, however often and under whatever number
//! it is delivered.
//!
//! The number of an update is no part of a name: numbers may begin anew, and the same message may come under another
//! one. What is written here stands in the store, so a letter is never given another meaning.

use std::fmt;

/// A name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum EventName {
    /// A message, by its number in the chat.
    Message(i64),
    /// A change of a message, by when it was made: a message may be changed often.
    Edit {
        /// The message.
        message: i64,
        /// When, in seconds since 1970.
        date: i64,
    },
    /// An album, whose pictures come in messages of their own.
    Album(String),
    /// A press, by the query that it is answered by.
    Press(String),
    /// A button as it was shown, which can be pressed once, by its message and what it carries.
    Button {
        /// The message.
        message: i64,
        /// What it carries.
        data: String,
    },
    /// The bot was blocked, by when that was, in seconds since 1970.
    Block(i64),
}

impl fmt::Display for EventName {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(message) => write!(to, "m{message}"),
            Self::Edit { message, date } => write!(to, "e{message}:{date}"),
            Self::Album(album) => write!(to, "g{album}"),
            Self::Press(query) => write!(to, "c{query}"),
            Self::Button { message, data } => write!(to, "p{message}:{data}"),
            Self::Block(date) => write!(to, "b{date}"),
        }
    }
}
