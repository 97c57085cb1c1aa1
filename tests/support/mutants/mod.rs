//! Mutants of the dialogues: each breaks one promise at one place, and the check is to notice.
//!
//! An operator lists all its sites in the files as they are shipped; the rest of a file stays byte for byte, comments
//! included. The operators follow from the promises (DESIGN sections 3 to 5) and know nothing of how they are checked.

mod asking;
mod conditions;
mod course;
mod reading;
mod rules;
mod texts;

use std::collections::BTreeMap;
use std::ops::Range;

use beian::content::Files;

pub(crate) use reading::Dialogues;

/// A way to break the dialogues.
pub(crate) struct Operator {
    /// Its name.
    pub(crate) name: &'static str,
    /// The promise that its mutants break.
    pub(crate) promise: Promise,
    /// All its mutants, in the order of the files.
    pub(crate) sites: fn(&Dialogues) -> Vec<Mutant>,
}

/// What the dialogues promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Promise {
    /// From everywhere a complete dossier or an explained exit can be reached.
    Completes,
    /// Asked is what is required, what steers and what informs, and nothing twice.
    AsksRight,
    /// A change reopens exactly what depends on it.
    EditSound,
    /// Texts fit, buttons differ, timers end.
    Deliverable,
    /// Nothing personal before consent.
    Guarded,
    /// Rules are dated and sourced, and what they give is what must come out.
    Covered,
}

/// One change to the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Mutant {
    /// The name of its operator.
    pub(crate) operator: &'static str,
    /// The file of the first edit, relative to the dialogues.
    pub(crate) file: String,
    /// The line of the first edit.
    pub(crate) line: usize,
    /// Where and what, in words that do not move when lines do.
    pub(crate) site: String,
    edits: Vec<Edit>,
}

/// A span of a file and what stands there instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Edit {
    file: String,
    span: Range<usize>,
    text: String,
}

impl Edit {
    fn new(file: &str, span: Range<usize>, text: impl Into<String>) -> Self {
        Self { file: file.to_owned(), span, text: text.into() }
    }
}

impl Mutant {
    /// The files with this change.
    pub(crate) fn of(&self, shipped: &Files) -> Files {
        let mut files = shipped.clone();
        let mut edits: Vec<&Edit> = self.edits.iter().collect();
        edits.sort_by_key(|edit| std::cmp::Reverse((edit.span.start, edit.span.end)));
        for edit in edits {
            if let Some(text) = files.0.get_mut(&edit.file) {
                text.replace_range(edit.span.clone(), &edit.text);
            }
        }
        files
    }

    /// The files that it changes.
    pub(crate) fn changed(&self) -> impl Iterator<Item = &str> {
        self.edits.iter().map(|edit| edit.file.as_str())
    }
}

/// Every operator, by promise.
pub(crate) const OPERATORS: &[Operator] = &[
    op("drop-transition", Promise::Completes, course::drop_transition),
    op("redirect-transition", Promise::Completes, course::redirect_transition),
    op("drop-clears", Promise::Completes, course::drop_clears),
    op("drop-stage-mark", Promise::Completes, course::drop_stage_mark),
    op("drop-gate", Promise::Completes, course::drop_gate),
    op("drop-reopens", Promise::Completes, course::drop_reopens),
    op("swap-reopens", Promise::Completes, course::swap_reopens),
    op("swap-gate-kind", Promise::Completes, course::swap_gate_kind),
    op("drop-later-mark", Promise::Completes, asking::drop_later_mark),
    op("add-later-mark", Promise::Completes, asking::add_later_mark),
    op("drop-condition", Promise::AsksRight, conditions::drop_condition),
    op("drop-part", Promise::AsksRight, conditions::drop_part),
    op("widen-condition", Promise::AsksRight, conditions::widen),
    op("narrow-condition", Promise::AsksRight, conditions::narrow),
    op("swap-value", Promise::AsksRight, conditions::swap_value),
    op("drop-option", Promise::AsksRight, asking::drop_option),
    op("orphan-option", Promise::AsksRight, asking::orphan_option),
    op("drop-number-kind", Promise::AsksRight, asking::drop_number_kind),
    op("drop-field", Promise::AsksRight, asking::drop_field),
    op("drop-place", Promise::AsksRight, asking::drop_place),
    op("ask-twice", Promise::AsksRight, asking::ask_twice),
    op("ask-before-need", Promise::AsksRight, asking::ask_before_need),
    op("drop-bound", Promise::AsksRight, asking::drop_bound),
    op("flip-optional", Promise::AsksRight, asking::flip_optional),
    op("drop-official", Promise::AsksRight, rules::drop_official),
    op("drop-asked-anew", Promise::EditSound, rules::drop_asked_anew),
    op("drop-dependency", Promise::EditSound, asking::drop_dependency),
    op("add-dependency", Promise::EditSound, asking::add_dependency),
    op("depend-on-later", Promise::EditSound, asking::depend_on_later),
    op("drop-text", Promise::Deliverable, texts::drop_text),
    op("drop-text-everywhere", Promise::Deliverable, texts::drop_text_everywhere),
    op("drop-attribute", Promise::Deliverable, texts::drop_attribute),
    op("drop-attribute-everywhere", Promise::Deliverable, texts::drop_attribute_everywhere),
    op("overlong-message", Promise::Deliverable, texts::overlong_message),
    op("overlong-with-value", Promise::Deliverable, texts::overlong_with_value),
    op("overlong-button", Promise::Deliverable, texts::overlong_button),
    op("overlong-label", Promise::Deliverable, texts::overlong_label),
    op("overlong-toast", Promise::Deliverable, texts::overlong_toast),
    op("equal-buttons", Promise::Deliverable, texts::equal_buttons),
    op("equal-to-navigation", Promise::Deliverable, texts::equal_to_navigation),
    op("drop-reminder", Promise::Deliverable, course::drop_reminder),
    op("shorten-limit", Promise::Deliverable, course::shorten_limit),
    op("lengthen-limit", Promise::Deliverable, course::lengthen_limit),
    op("remind-too-late", Promise::Deliverable, course::remind_too_late),
    op("drop-timer-end", Promise::Deliverable, course::drop_timer_end),
    op("ask-before-consent", Promise::Guarded, asking::ask_before_consent),
    op("consent-too-late", Promise::Guarded, asking::consent_too_late),
    op("drop-personal", Promise::Guarded, asking::drop_personal),
    op("drop-case", Promise::Covered, rules::drop_case),
    op("drop-listed", Promise::Covered, rules::drop_listed),
    op("other-days", Promise::Covered, rules::other_days),
    op("drop-row", Promise::Covered, rules::drop_row),
    op("swap-outcomes", Promise::Covered, rules::swap_outcomes),
    op("other-outcome", Promise::Covered, rules::other_outcome),
    op("drop-rule", Promise::Covered, rules::drop_rule),
    op("drop-catch-all", Promise::Covered, rules::drop_catch_all),
    op("swap-rules", Promise::Covered, rules::swap_rules),
    op("drop-period", Promise::Covered, rules::drop_period),
    op("other-edition", Promise::Covered, rules::other_edition),
    op("shift-period", Promise::Covered, rules::shift_period),
    op("drop-source", Promise::Covered, rules::drop_source),
    op("unknown-source", Promise::Covered, rules::unknown_source),
    op("drop-source-date", Promise::Covered, rules::drop_source_date),
    op("drop-checked-on", Promise::Covered, rules::drop_checked_on),
    op("drop-category", Promise::Covered, rules::drop_category),
    op("drop-province", Promise::Covered, rules::drop_province),
    op("drop-province-rule", Promise::Covered, rules::drop_province_rule),
    op("drop-steer", Promise::Covered, rules::drop_steer),
    op("swap-steer", Promise::Covered, rules::swap_steer),
];

const fn op(name: &'static str, promise: Promise, sites: fn(&Dialogues) -> Vec<Mutant>) -> Operator {
    Operator { name, promise, sites }
}

/// Every mutant, by operator; no two with the same site.
pub(crate) fn all(dialogues: &Dialogues) -> BTreeMap<usize, Vec<Mutant>> {
    let of = |(number, operator): (usize, &Operator)| {
        let mut mutants = (operator.sites)(dialogues);
        for mutant in &mut mutants {
            mutant.operator = operator.name;
        }
        (number, mutants)
    };
    OPERATORS.iter().enumerate().map(of).collect()
}
