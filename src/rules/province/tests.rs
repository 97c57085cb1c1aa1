//! The shipped provinces: every name leads home, every source is known.

use super::*;

fn provinces() -> Provinces {
    Provinces::from_toml(include_str!("../../../dialogues/rules/provinces.toml"))
        .expect("the shipped provinces load")
}

fn codes(provinces: &Provinces, typed: &str) -> Vec<String> {
    match provinces.find(typed) {
        Found::One(province, _) => vec![province.code.clone()],
        Found::Several(several) => several.iter().map(|province| province.code.clone()).collect(),
        Found::None => Vec::new(),
    }
}

#[test]
fn people_name_a_province_in_many_ways() {
    let provinces = provinces();
    let table = [
        ("杭州", "33"),
        ("杭州市", "33"),
        ("浙江", "33"),
        ("33", "33"),
        ("浙", "33"),
        ("我在杭州", "33"),
        ("I am in Hangzhou", "33"),
        ("Shenzhen", "44"),
        ("shen zhen", "44"),
        ("guangzhou", "44"),
        ("粤", "44"),
        ("廣東", "44"),
        ("魔都", "31"),
        ("Inner Mongolia", "15"),
        ("内蒙", "15"),
        ("昆山", "32"),
        ("朝阳区", "11"),
        ("朝阳市", "21"),
        ("北京朝阳", "11"),
        ("吉林", "22"),
        ("海南", "46"),
        ("海南藏族自治州", "63"),
        ("河北", "13"),
        ("Xi'an", "61"),
        ("xian", "61"),
        ("Xi’an City, Shaanxi", "61"),
        ("我公司注册在昆山", "32"),
        ("陕西", "61"),
        ("Shanxi", "14"),
        ("shaanxi", "61"),
        ("zhe jiang", "33"),
        ("the company is in hang zhou", "33"),
        ("杭州余杭区", "33"),
        ("  北 京 ", "11"),
        ("浙江省杭州市西湖区", "33"),
        ("阿里地区", "54"),
    ];
    for (typed, code) in table {
        assert_eq!(codes(&provinces, typed), [code], "{typed}");
    }
}

#[test]
fn no_name_is_no_answer_and_two_names_are_two() {
    let provinces = provinces();
    for typed in ["", "hello", "阿里云", "新网站", "99", "ontheinternet", "阿里", "💥", "xianyu"] {
        assert!(codes(&provinces, typed).is_empty(), "{typed}");
    }
    assert_eq!(codes(&provinces, "朝阳"), ["11", "21"]);
    assert_eq!(codes(&provinces, "上海和杭州"), ["31", "33"]);
    assert!(codes(&provinces, &"浙".repeat(50_000)).is_empty());
}

#[test]
fn every_name_leads_to_its_province() {
    // The true ambiguities: names that really mean units of two provinces.
    let ambiguous = ["朝阳", "fuzhou", "suzhou", "taizhou", "yichun", "yulin"];
    let provinces = provinces();
    for province in provinces.iter() {
        let cities = province.cities.iter().flat_map(|city| {
            [&city.zh, &city.zh_short, &city.en, &city.pinyin].into_iter().chain(&city.aliases)
        });
        let own = [&province.zh, &province.zh_short, &province.en, &province.code];
        for name in own.into_iter().chain(&province.aliases).chain(cities).chain(&province.districts) {
            let found = codes(&provinces, name);
            if ambiguous.contains(&key(name).as_str()) {
                assert!(found.len() > 1 && found.contains(&province.code), "{name}: {found:?}");
            } else if province.code == "63" && ["海南", "hainan"].contains(&name.as_str()) {
                assert_eq!(found, ["46"], "the province beats the prefecture");
            } else {
                assert_eq!(found, [province.code.as_str()], "{name}");
            }
        }
    }
}

#[test]
fn every_province_is_there_with_what_steers_the_flow() {
    let provinces = provinces();
    assert_eq!(provinces.iter().count(), 31);
    assert_eq!(provinces.iter().map(|province| province.rules.len()).sum::<usize>(), 240);
    for province in provinces.iter() {
        assert_eq!(province.steers.len(), provinces.steers.len(), "{}", province.en);
        for (name, values) in &provinces.steers {
            let steer = &province.steers[name];
            assert!(values.contains(&steer.value), "{} {name}: {}", province.en, steer.value);
            assert!(!steer.source.is_empty());
        }
    }
    let counted =
        |name: &str| provinces.iter().filter(|province| province.steers[name].value == "yes").count();
    assert_eq!(counted("shell-direct-add"), 11);
}

#[test]
fn every_source_is_known() {
    let sources: toml::Table =
        toml::from_str(include_str!("../../../dialogues/rules/sources.toml")).expect("the sources load");
    let known = sources["source"].as_table().expect("a table of sources");
    let provinces = provinces();
    for province in provinces.iter() {
        let keys = province.rules.iter().flat_map(|rule| &rule.source);
        let keys = keys.chain(province.steers.values().flat_map(|steer| &steer.source));
        for key in keys.chain(&province.banned_words_source) {
            assert!(known.contains_key(key), "{key}");
        }
    }
}

#[test]
fn regions_that_take_no_filing_are_known() {
    let provinces = provinces();
    for (typed, code) in [("香港", "81"), ("Hong Kong", "81"), ("我在澳门", "82"), ("臺灣", "71")] {
        assert_eq!(provinces.elsewhere(typed).map(|region| region.code.as_str()), Some(code), "{typed}");
    }
    assert!(provinces.elsewhere("杭州").is_none());
}
