//! Long texts arrive whole; what somebody typed shows as it was typed.

use beian::content::shipped;

use crate::people::{Person, Town, company, labels};
use crate::telegram::Shown;

const UNITS_MAX: usize = 4096;

fn said_to(person: &Person<'_>, command: &str) -> Vec<Shown> {
    let sent = person.fake().sent(person.id);
    person.says(command);
    person.chat().split_off(sent)
}

/// Somebody at the very end, who wrote as much as the fields take.
fn at_the_end<'a>(town: &'a Town, remark: &str) -> Person<'a> {
    let person = town.person();
    person.starts();
    let mut robot = company();
    robot.table.insert("site.remark".to_owned(), remark.to_owned());
    person.goes_to(&mut robot, "");
    person
}

#[test]
fn long_lists_arrive_whole_in_pieces_with_buttons_under_the_last() {
    let town = Town::open();
    let person = at_the_end(&town, "本站介绍园艺心得");
    // Several filings make the list of what is kept longer than one message.
    for _ in 0..5 {
        person.says("/new");
        person.goes_to(&mut company(), "");
    }
    for command in ["/mydata", "/dossier"] {
        let said = said_to(&person, command);
        let (panel, pieces) = said.split_last().expect("something is said");
        assert!(!panel.buttons.is_empty());
        for piece in pieces {
            assert!(piece.text.encode_utf16().count() <= UNITS_MAX && piece.buttons.is_empty());
            assert!(!piece.text.starts_with('\n') && !piece.text.ends_with('\n'), "{}", piece.text);
        }
        let whole: Vec<&str> = pieces.iter().flat_map(|piece| piece.text.lines()).collect();
        if command == "/mydata" {
            assert!(pieces.len() > 1, "it is too long for one message");
            let of_name =
                whole.iter().filter(|line| **line == "• 主办单位名称：杭州示例科技有限公司").count();
            assert_eq!(of_name, 6, "no line is lost or torn");
            assert!(whole.last().expect("lines").contains("/forget"));
        }
    }
}

#[test]
fn the_menu_of_changes_has_a_button_for_each_answer() {
    let town = Town::open();
    let person = at_the_end(&town, "本站介绍园艺心得");
    let menu = person.says("/edit");
    let count = menu.buttons.iter().map(Vec::len).sum::<usize>();
    assert!((30..=100).contains(&count), "{:?}", labels(&menu));
    assert!(menu.buttons.iter().all(|row| row.len() <= 3));
    let label = |wanted: &str| menu.buttons.iter().flatten().any(|button| button.text == wanted);
    assert!(label("语言") && label("公安备案号"));
}

/// What was typed stands in the list of what is kept, letter by letter, and nothing of it became a mark.
fn check(town: &Town, typed: &str, shown: &str) {
    let person = town.person();
    person.starts();
    let mut robot = company();
    person.goes_to(&mut robot, "site.remark");
    person.says(typed);
    let pieces = said_to(&person, "/mydata");
    let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
    assert!(text.contains(&format!("• 备注：{shown}")), "expected {shown:?}: {text}");
    for piece in &pieces {
        assert!(!piece.html.contains("<a ") && !piece.html.contains("<code>"), "{}", piece.html);
        assert!(!piece.html.contains("<b>x"), "{}", piece.html);
    }
}

#[test]
fn what_was_typed_shows_as_it_was_typed_and_never_as_markup() {
    let town = Town::open();
    for typed in [
        "<b>x</b> & \"q\" 'a' &lt; &amp;amp;",
        "**x** `x` *x* _x_ ~x~ ||x||",
        "[a](https://example.org) https://example.org/?a=1&b=2 tg://user?id=1",
        "\\**x\\** \\ \\\\ \\[a\\](https://e)",
        "😀👩‍👩‍👧 e\u{301} ①",
        "</code></b></a><script>alert(1)</script>",
        "<a href=\"tg://user?id=1\">我</a> @beian_test_bot",
        "- x - y • z",
        "{ $reference } %s \\n ${x}",
    ] {
        let shown: String = typed.chars().filter(|char| *char != '\u{200d}').collect();
        check(&town, typed, &shown);
    }
    check(&town, "前\u{202e}后\u{2066}中\u{200b}间\u{feff}", "前后中间");
}

#[test]
fn four_thousand_characters_get_an_answer() {
    let town = Town::open();
    let person = town.person();
    person.starts();
    person.goes_to(&mut company(), "site.remark");
    for typed in ["备".repeat(4096), "&".repeat(4096), "<".repeat(4096), "😀".repeat(2048)] {
        person.says(&typed);
        person.says("/mydata");
        person.says("/edit site.remark");
    }
    assert!(person.panel().text.contains("备注") || !person.panel().buttons.is_empty());
}

#[test]
fn every_text_of_the_channel_is_short_enough_for_its_place() {
    let texts = &shipped().texts;
    for language in beian::content::Language::ALL {
        let units = |id: &str| texts.say(language, id, |_| None).encode_utf16().count();
        for toast in ["toast-old-button", "too-fast", "in-private"] {
            assert!(units(toast) <= 200, "{toast} is cut off");
        }
    }
}

#[test]
fn the_deadlines_come_as_a_file_for_the_calendar() {
    let town = Town::open();
    let person = at_the_end(&town, "本站介绍园艺心得");
    let said = said_to(&person, "/calendar");
    let file = said.iter().find_map(|shown| shown.document.clone()).expect("a file comes");
    let text = String::from_utf8(file.1.to_vec()).expect("it is text");
    assert_eq!(file.0, "beian.ics");
    for part in
        ["BEGIN:VCALENDAR\r\n", "DTSTART;VALUE=DATE:20", "UID:domain.renewal.", "域名续费", "END:VCALENDAR"]
    {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    let caption = said.iter().find(|shown| shown.document.is_some()).expect("a file comes");
    assert!(caption.text.contains("日历") && said.last().is_some_and(|panel| panel.document.is_none()));
}
