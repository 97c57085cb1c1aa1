//! The real binary on Telegram: what people see, press and hear, whatever they send.

#[path = "support/serve.rs"]
mod serve;
#[path = "support/telegram/mod.rs"]
mod telegram;

use serve::*;
use telegram::Fake;

const ANNA: i64 = 7001;

#[test]
fn a_press_changes_the_panel_and_typed_words_bring_a_new_one() {
    let fake = Fake::start();
    let home = Home::new(&fake, UNLIMITED);
    let bot = home.serve();
    fake.starts(ANNA, "");
    let hello = says(&fake, ANNA, "请选语言");
    press(&fake, ANNA, "中文");
    let consent = says(&fake, ANNA, "同意这样保存");
    assert_eq!(consent.id, hello.id, "the panel was changed in place");
    fake.say(ANNA, "1");
    let next = says(&fake, ANNA, "想办哪件事");
    assert_ne!(next.id, hello.id, "the answer to typed words stands below them");
    assert_eq!(fake.breaches(), Vec::<String>::new());
    let (ended, took) = bot.stop();
    assert!(ended.success() && took.as_secs() < 10, "{ended} {took:?}");
}

#[test]
fn pressing_the_upper_of_two_panels_changes_the_lower() {
    let fake = Fake::start();
    let home = Home::new(&fake, UNLIMITED);
    let _bot = home.serve();
    fake.starts(ANNA, "");
    let upper = says(&fake, ANNA, "请选语言");
    fake.say(ANNA, "/repeat");
    let lower = until(&fake, ANNA, "a second panel", |seen| seen.len() == 2).pop().expect("two are shown");
    assert_eq!(upper.text.split_whitespace().last(), lower.text.split_whitespace().last());
    fake.press(ANNA, upper.id, &data(&upper, "中文"));
    assert_eq!(says(&fake, ANNA, "同意这样保存").id, lower.id, "the newest panel is the one that holds");
    assert_eq!(fake.sent(ANNA), 2);
    assert_eq!(fake.breaches(), Vec::<String>::new());
}
