//! What Alibaba Cloud's filing system asks, of whom, in its order and with its own field names.
//!
//! Written from the facts of the field, apart from the flow: the proof compares the two, and the dossier follows it.

use super::condition::Condition;
use super::fact::Period;
use super::fault::Spot;

/// Everything the system asks, in its order.
#[derive(Debug, Clone, Default)]
pub struct Official {
    /// The entries, in the order of the system's forms.
    pub entries: Vec<Entry>,
}

/// One line of the system's forms.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The form's section: `subject`, `subject-lead`, `site`, `site-lead`, `access`, `papers`, `check`.
    pub section: String,
    /// The name that stands in the system.
    pub label: String,
    /// The field whose answer goes there.
    pub field: Option<usize>,
    /// What goes there when it is always the same.
    pub value: Option<String>,
    /// What stands before the answer.
    pub prefix: String,
    /// Of whom it is asked.
    pub when: Condition,
    /// When it is asked.
    pub period: Period,
    /// May stay empty.
    pub optional: bool,
    /// Source keys.
    pub source: Vec<String>,
    /// Where it is declared.
    pub spot: Spot,
}
