//! What somebody in the middle hears and finds after a release.

use std::sync::Arc;

use beian::content::{Content, Files, shipped};
use beian::dialogue::{Basis, Event, Filing, Former, Met, Plan, Status, Value, View, migrate};
use beian::personal::Personal;
use sha2::{Digest, Sha256};

use super::releases::{Release, change, releases};
use super::wanderer::{End, Wanderer};

fn release(name: &str) -> Release {
    releases().into_iter().find(|release| release.name == name).expect("a release of this name")
}

/// Somebody who has come so far under the shipped dialogues.
fn at(goal: &str) -> Wanderer {
    let mut one = Wanderer::new(&shipped(), "2026-06-12T02:00:00Z", "current");
    one.until(&shipped(), goal);
    one
}

fn choose(id: &str) -> Event {
    Event::Chosen(id.to_owned())
}

fn says(one: &Wanderer, words: &str) -> bool {
    one.heard.iter().any(|text| text.contains(words))
}

fn counts(one: &Wanderer, content: &Content, id: &str) -> bool {
    let view = View::new(content, one.filing(), one.around.now);
    content.field_number(id).is_some_and(|number| view.status[number] == Status::Answered)
}

#[test]
fn a_mere_rename_is_silent_and_kept_under_the_new_names() {
    let new = release("names").content;
    let mut one = at("submitted");
    let asked = one.asked.len();
    one.take(&new, &Event::Arrived);
    assert_eq!(one.heard.len(), 1, "only the panel: {:?}", one.heard);
    let filing = one.filing();
    assert_eq!(filing.answers["site.sort"].value, Value::One("other".to_owned()));
    for (was, now) in
        [("domain.verified", "domain.checked"), ("subject.certificate-number", "subject.licence-number")]
    {
        assert!(!filing.answers.contains_key(was) && counts(&one, &new, now), "{was}");
    }
    let Basis::Each(basis) = &filing.answers["subject.licence-number"].basis else {
        panic!("noted by field")
    };
    assert_eq!(basis["subject.certificate"], "one trade-licence");
    let mut again = filing.clone();
    again.seen = None;
    let done = again.clone();
    migrate(&mut again, &new, one.around.now);
    assert_eq!(again, done, "doing it twice is doing it once");
    assert_eq!(one.walk(&new, "renamed"), End::Complete);
    let after = ["submitted", "initial-review.outcome"];
    assert_eq!(one.asked[asked..asked + 2], after, "nothing was asked again");
}

#[test]
fn entries_ticks_and_moments_are_found_under_their_new_names() {
    let new = release("names").content;
    let mut filing: Filing = at("initial-review").filing().clone();
    let (now, reference) = (filing.created, filing.reference.clone());
    filing.seen = None;
    filing.entered.insert("mailing".to_owned(), now);
    filing.later.insert("domain.verified".to_owned(), 3);
    filing
        .ticked
        .insert("site.content".to_owned(), [String::from("ride-hailing"), String::from("news")].into());
    filing.tickets.push(Some("domain.verified".to_owned()));
    let due = now + chrono::TimeDelta::hours(20);
    filing.moments.push(beian::dialogue::Moment {
        timer: "sms.subject-lead.window".to_owned(),
        ordinal: 1,
        due,
        nominal: None,
        over: false,
    });
    migrate(&mut filing, &new, now);
    assert!(filing.entered.contains_key("post") && !filing.entered.contains_key("mailing"));
    assert_eq!(filing.later.keys().collect::<Vec<_>>(), ["domain.checked"]);
    assert_eq!(filing.ticked["site.content"], [String::from("hire-cars"), String::from("news")].into());
    assert_eq!(filing.tickets, [Some("domain.checked".to_owned())]);
    assert_eq!(filing.moments.last().map(|moment| moment.timer.as_str()), Some("sms.day"), "{reference}");
}

#[test]
fn of_two_old_answers_to_one_field_the_last_counts_and_the_other_is_kept() {
    let mut files = Files::shipped();
    let was = "id = \"domain.verified\"\nwas = [\"domain.looked-at\", \"domain.seen\"]\n";
    change(&mut files, "flow/prepare.toml", "id = \"domain.verified\"\n", was);
    let new = files.load().unwrap_or_else(|faults| panic!("{faults}"));
    let mut filing = at("site.name").filing().clone();
    let now = filing.created;
    let given = filing.answers.remove("domain.verified").expect("it was answered");
    let answer = |option: &str, revision| {
        let mut answer = given.clone();
        (answer.value, answer.revision) = (Value::One(option.to_owned()), revision);
        answer
    };
    for (first, second, last, other) in [(3, 4, "no", "domain.looked-at"), (4, 3, "yes", "domain.seen")] {
        let mut filing = filing.clone();
        filing.answers.insert("domain.looked-at".to_owned(), answer("yes", first));
        filing.answers.insert("domain.seen".to_owned(), answer("no", second));
        for _ in 0..2 {
            filing.seen = None;
            migrate(&mut filing, &new, now);
            assert_eq!(filing.answers["domain.verified"].value, Value::One(last.to_owned()));
            let kept = filing.answers.values().filter(|answer| [3, 4].contains(&answer.revision)).count();
            assert!(kept >= 2, "the other one is kept, at {other}");
        }
    }
}

#[test]
fn an_answer_given_before_what_it_newly_depends_on_changed_is_asked_again() {
    let new = release("conditions").content;
    let mut one = at("submitted");
    one.take(&shipped(), &Event::Typed(Personal::from("/edit site.commercial")));
    assert_eq!(one.asks(&shipped()).as_deref(), Some("site.commercial"));
    one.take(&new, &Event::Arrived);
    let (mut same, mut other) = (one.clone(), one);
    same.take(&new, &choose("no"));
    assert!(counts(&same, &new, "site.service"), "it stands as it did");
    other.take(&new, &choose("yes"));
    assert!(!counts(&other, &new, "site.service"), "it was given for another site");
}

#[test]
fn an_option_that_is_gone_is_told_once_and_asked_again() {
    let new = release("options").content;
    let mut one = at("domain.verified");
    one.take(&shipped(), &choose("unknown"));
    one.until(&shipped(), "site.name");
    one.take(&new, &Event::Arrived);
    assert_eq!(one.asks(&new).as_deref(), Some("domain.verified"));
    assert!(says(&one, "没有了，请重新选择"), "{:?}", one.heard);
    one.take(&new, &Event::Arrived);
    assert!(!says(&one, "没有了，请重新选择"), "{:?}", one.heard);
    one.take(&new, &choose("yes"));
    one.until(&new, "site.name");
}

#[test]
fn a_check_that_is_stricter_is_told_and_what_is_not_needed_any_more_too() {
    let mut one = at("submitted");
    let (options, conditions) = (release("options").content, release("conditions").content);
    let mut other = one.clone();
    one.take(&options, &Event::Arrived);
    assert!(says(&one, "检查更严格了"), "{:?}", one.heard);
    assert_eq!(one.asks(&options).as_deref(), Some("product.instance"));
    other.take(&conditions, &Event::Arrived);
    assert!(says(&other, "现在不需要了"), "{:?}", other.heard);
    assert!(other.filing().answers.contains_key("subject.investor"), "it is kept, and does not count");
    assert!(!counts(&other, &conditions, "subject.investor"));
}

#[test]
fn what_answers_a_question_of_before_is_not_taken_for_a_new_one() {
    let new = release("fields").content;
    // Both are answered by `yes` and by the first option.
    for event in [choose("yes"), Event::Typed(Personal::from("1")), Event::Typed(Personal::from("/hold"))] {
        let mut one = at("site-lead.same");
        one.take(&new, &event);
        assert_eq!(one.asks(&new).as_deref(), Some("site.purpose"), "{event:?}");
        assert!(says(&one, "没有当作回答") && says(&one, "还要补问"), "{:?}", one.heard);
        one.take(&new, &choose("sell"));
        assert_eq!(one.filing().answers["site.purpose"].value, Value::One("sell".to_owned()));
    }
}

#[test]
fn help_is_given_before_anything_is_answered() {
    let new = release("fields").content;
    let mut one = at("site-lead.same");
    one.take(&new, &Event::Typed(Personal::from("/help")));
    assert!(says(&one, "还要补问") && !says(&one, "没有当作回答"), "{:?}", one.heard);
}

#[test]
fn the_answer_to_a_field_that_is_gone_waits_for_its_return() {
    let (old, new) = (shipped(), release("fields").content);
    let mut one = at("submitted");
    let kept = one.filing().answers["site.remark"].value.clone();
    one.take(&new, &Event::Arrived);
    one.until(&new, "submitted");
    one.take(&old, &Event::Arrived);
    assert_eq!(one.asks(&old).as_deref(), Some("submitted"));
    assert_eq!(one.filing().answers["site.remark"].value, kept);
    assert!(counts(&one, &old, "site.remark"));
}

#[test]
fn what_is_kept_under_a_name_that_is_gone_is_shown_to_its_owner() {
    let new = shipped();
    let mut one = at("submitted");
    let reference = one.filing().reference.clone();
    let filing = one.state.filings.get_mut(&reference).expect("there is one");
    let answer = |value| {
        let mut answer = filing.answers["domain"].clone();
        answer.value = value;
        answer
    };
    let kept = [
        ("site.motto", answer(Value::Text(Personal::new("Larch under snow".to_owned())))),
        ("site.mood", answer(Value::Many(["calm".to_owned(), "warm".to_owned()].into()))),
        ("site.hidden", answer(Value::Held)),
    ];
    filing.answers.extend(kept.map(|(id, answer)| (id.to_owned(), answer)));
    one.take(&new, &Event::Typed(Personal::new("/mydata".to_owned())));
    for line in ["site.motto：Larch under snow", "site.mood：calm、warm", "site.hidden："] {
        assert!(says(&one, line), "{line}: {:?}", one.heard);
    }
}

/// What cannot come otherwise under the new dialogues is not called open.
#[test]
fn only_what_other_rules_decide_may_be_asked_beside() {
    let (old, filing) = (Arc::new(shipped()), at("subject.kind").filing().clone());
    let perhaps = |files: &Files| {
        let new = files.load().unwrap_or_else(|faults| panic!("{faults}"));
        let former = Former::new(Arc::clone(&old), &new);
        Plan::of(&filing, Some(&former), &new, filing.created).perhaps
    };
    let mut texts = Files::shipped();
    change(
        &mut texts,
        "texts/en/common.ftl",
        "mydata-line = { $label }: { $value }",
        "mydata-line = { $label } is { $value }",
    );
    assert_eq!(perhaps(&texts), [].into(), "words decide nothing");
    let mut rules = Files::shipped();
    change(
        &mut rules,
        "flow/prepare.toml",
        "options = [\"pc\", \"app\"]",
        "options = [\"pc\", { id = \"app\", until = \"2035-01-01\" }]",
    );
    let hanging = perhaps(&rules);
    assert!(!hanging.is_empty() && hanging.iter().all(|id| id != "domain"), "{hanging:?}");
    // Nobody knows this edition any more.
    let mut strange = filing.clone();
    strange.edition = "1999".to_owned();
    let former = Former::new(Arc::clone(&old), &old);
    assert!(Plan::of(&strange, Some(&former), &old, strange.created).edition_gone);
    assert!(!Plan::of(&filing, Some(&former), &old, filing.created).edition_gone);
}

/// A release that closes filings says so, in the plan and to the applicant.
#[test]
fn who_is_closed_by_a_release_is_foretold_and_told_why() {
    let old = Arc::new(shipped());
    let mut files = Files::shipped();
    change(
        &mut files,
        "flow/prepare.toml",
        "when = { \"subject.kind\" = [\"other\"] }",
        "when = { \"subject.kind\" = [\"other\", \"enterprise\"] }",
    );
    let new = files.load().unwrap_or_else(|faults| panic!("{faults}"));
    let mut one = at("submitted");
    let plan = |one: &Wanderer| {
        let former = Former::new(Arc::clone(&old), &new);
        Plan::of(one.filing(), Some(&former), &new, one.around.now).met
    };
    let met = Met { closes: true, gate: "other-subject-kind".to_owned() };
    assert_eq!(plan(&one), Some(met));
    one.take(&new, &Event::Arrived);
    assert!(says(&one, "办到这里为止"), "{:?}", one.heard);
    one.take(&new, &Event::Arrived);
    assert!(!says(&one, "办到这里为止"), "once: {:?}", one.heard);
}

#[test]
fn of_several_options_those_that_are_left_stay_ticked() {
    let mut files = Files::shipped();
    let ended = "{ id = \"ja\", until = \"2020-01-01\" },";
    change(&mut files, "flow/details.toml", "\"ja\",", ended);
    let new = files.load().unwrap_or_else(|faults| panic!("{faults}"));
    let mut one = at("submitted");
    let reference = one.filing().reference.clone();
    let filing = one.state.filings.get_mut(&reference).expect("there is one");
    let chosen = Value::Many(["ja".to_owned(), "zh-hans".to_owned()].into());
    filing.answers.get_mut("site.languages").expect("it was asked").value = chosen;
    one.take(&new, &Event::Arrived);
    assert_eq!(one.filing().ticked["site.languages"], ["zh-hans".to_owned()].into());
    assert!(says(&one, "请重新选择"), "{:?}", one.heard);
}

#[test]
fn what_becomes_personal_is_not_kept_of_who_declined() {
    let mut files = Files::shipped();
    change(
        &mut files,
        "flow/details.toml",
        "kind = \"site-name\"\n",
        "kind = \"site-name\"\npersonal = true\n",
    );
    let new = files.load().unwrap_or_else(|faults| panic!("{faults}"));
    let mut one = at("submitted");
    let reference = one.filing().reference.clone();
    let filing = one.state.filings.get_mut(&reference).expect("there is one");
    filing.answers.get_mut("consent").expect("it was asked").value = Value::One("decline".to_owned());
    filing.answers.get_mut("site.name").expect("it was asked");
    one.take(&new, &Event::Arrived);
    assert!(!one.filing().answers.contains_key("site.name"));
    assert!(one.filing().answers.contains_key("domain"), "the rest is kept");
}

#[test]
fn another_list_of_dependencies_asks_nothing_and_holds_from_then_on() {
    let new = release("conditions").content;
    let mut one = at("submitted");
    one.take(&new, &Event::Arrived);
    assert!(counts(&one, &new, "site.service"), "it was good, and is");
    one.take(&new, &Event::Typed(Personal::from("/edit site.commercial")));
    one.take(&new, &choose("yes"));
    assert!(!counts(&one, &new, "site.service"), "by now it depends on that");
    assert!(says(&one, "所以这几项要再问一遍"), "{:?}", one.heard);
}

#[test]
fn what_depends_on_an_edited_answer_is_told_when_that_is_given_anew() {
    let old = shipped();
    let mut one = at("submitted");
    one.take(&old, &Event::Typed(Personal::from("/edit domain")));
    one.take(&old, &Event::Typed(Personal::from("example.com.cn")));
    assert!(says(&one, "所以这几项要再问一遍"), "{:?}", one.heard);
}

#[test]
fn a_basis_of_one_digest_still_counts_and_is_noted_by_field() {
    let old = shipped();
    let one = at("submitted");
    let mut json = serde_json::to_value(one.filing()).expect("a filing serialises");
    let mut hash = Sha256::new();
    hash.update(15_u64.to_be_bytes());
    hash.update("text example.cn");
    let first = hash.finalize()[..8].try_into().expect("eight bytes");
    let digest = format!("{:016x}", u64::from_be_bytes(first));
    json["answers"]["domain.verified"]["basis"] = digest.into();
    json["answers"]["domain.expires-on"]["basis"] = "0000000000000000".into();
    json.as_object_mut().expect("an object").remove("seen");
    let mut filing: Filing = serde_json::from_value(json).expect("it loads");
    let by_field = one.filing().answers["domain.verified"].basis.clone();
    migrate(&mut filing, &old, one.around.now);
    assert_eq!(filing.answers["domain.verified"].basis, by_field);
    let view = View::new(&old, &filing, one.around.now);
    let status = |id: &str| view.status[old.field_number(id).expect("a field")];
    assert_eq!(status("domain.verified"), Status::Answered);
    assert_eq!(status("domain.expires-on"), Status::Open, "it was given to another domain");
}

#[test]
fn a_reminder_set_under_an_old_name_comes_and_one_that_is_gone_is_silent() {
    let new = release("names").content;
    let mut one = Wanderer::new(&shipped(), "2026-06-12T02:00:00Z", "current");
    one.until(&shipped(), "sms");
    let moment = one
        .filing()
        .moments
        .iter()
        .find(|moment| moment.timer == "sms.subject-lead.window")
        .expect("it is set")
        .clone();
    let came = |timer: &str| Event::MomentCame {
        filing: one.filing().reference.clone(),
        timer: timer.to_owned(),
        ordinal: moment.ordinal,
        due: moment.due,
        unsaid: false,
        unread: false,
    };
    let (known, gone) = (came("sms.subject-lead.window"), came("sms.fortnight"));
    one.around.now = moment.due;
    one.take(&new, &gone);
    assert_eq!(one.heard, Vec::<String>::new());
    one.take(&new, &known);
    assert_eq!(one.heard.len(), 1, "{:?}", one.heard);
    let kept = &one.filing().moments;
    assert!(
        kept.iter().any(|kept| kept.timer == "sms.day" && kept.ordinal == moment.ordinal && kept.over),
        "{kept:?}"
    );
    one.take(&new, &known);
    assert_eq!(one.heard, Vec::<String>::new(), "it comes once");
}
