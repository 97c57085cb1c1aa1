//! Any text: only its length and its invisible characters matter.

use super::{Spec, accepted, mask, no_reading};

pub(super) const SPEC: Spec = Spec {
    id: "text",
    characters_max: 500,
    reasons: &["empty", "too-long"],
    example: "示例",
    readings: &[],
    notes: &[],
    check: |text, _given| Ok(accepted(text)),
    read: no_reading,
    mask: mask::open,
};

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::table;

    #[test]
    fn texts() {
        let long = "字".repeat(501);
        table(
            Kind::Text,
            &[(" a \n b\0 ", "a b"), ("ok", "ok")],
            &[("\u{200B}", "empty"), (&long, "too-long")],
        );
    }
}
