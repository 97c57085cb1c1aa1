//! Good answers, in the disguises in which they are typed.

use super::*;

/// An answer that must be accepted, and the value that it must become.
#[expect(clippy::too_many_lines, reason = "a table: one arm for each kind")]
pub(crate) fn good(kind: &str, dice: &mut Dice) -> (String, String) {
    let same = |text: String| (text.clone(), text);
    match kind {
        "province" => {
            let (code, prefix, _, name) = dice.pick(&PROVINCES);
            let typed = match dice.below(4) {
                0 => code.to_owned(),
                1 => prefix.to_string(),
                2 => format!("我在{name}"),
                _ => name.to_uppercase(),
            };
            (disguise(dice, &typed), code.to_owned())
        }
        "domain" => {
            let domain = domain(dice);
            let typed = match dice.below(5) {
                0 => format!("https://www.{domain}/path?q=1#top"),
                1 => format!("{}.{domain}", label(dice)),
                2 => format!("{}.", domain.to_uppercase()),
                3 => format!("http://user:secret@{domain}:8080"),
                _ => disguise(dice, &domain),
            };
            (typed, domain)
        }
        "email" => {
            let value = format!("{}.{}@{}", label(dice), dice.digits(3), domain(dice));
            (disguise(dice, &value), value)
        }
        "mobile" => {
            let value = mobile(dice);
            let typed = match dice.below(3) {
                0 => format!("+86 {}-{}-{}", &value[..3], &value[3..7], &value[7..]),
                1 => format!("0086{value}"),
                _ => disguise(dice, &value),
            };
            (typed, value)
        }
        "phone" => {
            let value = if dice.below(2) == 0 { mobile(dice) } else { landline(dice) };
            let typed = match dice.below(3) {
                0 => value.replace('-', "—"),
                1 => format!("+86 {}", value.trim_start_matches('0')),
                _ => disguise(dice, &value),
            };
            (typed, value)
        }
        "person-name" => match dice.below(3) {
            0 => same(chinese(dice, 2, 4)),
            1 => {
                let (first, second) = (chinese(dice, 2, 4), chinese(dice, 2, 4));
                (format!("{first}{}{second}", dice.pick(&['•', '・', '·', '‧'])), format!("{first}·{second}"))
            }
            _ => same(format!("{} {}", label(dice), label(dice))),
        },
        "name" => same(format!("{}（中国）{}有限公司", chinese(dice, 2, 4), chinese(dice, 2, 4))),
        "address" => same(format!(
            "{}省{}市{}路{}号",
            chinese(dice, 2, 2),
            chinese(dice, 2, 2),
            chinese(dice, 2, 3),
            dice.between(1, 999)
        )),
        "site-name" => same(format!("{}小札", chinese(dice, 1, 8))),
        "text" => same(format!("{}{}", chinese(dice, 1, 40), dice.digits(5))),
        "date" => {
            let (year, month, date) = (dice.between(1990, 2030), dice.between(1, 12), dice.between(1, 28));
            let typed = match dice.below(4) {
                0 => format!("{year}年{month}月{date}日"),
                1 => format!("{year}/{month}/{date}"),
                2 => format!("{year}{month:02}{date:02}"),
                _ => format!("{year}-{month:02}-{date:02}"),
            };
            (disguise(dice, &typed), format!("{year}-{month:02}-{date:02}"))
        }
        "filing-number" => {
            let prefix = dice.pick(&PROVINCES).1;
            let length = dice.pick(&[8, 10]);
            let digits = dice.digits(length);
            let service = dice.pick(&["", "-1", "-12", "-1A", "-3X"]);
            let value = format!("{prefix}ICP备{digits}号{service}");
            let typed = if dice.below(2) == 0 {
                format!("{prefix} icp备 {digits}{service}")
            } else {
                disguise(dice, &value)
            };
            (typed, value)
        }
        "public-security-number" => {
            let (code, _, prefix, _) = dice.pick(&PROVINCES);
            let digits = format!("{code}{}02{}", dice.digits(4), dice.digits(6));
            let value = format!("{prefix}公网安备{digits}号");
            let typed = if dice.below(2) == 0 {
                format!("{prefix}公网安备 {digits}")
            } else {
                disguise(dice, &value)
            };
            (typed, value)
        }
        "service-code" => {
            let parts = [8, 4, 4, 4, 12].map(|length| dice.text("0123456789abcdef", length));
            let value = parts.join("-");
            (disguise(dice, &value.to_uppercase()), value)
        }
        "hk-mo-travel-permit" => {
            let length = dice.pick(&[8, 10]);
            let value = format!("{}{}", dice.pick(&['H', 'M']), dice.digits(length));
            (disguise(dice, &value), value)
        }
        "tw-travel-permit" => match dice.below(3) {
            0 => {
                let (digits, letter) = (dice.digits(10), dice.text("ABCDT", 1));
                (format!("{digits}({letter})"), format!("{digits}{letter}"))
            }
            1 => same(dice.digits(10)),
            _ => {
                let value = dice.digits(8);
                (disguise(dice, &value), value)
            }
        },
        "passport" => {
            let length = dice.between(4, 16);
            let value = format!("E{}", dice.digits(length));
            (disguise(dice, &value), value)
        }
        "organisation-code" => {
            let code = organisation_code(dice);
            (disguise(dice, &code), format!("{}-{}", &code[..8], &code[8..]))
        }
        "other-certificate" => same(format!("民证字第{}号", dice.digits(6))),
        "resident-id" | "credit-code" | "hmt-residence-permit" | "permanent-residence-card" => {
            let value = number(kind, dice);
            (disguise(dice, &value), value)
        }
        other => panic!("no generator for {other}"),
    }
}
