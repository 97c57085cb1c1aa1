//! The first contact: whatever somebody begins with is answered, in their language, and what they choose stays.

use serde_json::json;

use crate::people::{Person, Town, asks, label};
use crate::telegram::{Fake, Shown};

/// Both languages stand in the first question, so its help button tells in which one it is asked.
fn is_chinese(panel: &Shown) -> bool {
    match label(panel, "nav.help").as_str() {
        "帮助" => true,
        "Help" => false,
        other => panic!("{other}"),
    }
}

fn begins(person: &Person<'_>, act: impl FnOnce(&Fake, i64) -> i64) -> Shown {
    let panel = person.does(|fake| act(fake, person.id));
    assert_eq!(asks(&panel), "language", "{}", panel.text);
    assert_eq!(person.fake().sent(person.id), 1, "one message, whatever was sent");
    panel
}

#[test]
fn whatever_somebody_begins_with_brings_the_first_question() {
    let town = Town::open();
    let check = |act: &dyn Fn(&Fake, i64) -> i64, note: &str| {
        let panel = begins(&town.person(), act);
        assert!(panel.text.contains(note), "{}", panel.text);
        assert!(panel.text.contains("请选语言") && panel.text.contains("Please choose a language"));
    };
    check(&|fake, id| fake.starts(id, ""), "第 1 步");
    check(&|fake, id| fake.starts(id, "campaign_7-A"), "第 1 步");
    check(&|fake, id| fake.say(id, "在吗？"), "第 1 步");
    check(&|fake, id| fake.sticker(id), "表情收到了");
    check(&|fake, id| fake.voice(id), "语音和视频");
    check(&|fake, id| fake.location(id), "地图上的位置");
    check(&|fake, id| fake.photo(id, &[0xff, 0xd8, 0xff, 0xe0], ""), "现在不需要文件");
    check(&|fake, id| fake.sends(id, json!({ "poll": { "id": "1" } })), "这种消息我看不了");
}

#[test]
fn a_stranger_s_forged_button_is_told_so_and_begins_nothing() {
    let town = Town::open();
    for (code, words) in [("zh-hans", "这个按钮已经过时了"), ("de", "This button is out of date")] {
        let stranger = town.speaker(code);
        let toast = stranger.presses_in_vain(1, "1ACDEFG0.AAAAAA.BBBBBB.1");
        assert!(toast.text.expect("words").starts_with(words));
        town.drain();
        assert_eq!(town.fake.sent(stranger.id), 0);
        begins(&stranger, |fake, id| fake.starts(id, ""));
    }
}

#[test]
fn the_client_s_language_is_spoken_from_the_first_word() {
    let town = Town::open();
    let check = |code: &str, chinese: bool| {
        let person = town.speaker(code);
        assert_eq!(is_chinese(&begins(&person, Fake::sticker)), chinese, "{code}");
        let note = if chinese { "表情收到了" } else { "A nice sticker!" };
        assert!(person.last().text.starts_with(note), "{code}");
    };
    for chinese in ["zh-hans", "zh-TW", "zh", ""] {
        check(chinese, true);
    }
    for other in ["en", "en-GB", "de", "pt-br", "yue-not-known"] {
        check(other, false);
    }
}

#[test]
fn the_chosen_language_stays_whatever_the_client_says() {
    let mut town = Town::open();
    let id = {
        let person = town.speaker("zh-hans");
        let panel = person.starts_in_english();
        assert!(panel.text.contains("May I keep your personal data"), "{}", panel.text);
        person.id
    };
    town.restart();
    town.fake.language(id, "zh-TW");
    let person = Person { town: &town, id };
    assert!(!is_chinese(&person.does(|fake| fake.sticker(id))));
    assert!(
        !is_chinese(&person.does(|fake| fake.starts(id, "zh"))),
        "a link does not change what was chosen"
    );
    let toast = person.presses_in_vain(person.last().id, "forged");
    assert!(
        toast.text.expect("words").starts_with("This button"),
        "what pops up is in the chosen language too"
    );
    assert!(is_chinese(&person.says("/language 中文")));
}

#[test]
fn a_link_may_choose_the_first_language_and_nothing_else() {
    let town = Town::open();
    let check = |code: &str, payload: &str, chinese: bool| {
        let person = town.speaker(code);
        let panel = begins(&person, |fake, id| fake.starts(id, payload));
        assert_eq!(is_chinese(&panel), chinese, "{code} {payload}");
        assert!(panel.text.starts_with(if chinese { "开始" } else { "Welcome" }), "{}", panel.text);
    };
    check("zh-hans", "en", false);
    check("en", "zh", true);
    for junk in ["EN", "en2", "zh-CN", "nav.forget-yes", "filing_ACDEFG", "en en", "é备<b>"] {
        check("zh-hans", junk, true);
        check("en", junk, false);
    }
}

#[test]
fn start_asks_somebody_under_way_the_same_again() {
    let town = Town::open();
    let person = town.person();
    let before = person.starts();
    for payload in ["", "en", "x"] {
        let again = person.does(|fake| fake.starts(person.id, payload));
        assert_ne!(again.id, before.id);
        assert_eq!(asks(&again), "consent");
        assert!(again.text.contains("同意这样保存"), "{}", again.text);
    }
}
