//! A transcript beside what happened: the lines that differ, as a diff or written into the transcript.

/// How many lines are shown around a difference.
const AROUND: usize = 3;

/// The lines of a transcript in order, each with what happened instead, where that differs.
#[derive(Debug, Default)]
pub struct Report {
    rows: Vec<Row>,
}

#[derive(Debug)]
struct Row {
    /// None: the transcript has no such line.
    written: Option<String>,
    /// None: just what is written.
    happened: Option<String>,
    /// The bot's words, which an update may rewrite.
    words: bool,
}

impl Row {
    fn differs(&self) -> bool {
        self.happened.is_some()
    }
}

impl Report {
    /// A line that is as it should be.
    pub(super) fn same(&mut self, written: &str) {
        self.rows.push(Row { written: Some(written.to_owned()), happened: None, words: false });
    }

    /// A line about what the bot does that is not so.
    pub(super) fn other(&mut self, written: &str, happened: String) {
        self.rows.push(Row { written: Some(written.to_owned()), happened: Some(happened), words: false });
    }

    /// A line of what the bot says that it does not say.
    pub(super) fn other_words(&mut self, written: &str, happened: String) {
        self.rows.push(Row { written: Some(written.to_owned()), happened: Some(happened), words: true });
    }

    /// Something that no line mentions and one should.
    pub(super) fn missing(&mut self, happened: String) {
        self.rows.push(Row { written: None, happened: Some(happened), words: false });
    }

    /// The differences as a unified diff; `None`: there are none.
    #[must_use]
    pub fn difference(&self, name: &str) -> Option<String> {
        if !self.rows.iter().any(Row::differs) {
            return None;
        }
        let near = |at: usize| {
            let (from, to) = (at.saturating_sub(AROUND), (at + AROUND + 1).min(self.rows.len()));
            self.rows[from..to].iter().any(Row::differs)
        };
        let mut lines = vec![format!("--- {name}"), format!("+++ {name} as it happened")];
        let (mut line, mut shown) = (1, false);
        for (at, row) in self.rows.iter().enumerate() {
            let show = near(at);
            if show && !shown {
                lines.push(format!("@@ {name}:{line} @@"));
            }
            shown = show;
            if show {
                let sign = if row.differs() { '-' } else { ' ' };
                lines.extend(row.written.iter().map(|written| format!("{sign}{written}")));
                lines.extend(row.happened.iter().map(|happened| format!("+{happened}")));
            }
            line += usize::from(row.written.is_some());
        }
        Some(lines.join("\n"))
    }

    /// The lines that differ: as written, where there is such a line, and as it happened.
    pub fn differences(&self) -> impl Iterator<Item = (Option<&str>, &str)> {
        self.rows.iter().filter_map(|row| Some((row.written.as_deref(), row.happened.as_deref()?)))
    }

    /// Whether an update mends every difference.
    #[must_use]
    pub fn is_mendable(&self) -> bool {
        self.rows.iter().all(|row| row.words || !row.differs())
    }

    /// The transcript with the bot's words as they were said; `None`: they are as written.
    #[must_use]
    pub fn updated(&self) -> Option<String> {
        if !self.rows.iter().any(|row| row.words) {
            return None;
        }
        let line = |row: &Row| {
            if row.words { row.happened.clone() } else { row.written.clone() }
        };
        Some(self.rows.iter().filter_map(line).map(|line| line + "\n").collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report() -> Report {
        let mut report = Report::default();
        report.same("user> hello");
        report.other_words("bot > hi", "bot > good day".to_owned());
        report.other("asks> name", "asks> -".to_owned());
        report.missing("refused> length".to_owned());
        report
    }

    #[test]
    fn a_difference_shows_both_sides_and_the_place() {
        let expected = "--- a.txt\n+++ a.txt as it happened\n@@ a.txt:1 @@\n user> hello\n-bot > hi\n+bot > good day\n\
                        -asks> name\n+asks> -\n+refused> length";
        assert_eq!(report().difference("a.txt").as_deref(), Some(expected));
    }

    #[test]
    fn an_update_rewrites_the_bots_words_and_nothing_else() {
        assert_eq!(report().updated().as_deref(), Some("user> hello\nbot > good day\nasks> name\n"));
    }
}
