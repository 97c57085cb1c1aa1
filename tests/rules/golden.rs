//! Lists typed in by hand: what the files must give, whatever they look like.

use std::collections::BTreeSet;

use beian::content::shipped;

use super::flip::{See, enterprise, filed, look};
use crate::inprocess::{End, Persona, Walk};

/// The provinces of the seed whose applicants verify by SMS, by name and code.
const SMS_2019: [(&str, &str); 22] = [
    ("天津", "12"),
    ("甘肃", "62"),
    ("西藏", "54"),
    ("宁夏", "64"),
    ("海南", "46"),
    ("新疆", "65"),
    ("青海", "63"),
    ("浙江", "33"),
    ("四川", "51"),
    ("福建", "35"),
    ("陕西", "61"),
    ("重庆", "50"),
    ("广西", "45"),
    ("云南", "53"),
    ("山东", "37"),
    ("河南", "41"),
    ("安徽", "34"),
    ("湖南", "43"),
    ("山西", "14"),
    ("黑龙江", "23"),
    ("内蒙古", "15"),
    ("湖北", "42"),
];

/// The nine that the seed does not name.
const NO_SMS_2019: [(&str, &str); 9] = [
    ("北京", "11"),
    ("河北", "13"),
    ("辽宁", "21"),
    ("吉林", "22"),
    ("上海", "31"),
    ("江苏", "32"),
    ("江西", "36"),
    ("广东", "44"),
    ("贵州", "52"),
];

/// Where a subject without sites may add one, by Huawei Cloud's page of 2025-12-31.
const SHELL_DIRECT: [&str; 11] = ["11", "12", "14", "21", "31", "32", "33", "45", "51", "52", "53"];

/// The seed's nine, in its order: 新闻 出版 药品和医疗器械 文化 广播电影电视节目 教育 医疗保健 网络预约车 电子公告.
const CATEGORIES_2019: [&str; 9] = [
    "news",
    "publishing",
    "medicine",
    "culture",
    "broadcast",
    "education",
    "health",
    "ride-hailing",
    "bulletin-board",
];

/// Subject filed, domain filed, outcome, type (2019 and on 2026-07-01, in Zhejiang).
const ROWS: [(&str, &str, &str, &str); 20] = [
    ("none", "unfiled", "file", "first"),
    ("none", "same-elsewhere", "contradiction", "-"),
    ("none", "same-aliyun", "contradiction", "-"),
    ("none", "other-subject", "stop", "-"),
    ("elsewhere", "unfiled", "file", "new-site-elsewhere"),
    ("elsewhere", "same-elsewhere", "file", "access"),
    ("elsewhere", "same-aliyun", "contradiction", "-"),
    ("elsewhere", "other-subject", "stop", "-"),
    ("aliyun", "unfiled", "file", "new-site-aliyun"),
    ("aliyun", "same-elsewhere", "file", "access"),
    ("aliyun", "same-aliyun", "none", "-"),
    ("aliyun", "other-subject", "stop", "-"),
    ("aliyun-other-account", "unfiled", "file", "new-site-aliyun"),
    ("aliyun-other-account", "same-elsewhere", "file", "access"),
    ("aliyun-other-account", "same-aliyun", "none", "-"),
    ("aliyun-other-account", "other-subject", "stop", "-"),
    ("shell", "unfiled", "file", "by province"),
    ("shell", "same-elsewhere", "contradiction", "-"),
    ("shell", "same-aliyun", "contradiction", "-"),
    ("shell", "other-subject", "stop", "-"),
];

#[test]
fn sms_is_verified_in_exactly_the_seeds_provinces_in_2019_and_everywhere_today() {
    let content = shipped();
    for (expected, list) in [("entered", &SMS_2019[..]), ("passed over", &NO_SMS_2019[..])] {
        for (name, code) in list {
            let known = content.provinces.by_code(code).expect("a province");
            assert_eq!(known.zh_short, *name);
            let old = enterprise(code).edition("2019-09");
            assert_eq!(look(&content, &old, See::Enters("sms")), expected, "{name} 2019-09");
            assert_eq!(look(&content, &enterprise(code), See::Enters("sms")), "entered", "{name} today");
        }
    }
    let all: BTreeSet<&str> = SMS_2019.iter().chain(&NO_SMS_2019).map(|(_, code)| *code).collect();
    assert_eq!(all.len(), 31);
}

#[test]
fn a_shell_adds_a_site_in_exactly_eleven_provinces() {
    let content = shipped();
    for (_, code) in SMS_2019.iter().chain(&NO_SMS_2019) {
        let shell = filed(enterprise(code), "shell", "unfiled");
        let expected = if SHELL_DIRECT.contains(code) { "new-site-elsewhere" } else { "first" };
        assert_eq!(look(&content, &shell, See::Is("filing.type")), expected, "{code}");
        let asked = if SHELL_DIRECT.contains(code) { "not asked" } else { "asked in identify" };
        assert_eq!(look(&content, &shell, See::Asks("notice.shell")), asked, "{code}");
        let old = shell.edition("2019-09");
        assert_eq!(look(&content, &old, See::Is("filing.type")), "first", "{code} 2019-09");
    }
}

#[test]
fn the_categories_of_2019_are_the_seeds_nine_and_each_asks_for_its_document() {
    let content = shipped();
    let mut walk = Walk::new(&content, &Persona::new("anybody").edition("2019-09"));
    assert_eq!(walk.until_field("site.content"), End::There);
    let offered = walk.view(|view| {
        let field = content.field("site.content").expect("it is asked");
        view.options(field).iter().map(|option| option.id.clone()).collect::<Vec<_>>()
    });
    assert_eq!(offered[0], "none");
    assert_eq!(offered[1..], CATEGORIES_2019);
    let abolished = ["education", "health", "bulletin-board"];
    for category in &content.categories {
        let id = category.id.as_str();
        let field: &'static str = format!("pre-approval.{id}").leak();
        let today = Persona::new(id).with("site.content", id);
        let expected = if abolished.contains(&id) { "not asked" } else { "asked in prepare" };
        assert_eq!(look(&content, &today, See::Asks(field)), expected, "{id} today");
        if CATEGORIES_2019.contains(&id) {
            let old = today.edition("2019-09");
            assert_eq!(look(&content, &old, See::Asks(field)), "asked in prepare", "{id} 2019-09");
        }
    }
}

#[test]
fn the_twenty_rows_decide() {
    let content = shipped();
    for edition in ["current", "2019-09"] {
        for (subject, domain, outcome, kind) in ROWS {
            let persona = filed(enterprise("33"), subject, domain).edition(edition);
            let name = format!("{subject} x {domain}, {edition}");
            assert_eq!(look(&content, &persona, See::Is("filing.outcome")), outcome, "{name}");
            let kind = match (kind, edition) {
                ("-", _) => "undecided",
                ("by province", "current") => "new-site-elsewhere",
                ("by province", _) => "first",
                (known, _) => known,
            };
            assert_eq!(look(&content, &persona, See::Is("filing.type")), kind, "{name}");
            let end = look(&content, &persona, See::Ends);
            let expected = match outcome {
                "file" => "complete",
                "none" => "closed: already-filed",
                _ => "stop row",
            };
            assert_eq!(end, expected, "{name}");
        }
    }
}

#[test]
fn the_app_of_2019_takes_two_types_and_today_the_others_are_unclear() {
    let content = shipped();
    let app = |subject, domain| filed(enterprise("33"), subject, domain).with("channel", "app");
    for (subject, domain, old, now) in [
        ("none", "unfiled", "complete", "not asked"),
        ("elsewhere", "unfiled", "complete", "not asked"),
        ("aliyun", "unfiled", "stop app-type", "asked in identify"),
        ("elsewhere", "same-elsewhere", "stop app-type", "asked in identify"),
    ] {
        let persona = app(subject, domain);
        assert_eq!(look(&content, &persona.clone().edition("2019-09"), See::Ends), old, "{subject} {domain}");
        assert_eq!(look(&content, &persona, See::Asks("notice.app-type")), now, "{subject} {domain}");
        let pc = persona.with("channel", "pc").edition("2019-09");
        assert_eq!(look(&content, &pc, See::Ends), "complete", "{subject} {domain} on a computer");
    }
}

#[test]
fn the_international_account_files_on_a_computer_in_2019_only() {
    let content = shipped();
    let account = |channel| enterprise("33").with("account", "international").with("channel", channel);
    for (channel, edition, expected) in [
        ("pc", "2019-09", "complete"),
        ("app", "2019-09", "stop account-international"),
        ("pc", "current", "stop account-international"),
        ("app", "current", "stop account-international"),
    ] {
        let persona = account(channel).edition(edition);
        assert_eq!(look(&content, &persona, See::Ends), expected, "{channel} {edition}");
    }
}
