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
