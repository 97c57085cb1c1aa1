//! The panel: edited after a press, sent anew after words, with what there is to note above the question.

use crate::people::{Person, Town, asks, company, label, labels, option_data};
use crate::serve::{LIMIT, block_on, until};
use crate::telegram::Shown;

#[test]
fn a_press_changes_the_panel_and_typed_words_bring_a_new_one() {
    let mut town = Town::open();
    let id = town.person().id;
    let person = Person { town: &town, id };
    let hello = person.does(|fake| fake.starts(id, ""));
    let consent = person.chooses("zh-CN");
    assert_eq!((consent.id, consent.edits), (hello.id, 1), "it was changed in place");
    assert!(consent.text.contains("第 1 步，共 7 步"), "where the filing stands is in it: {}", consent.text);
    let next = person.says("1");
    assert_ne!(next.id, hello.id, "the answer to typed words stands below them");
    assert_eq!(asks(&next), "operation");
    town.stop();
}

#[test]
fn a_refusal_stands_above_the_question_in_the_same_message() {
    let town = Town::open();
    for (chinese, words, question) in
        [(true, "没对上任何一项", "同意这样保存"), (false, "That matches none of the choices", "May I keep")]
    {
        let person = town.person();
        if chinese {
            person.starts()
        } else {
            person.starts_in_english()
        };
        let sent = town.fake.sent(person.id);
        let panel = person.says("xyzzy");
        assert_eq!(town.fake.sent(person.id), sent + 1);
        let (refusal, question) = (panel.text.find(words), panel.text.find(question));
        assert!(refusal.is_some() && refusal < question, "{}", panel.text);
    }
}

#[test]
fn a_note_after_a_press_stands_in_the_pressed_message() {
    let town = Town::open();
    let person = town.person();
    let panel = person.starts();
    let back = person.chooses("nav.back");
    assert_eq!(back.id, panel.id);
    assert!(back.text.starts_with("退回到“语言”"), "{}", back.text);
    assert_eq!((asks(&back), town.fake.sent(person.id)), ("language".to_owned(), 1));
}

#[test]
fn help_is_a_message_of_its_own_and_the_panel_follows_below() {
    let town = Town::open();
    let person = town.person();
    for by_press in [true, false] {
        person.starts();
        let sent = town.fake.sent(person.id);
        if by_press {
            person.chooses("nav.help")
        } else {
            person.says("/help")
        };
        let said = person.chat().split_off(sent);
        let [help, panel] = &said[..] else { panic!("{said:#?}") };
        assert!(help.text.starts_with("关于“个人信息保管”") && help.buttons.is_empty(), "{}", help.text);
        assert_eq!(asks(panel), "consent");
        person.says("/language 中文");
        person.says("/back");
    }
}

#[test]
fn what_follows_a_press_further_up_stands_at_the_bottom() {
    let town = Town::open();
    let person = town.person();
    let above = person.starts();
    let below = person.says("/repeat");
    assert!(below.id > above.id);
    let next = person.presses(&above, "agree");
    assert_eq!(asks(&next), "operation");
    assert_eq!(next.id, below.id, "the newest panel is the one that holds");
}

/// Somebody at the choice of several kinds of content.
fn at_several(person: &Person<'_>) -> Shown {
    person.starts();
    person.goes_to(&mut company(), "site.content")
}

fn ticks(panel: &Shown) -> String {
    let buttons = panel.buttons.iter().flatten().filter(|button| button.text.starts_with(['✅', '⬜']));
    buttons.map(|button| if button.text.starts_with('✅') { '1' } else { '0' }).collect()
}

#[test]
fn several_choices_are_ticked_and_unticked_in_place() {
    let town = Town::open();
    let person = town.person();
    let panel = at_several(&person);
    assert_eq!(ticks(&panel), "0".repeat(ticks(&panel).len()), "{:?}", labels(&panel));
    let ticked = person.chooses("news");
    assert_eq!((label(&ticked, "news").as_str(), ticked.id), ("✅ 新闻", panel.id));
    assert_eq!(label(&person.chooses("education"), "education"), "✅ 教育");
    assert_eq!(label(&person.chooses("news"), "news"), "⬜ 新闻");
    person.chooses("none");
    assert_eq!(ticks(&person.panel()).matches('1').count(), 1, "none of them goes with nothing else");
    person.chooses("none");
    let refused = person.chooses("nav.done");
    assert!(refused.text.contains("至少选一项") && refused.id == panel.id, "{}", refused.text);
}

#[test]
fn one_tick_pressed_fifty_times_at_once_counts_once() {
    let town = Town::open();
    let person = town.person();
    let panel = at_several(&person);
    let data = option_data(&panel, "news");
    let toasts = town.fake.toasts(person.id).len();
    let turned = person.does(|fake| {
        for _ in 0..50 {
            fake.press(person.id, panel.id, &data);
        }
    });
    town.drain();
    // Sixteen are answered at a time; what is pressed faster than that may go without.
    let answered = block_on(town.fake.toast_of(person.id, toasts + 15, LIMIT));
    assert!(answered.is_some(), "presses are answered");
    // Whoever presses no faster than that is answered each time, also long after.
    for _ in 0..50 {
        person.presses_in_vain(panel.id, &data);
    }
    assert_eq!(ticks(&turned).matches('1').count(), 1);
    assert_eq!(person.panel().edits, turned.edits, "one effect");
    let again = person.chooses("education");
    assert_eq!(ticks(&again).matches('1').count(), 2, "and the tick is still there");
}

#[test]
fn ticks_pressed_quickly_one_after_the_other_all_count() {
    let town = Town::open();
    let person = town.person();
    let panel = at_several(&person);
    let wanted = ["news", "publishing", "medicine", "culture", "broadcast", "education", "health"];
    for option in wanted {
        town.fake.press(person.id, panel.id, &option_data(&panel, option));
    }
    let all = |seen: &[Shown]| seen.iter().any(|shown| ticks(shown).matches('1').count() == wanted.len());
    until(&town.fake, person.id, "all of them ticked", all);
    let next = person.chooses("nav.done");
    assert_ne!(asks(&next), "site.content");
    let data = person.data();
    for label in ["新闻", "出版", "药品和医疗器械", "文化", "广播电影电视节目", "教育", "医疗保健"]
    {
        assert!(data.contains(label), "{label}: {data}");
    }
}

#[test]
fn ways_about_stand_two_and_two_below_the_answers() {
    let town = Town::open();
    let person = town.person();
    person.starts();
    assert_eq!(labels(&person.panel()), [vec!["同意", "不同意，也继续"], vec!["上一步", "帮助", "找人帮忙"]]);
    let panel = person.goes_to(&mut company(), "subject.name");
    assert_eq!(labels(&panel), [["不写在这里", "上一步"], ["帮助", "找人帮忙"]]);
}

#[test]
fn stages_in_the_list_of_progress_have_one_mark_each() {
    let town = Town::open();
    let person = town.person();
    person.starts();
    let sent = town.fake.sent(person.id);
    person.says("/progress");
    let list = person.chat().split_off(sent).remove(0).text;
    assert!(list.contains("\n▶ 开始\n· 备案前准备\n"), "{list}");
}
