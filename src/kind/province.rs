//! A province, named in whatever way.

use super::{Checked, Given, Note, Reading, Refusal, Spec, Values, mask, refuse};
use crate::rules::{Found, Named};

pub(super) const SPEC: Spec = Spec {
    id: "province",
    characters_max: 100,
    reasons: &["empty", "too-long", "unknown", "ambiguous", "outside-mainland"],
    example: "浙江",
    readings: &[Reading { name: "province", values: Values::Provinces(&[]) }],
    notes: &["named-by"],
    check,
    read: |reading, value, _given| (reading == "province").then(|| value.to_owned()),
    mask: mask::open,
};

/// What says of a place that it is not the one.
const DENIALS: [&str; 3] = ["不", "没", "除了"];
const DENIALS_IN_ENGLISH: [&str; 4] = ["not", "no", "except", "never"];

fn check(text: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
    let words = text.to_lowercase();
    let mut words = words.split(|char: char| !char.is_ascii_alphabetic());
    if DENIALS.iter().any(|denial| text.contains(denial))
        || words.any(|word| DENIALS_IN_ENGLISH.contains(&word))
    {
        return Err(refuse("unknown"));
    }
    match given.provinces.find(text) {
        Found::One(province, named) => {
            let place = match named {
                Named::Itself => None,
                Named::City(place) | Named::District(place) => Some(place),
            };
            let notes = place.map(|place| {
                Note::new("named-by")
                    .with("place", place)
                    .with("province", &province.zh)
                    .with("code", &province.code)
            });
            Ok(Checked { value: province.code.clone(), notes: notes.into_iter().collect() })
        }
        Found::Several(provinces) => {
            let list = |name: fn(&crate::rules::Province) -> &str| {
                provinces.iter().map(|province| name(province)).collect::<Vec<_>>()
            };
            Err(refuse("ambiguous")
                .with("codes", list(|province| &province.code).join(" "))
                .with("zh", list(|province| &province.zh_short).join("、"))
                .with("en", list(|province| &province.en).join(", ")))
        }
        Found::None => match given.provinces.elsewhere(text) {
            Some(region) => Err(refuse("outside-mainland").with("zh", &region.zh).with("en", &region.en)),
            None => Err(refuse("unknown")),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::{notes, table, with_given};

    #[test]
    fn a_place_gives_its_province() {
        table(
            Kind::Province,
            &[("杭州", "33"), ("Shenzhen", "44"), ("33", "33"), ("３３", "33"), ("内\u{200B}蒙", "15")],
            &[
                ("朝阳", "ambiguous"),
                ("somewhere", "unknown"),
                ("香港", "outside-mainland"),
                (" ", "empty"),
                ("不是浙江", "unknown"),
                ("not Zhejiang", "unknown"),
            ],
        );
    }

    #[test]
    fn a_city_is_told_with_its_province() {
        with_given(|given| {
            assert_eq!(notes(Kind::Province, "杭州", given), ["named-by"]);
            assert!(notes(Kind::Province, "浙江", given).is_empty());
        });
    }
}
