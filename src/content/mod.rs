//! What the dialogue files say, loaded into types. Loading never reads the disk itself: it is handed the text.

pub mod lists;
pub mod province;
