//! A postal address down to the door number, or with the sentence that there is none.

use super::{Checked, Given, Refusal, Spec, accepted, mask, no_reading, refuse};

pub(super) const SPEC: Spec = Spec {
    id: "address",
    characters_max: 200,
    reasons: &["empty", "too-long", "too-short", "characters", "placeholder", "no-door-number"],
    example: "浙江省杭州市西湖区示例路1号",
    readings: &[],
    notes: &[],
    check,
    read: no_reading,
    mask: |value| mask::head(value, 6),
};

const CHARACTERS_MIN: usize = 6;
/// A word of the division tables, not of addresses.
const PLACEHOLDER: &str = "市辖区";
const MOST_DETAILED: &str = "此地址已是最详细地址";
const DOOR: [char; 9] = ['号', '號', '室', '楼', '村', '组', '栋', '幢', '座'];
const PUNCTUATION: &str = " ()（）-—–－#＃.,，。、;；:：/&'’·“”\"";

fn check(text: &str, _given: &Given<'_>) -> Result<Checked, Refusal> {
    if let Some(odd) = text.chars().find(|c| !c.is_alphanumeric() && !PUNCTUATION.contains(*c)) {
        return Err(refuse("characters").with("character", odd));
    }
    if text.chars().filter(|c| c.is_alphanumeric()).count() < CHARACTERS_MIN
        || !text.chars().any(char::is_alphabetic)
    {
        return Err(refuse("too-short").with("expected", CHARACTERS_MIN.to_string()));
    }
    if text.contains(PLACEHOLDER) {
        return Err(refuse("placeholder").with("word", PLACEHOLDER));
    }
    let to_the_door =
        text.contains(DOOR) || text.contains(|c: char| c.is_ascii_digit()) || text.contains(MOST_DETAILED);
    if !to_the_door {
        return Err(refuse("no-door-number").with("phrase", MOST_DETAILED));
    }
    Ok(accepted(text))
}

#[cfg(test)]
mod tests {
    use super::super::Kind;
    use super::super::support::table;

    #[test]
    fn addresses() {
        table(
            Kind::Address,
            &[
                ("浙江省杭州市西湖区示例路１号２楼", "浙江省杭州市西湖区示例路1号2楼"),
                ("某某县某某乡某某村三组", "某某县某某乡某某村三组"),
                ("某某县某某镇（此地址已是最详细地址）", "某某县某某镇（此地址已是最详细地址）"),
            ],
            &[
                ("杭州", "too-short"),
                ("1234567890", "too-short"),
                ("北京市市辖区东城区示例路1号", "placeholder"),
                ("浙江省杭州市西湖区示例路", "no-door-number"),
                ("浙江省杭州市<西湖>1号", "characters"),
            ],
        );
    }
}
