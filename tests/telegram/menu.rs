//! What Telegram shows of the bot before anybody speaks.

use beian::channel::telegram::menu::COMMANDS;

use crate::people::Town;

/// The commands and descriptions of a language, once all of them are set.
fn menu(town: &Town, code: &str) -> (Vec<(String, String)>, String, String) {
    // The menu is set beside everything else; the last of its nine calls ends the wait.
    while town.fake.calls().of("setMyShortDescription") < 3 {
        town.person().starts();
    }
    let part = |part| town.fake.profile(part, code).unwrap_or_default();
    (town.fake.commands(code), part("description"), part("short_description"))
}

#[test]
fn the_commands_and_what_the_bot_is_stand_in_the_client_s_language() {
    let town = Town::open();
    for (code, back, what) in [
        ("zh", "上一步", "一步一步带你在阿里云办 ICP 备案"),
        ("en", "One step back", "I lead you through China's ICP filing"),
        ("", "One step back", "I lead you through China's ICP filing"),
    ] {
        let (commands, description, short) = menu(&town, code);
        let names: Vec<&str> = commands.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, COMMANDS, "{code:?}");
        assert!(commands.contains(&("back".to_owned(), back.to_owned())), "{code:?} {commands:?}");
        assert!(commands.iter().all(|(_, words)| words.chars().count() <= 60), "short enough for a phone");
        assert!(description.starts_with(what), "{code:?} {description}");
        assert!(short.contains("ICP"), "{code:?} {short}");
    }
}

#[test]
fn every_command_of_the_menu_has_an_answer() {
    let town = Town::open();
    let person = town.person();
    person.starts();
    for name in COMMANDS {
        let panel = person.says(&format!("/{name}"));
        assert!(!panel.text.contains("没有这个命令"), "/{name}: {}", panel.text);
    }
}
