//! Bad answers, each with the reason why it is bad.

use std::fmt::Write as _;

use super::*;

/// An answer that must be refused, and the reason.
#[expect(clippy::too_many_lines, reason = "a table: one arm for each kind")]
pub(crate) fn bad(kind: &str, dice: &mut Dice) -> (String, &'static str) {
    match dice.below(20) {
        0 => {
            return (
                dice.pick(&["", " ", "\u{3000}\u{200B}", "\0\u{202E}", "\u{FEFF}\t\n"]).to_owned(),
                "empty",
            );
        }
        1 => return ("💥".repeat(4_096), "too-long"),
        2 => return (dice.pick(&["长", "1", "a.", "９"]).repeat(4_000), "too-long"),
        _ => {}
    }
    match kind {
        "province" => match dice.below(3) {
            0 => (
                dice.pick(&["朝阳", "fuzhou", "suzhou", "taizhou", "yichun", "yulin", "上海和杭州"])
                    .to_owned(),
                "ambiguous",
            ),
            1 => (dice.pick(&["香港", "Hong Kong", "澳门", "台湾", "macau"]).to_owned(), "outside-mainland"),
            _ => (format!("qq{}", dice.digits(5)), "unknown"),
        },
        "domain" => match dice.below(9) {
            0 => (
                format!("{}.{}.{}.{}", dice.below(256), dice.below(256), dice.below(256), dice.below(256)),
                "ip-address",
            ),
            1 => (label(dice), "bare-word"),
            2 => (dice.pick(&["com.cn", "zj.cn", "gov.cn", "公司.cn"]).to_owned(), "suffix-alone"),
            3 => (format!("{}.con", label(dice)), "unknown-suffix"),
            4 => (format!("-{}.com", label(dice)), "label"),
            5 => (format!("{}..com", label(dice)), "label"),
            6 => {
                (format!("a{}{}.com", dice.pick(&['_', '!', '<', '$', '💥', ' ']), label(dice)), "characters")
            }
            7 => (format!("{}а.com", label(dice)), "look-alike"),
            _ => (format!("{}@{}", label(dice), domain(dice)), "mail-address"),
        },
        "email" => match dice.below(5) {
            0 => (domain(dice), "at-sign"),
            1 => (format!("a@b@{}", domain(dice)), "at-sign"),
            2 => (format!("{}..a@{}", label(dice), domain(dice)), "local-part"),
            3 => (format!("张{}@{}", label(dice), domain(dice)), "local-part"),
            _ => (format!("{}@{}.con", label(dice), label(dice)), "domain"),
        },
        "mobile" => match dice.below(4) {
            0 => (mobile(dice)[..10].to_owned(), "length"),
            1 => (format!("12{}", dice.digits(9)), "not-mobile"),
            2 => (format!("{}{}", dice.pick(&["140", "144", "146", "148"]), dice.digits(8)), "machine-range"),
            _ => (mobile(dice)[..10].to_owned() + dice.pick(&["o", "O", "l", "一", "٣", "𝟏"]), "characters"),
        },
        "phone" => match dice.below(5) {
            0 => (format!("8{}", dice.digits(7)), "no-area-code"),
            1 => (format!("400{}", dice.digits(7)), "service-number"),
            2 => (format!("0571-{}", dice.digits(4)), "landline"),
            3 => (format!("0571-8{}o", dice.digits(6)), "characters"),
            _ => (format!("144{}", dice.digits(8)), "machine-range"),
        },
        "person-name" => match dice.below(4) {
            0 => (chinese(dice, 1, 1), "too-short"),
            1 => (format!("{}{}", chinese(dice, 2, 3), dice.digits(1)), "characters"),
            2 => (format!("{}{}", chinese(dice, 2, 3), label(dice)), "characters"),
            _ => (format!("·{}", chinese(dice, 2, 3)), "dot"),
        },
        "name" => match dice.below(3) {
            0 => (chinese(dice, 1, 1), "too-short"),
            1 => (dice.digits(9), "too-short"),
            _ => (format!("{}{}", chinese(dice, 2, 9), dice.pick(&['<', '*', '💥', '{', '@'])), "characters"),
        },
        "address" => match dice.below(4) {
            0 => (chinese(dice, 1, 5), "too-short"),
            1 => (
                format!("{}市市辖区{}路{}号", chinese(dice, 2, 2), chinese(dice, 2, 3), dice.between(1, 99)),
                "placeholder",
            ),
            2 => (
                format!("{}省{}市{}路", chinese(dice, 2, 2), chinese(dice, 2, 2), chinese(dice, 2, 3)),
                "no-door-number",
            ),
            _ => (
                format!("{}市{}路{}号<", chinese(dice, 2, 2), chinese(dice, 2, 3), dice.between(1, 99)),
                "characters",
            ),
        },
        "site-name" => match dice.below(6) {
            0 => (chinese(dice, 1, 2), "too-few-chinese"),
            1 => (label(dice), "only-letters"),
            2 => (
                format!("{}{}", chinese(dice, 3, 5), dice.pick(&['!', '·', '@', '★', '💥'])),
                "special-character",
            ),
            3 => (
                format!("{}{}", dice.pick(&["中国", "中华", "人民", "国家"]), chinese(dice, 2, 5)),
                "national-word",
            ),
            4 => {
                (format!("{}{}", chinese(dice, 2, 5), dice.pick(&["反腐", "赌博", "廉政"])), "sensitive-word")
            }
            _ => (format!("{}{}", chinese(dice, 3, 5), domain(dice)), "domain"),
        },
        "text" => ("字".repeat(501 + dice.below(20)), "too-long"),
        "date" => match dice.below(3) {
            0 => (format!("{}-02-30", dice.between(1990, 2030)), "impossible"),
            1 => (format!("{}-{:02}-01", dice.between(1990, 2030), dice.between(13, 99)), "impossible"),
            _ => (
                format!("{}/{}/{}", dice.between(1, 12), dice.between(1, 28), dice.between(1990, 2030)),
                "format",
            ),
        },
        "filing-number" => {
            let prefix = dice.pick(&PROVINCES).1;
            match dice.below(6) {
                0 => (format!("{prefix}ICP备{}号", dice.digits(7)), "digits"),
                1 => (format!("{prefix}ICP备{}号", dice.digits(9)), "digits"),
                2 => (
                    format!("{}ICP备{}号", dice.pick(&['川', '贵', '甘', '港', '云']), dice.digits(8)),
                    "prefix",
                ),
                3 => (format!("{prefix}ICP证{}号", dice.digits(6)), "licence-number"),
                4 => (format!("{prefix}公网安备{}号", dice.digits(14)), "public-security-number"),
                _ => (format!("{prefix}ICP备{}号-0", dice.digits(8)), "format"),
            }
        }
        "public-security-number" => {
            let (code, _, prefix, _) = dice.pick(&PROVINCES);
            match dice.below(5) {
                0 => (format!("{prefix}公网安备{code}{}号", dice.digits(10)), "old-form"),
                1 => (format!("{prefix}公网安备{code}{}号", dice.digits(11)), "digits"),
                2 => (format!("{prefix}公网安备99{}号", dice.digits(12)), "region"),
                3 => (
                    format!(
                        "{}公网安备{code}{}号",
                        if prefix == '京' { '津' } else { '京' },
                        dice.digits(12)
                    ),
                    "prefix-mismatch",
                ),
                _ => (format!("{prefix}ICP备{}号", dice.digits(8)), "filing-number"),
            }
        }
        "service-code" => {
            let code = dice.text("0123456789abcdef", 31);
            if dice.below(2) == 0 {
                (code, "length")
            } else {
                (format!("{code}{}", dice.pick(&['g', '*', 'о'])), "characters")
            }
        }
        "hk-mo-travel-permit" => match dice.below(3) {
            0 => (dice.digits(9), "prefix"),
            1 => (format!("H{}", dice.digits(9)), "length"),
            _ => (format!("M{}O", dice.digits(7)), "characters"),
        },
        "tw-travel-permit" => {
            let length = dice.pick(&[7, 9, 11]);
            if dice.below(2) == 0 {
                (dice.digits(length), "length")
            } else {
                (format!("T{}", dice.digits(7)), "characters")
            }
        }
        "passport" => match dice.below(3) {
            0 => (dice.digits(4), "length"),
            1 => (format!("Е{}", dice.digits(8)), "characters"),
            _ => (label(dice) + "abcd", "no-digit"),
        },
        "other-certificate" => match dice.below(3) {
            0 => (dice.digits(3), "length"),
            1 => (format!("{}abc", label(dice)), "no-digit"),
            _ => (format!("{}{}", dice.digits(6), dice.pick(&['<', '*', '💥'])), "characters"),
        },
        "organisation-code" => {
            let code = organisation_code(dice);
            match dice.below(3) {
                0 => (other_last(&code, "0123456789X", dice), "checksum"),
                1 => (code[1..].to_owned(), "length"),
                _ => (format!("{}*", &code[..8]), "characters"),
            }
        }
        "credit-code" => {
            let code = credit_code(dice);
            match dice.below(5) {
                0 => (other_last(&code, CREDIT, dice), "checksum"),
                1 => (code[1..].to_owned(), "length"),
                2 => (format!("{}{}", dice.pick(&['I', 'O', 'S', 'V', 'Z']), &code[1..]), "characters"),
                3 => (dice.digits(15), "old-form"),
                _ => {
                    let inner = other_last(&code[..17], "0123456789", dice);
                    let check = credit_check(&inner);
                    (format!("{inner}{check}"), "organisation-check")
                }
            }
        }
        "resident-id" | "hmt-residence-permit" | "permanent-residence-card" => bad_number(kind, dice),
        other => panic!("no generator for {other}"),
    }
}

fn bad_number(kind: &str, dice: &mut Dice) -> (String, &'static str) {
    let good = number(kind, dice);
    match dice.below(6) {
        0 => (other_last(&good, "0123456789X", dice), "checksum"),
        1 => (good[..16].to_owned() + "0", "length"),
        2 => {
            let month = dice.between(13, 99);
            let mut changed = good[..10].to_owned();
            let _ = write!(changed, "{month}{}", &good[12..17]);
            (with_resident_check(changed), "date")
        }
        3 => (with_resident_check(format!("{}29990101{}", &good[..6], &good[14..17])), "date"),
        4 => (format!("{}{}", &good[..17], dice.pick(&['O', 'l', 'Х', '一'])), "characters"),
        _ => {
            let region = if kind == "permanent-residence-card" { "100000" } else { "990000" };
            let reason = if kind == "permanent-residence-card" { "prefix" } else { "region" };
            (with_resident_check(format!("{region}{}", &good[6..17])), reason)
        }
    }
}

fn other_last(number: &str, alphabet: &str, dice: &mut Dice) -> String {
    let (body, last) = number.split_at(number.len() - 1);
    let others: Vec<char> = alphabet.chars().filter(|c| !last.contains(*c)).collect();
    format!("{body}{}", dice.pick(&others))
}
