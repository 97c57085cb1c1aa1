//! Who talks when a transcript does not say what is answered: somebody whose papers fit whatever was chosen.
//! All of it is fictitious; the numbers carry right check characters and belong to nobody.

use std::collections::BTreeMap;

use super::venue::Heard;
use crate::content::{Field, FieldKind};
use crate::dialogue::View;
use crate::kind::Kind;

/// Zhejiang, where the persona lives until a transcript says otherwise.
const HOME: &str = "33";

/// Whose answers `until>` gives.
#[derive(Debug, Default)]
pub(super) struct Persona {
    answers: BTreeMap<String, String>,
}

impl Persona {
    /// From now on this is answered at that field.
    pub(super) fn learn(&mut self, answers: &[(String, String)]) {
        self.answers.extend(answers.iter().cloned());
    }

    /// What the persona answers here: the transcript's word, else what fits, else the field's example.
    pub(super) fn answer(&self, view: &View<'_>, field: &Field, asked: Option<&Heard>) -> String {
        if let Some(own) = self.answers.get(&field.id) {
            return own.clone();
        }
        let fitting = fitting(view, field).unwrap_or_else(|| field.example.clone());
        if field.kind.is_typed() || field.kind.is_several() {
            return fitting;
        }
        let offered =
            |id: &str| asked.is_some_and(|heard| heard.buttons.iter().any(|button| button.id == id));
        match view.options(field).first() {
            Some(first) if !offered(&fitting) => first.id.clone(),
            Some(_) | None => fitting,
        }
    }
}

/// What follows from what was chosen before; `None`: the example will do.
fn fitting(view: &View<'_>, field: &Field) -> Option<String> {
    let kind = view.typed_kind(field)?;
    let province = view.value("subject.province").unwrap_or(HOME);
    let prefixes = view.content.provinces.by_code(province)?;
    if kind == Kind::CreditCode {
        Some(credit_code(view.value("subject.kind")?).to_owned())
    } else if kind == Kind::ResidentId && field.id == "subject.certificate-number" {
        Some(resident_id(province))
    } else if kind == Kind::FilingNumber {
        Some(format!("{}ICP备2026000001号-1", prefixes.icp_prefix))
    } else if kind == Kind::PublicSecurityNumber {
        Some(format!("{}公网安备{province}010202000001号", prefixes.police_prefix))
    } else {
        matches!(field.kind, FieldKind::By { .. }).then(|| kind.example().to_owned())
    }
}

/// Codes of the region 990000, which does not exist.
fn credit_code(subject_kind: &str) -> &'static str {
    match subject_kind {
        "government" => "11990000123456788L",
        "public-institution" => "12990000123456788H",
        "law-firm" => "31990000123456788J",
        "social-organisation" => "51990000123456788G",
        "private-non-enterprise" => "52990000123456788D",
        "foundation" => "53990000123456788A",
        "sole-trader" => "929900001234567889",
        _ => "91990000123456788C",
    }
}

/// The card of an adult of this province, with its check character (ISO 7064 MOD 11-2).
fn resident_id(province: &str) -> String {
    let digits = format!("{province}010619900307001");
    let sum =
        digits.chars().filter_map(|char| char.to_digit(10)).fold(0, |sum, digit| (sum + digit) * 2 % 11);
    let check = "0123456789X".chars().nth(((12 - sum) % 11) as usize).unwrap_or('X');
    format!("{digits}{check}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_card_of_the_persona_has_a_right_check_character() {
        assert_eq!(resident_id(HOME), "330106199003070014");
    }
}
