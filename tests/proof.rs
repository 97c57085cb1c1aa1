//! The proof: the shipped dialogues keep their promises, the run gives the same every time, and what is broken is
//! told where it stands, with a conversation that shows it and plays.

use std::sync::Arc;

use beian::content::{Content, Files, shipped};
use beian::proof::{Proof, count, first_flaws, prove};
use beian::transcript::{Script, perform};

/// The shipped dialogues with one text replaced by another, in one file.
fn with(file: &str, old: &str, new: &str) -> Content {
    let mut files = Files::shipped();
    let text = files.0.get_mut(file).unwrap_or_else(|| panic!("{file} is one of the files"));
    assert!(text.contains(old), "{file} holds {old}");
    *text = text.replacen(old, new, 1);
    files.load().unwrap_or_else(|faults| panic!("this loads: {faults}"))
}

fn told(proof: &Proof) -> String {
    proof.flaws.iter().map(|flaw| flaw.fault.to_string()).collect::<Vec<_>>().join("\n")
}

/// Each flaw is told with these words, and whatever conversation shows it plays as it is written.
#[tokio::main(flavor = "current_thread")]
async fn check(content: Content, words: &str, shown: bool) {
    assert!(!first_flaws(&content).is_empty(), "{words}");
    let proof = prove(&content);
    let told = told(&proof);
    let flaw = proof.flaws.iter().find(|flaw| flaw.fault.what.contains(words));
    let flaw = flaw.unwrap_or_else(|| panic!("expected `{words}` among:\n{told}"));
    assert!(!shown || flaw.conversation.is_some(), "a conversation shows `{words}`");
    let content = Arc::new(content);
    for conversation in proof.flaws.iter().filter_map(|flaw| flaw.conversation.as_ref()) {
        let script =
            Script::read(conversation, &content).unwrap_or_else(|error| panic!("{error}:\n{conversation}"));
        let played = perform(&script, &content).await.expect("a store in memory does not fail");
        assert_eq!(played.report.difference("conversation"), None, "{conversation}");
    }
}

#[test]
fn the_shipped_dialogues_are_proved() {
    let proof = prove(&shipped());
    assert_eq!(told(&proof), "");
    assert!(proof.extent.worlds > 2 && proof.extent.seen > 2_000, "{:?}", proof.extent);
    assert!(first_flaws(&shipped()).is_empty());
}

#[test]
fn two_runs_find_the_same() {
    let broken = || {
        with(
            "flow/details.toml",
            "\"subject-lead.verdict\" = [\"refused\", \"disputed\"]",
            "\"subject-lead.verdict\" = [\"refused\"]",
        )
    };
    let (one, other) = (prove(&broken()), prove(&broken()));
    assert!(!one.flaws.is_empty());
    assert_eq!(one.flaws, other.flaws);
    assert_eq!(count(&shipped()), count(&shipped()));
}

#[test]
fn a_question_that_nobody_is_asked_any_more() {
    let content = with(
        "flow/upload.toml",
        "{ \"commitment.asked\" = [\"yes\"] }",
        "{ \"phone-bill.asked\" = [\"yes\"] }",
    );
    check(content, "`paper.commitment` is not asked where the system asks for it", true);
}

#[test]
fn a_question_without_an_answer() {
    let content = with(
        "flow/identify.toml",
        "{ id = \"passport\", when = { \"subject.kind\" = [\"individual\"] } }",
        "{ id = \"passport\", when = { \"subject.kind\" = [\"government\"] } }",
    );
    check(
        content,
        "option `passport` of `subject.certificate` is offered where cases.toml lists no such case",
        true,
    );
    let stuck = with(
        "flow/identify.toml",
        "practice-licence\", when = { \"subject.kind\" = [\"law-firm\"]",
        "practice-licence\", when = { \"subject.kind\" = [\"foundation\"]",
    );
    check(stuck, "`practice-licence`", true);
}

#[test]
fn something_personal_before_consent() {
    let mut files = Files::shipped();
    for language in ["en", "zh-CN"] {
        let text = files.0.get_mut(&format!("texts/{language}/welcome.ftl")).expect("a file");
        *text = text.replacen("    .opt-decline =", "    .opt-later = …\n    .opt-decline =", 1);
    }
    let flow = files.0.get_mut("flow/welcome.toml").expect("a file");
    *flow = flow.replacen(
        "options = [\"agree\", \"decline\"]",
        "options = [\"agree\", \"decline\", \"later\"]",
        1,
    );
    let content = files.load().unwrap_or_else(|faults| panic!("this loads: {faults}"));
    check(content, "is personal and can be asked without consent", true);
}

#[test]
fn a_stop_that_nobody_gets_past() {
    let content = with(
        "flow/identify.toml",
        "reopens = [\"subject.filed\", \"domain.filed\"]",
        "reopens = [\"subject.filed\"]",
    );
    check(content, "gets nobody past it", true);
}

/// The shipped dialogues with two more questions and a stop behind them.
fn with_a_stop(of_two: &str, stop: &str) -> Content {
    let mut files = Files::shipped();
    let common = "kind = \"choice\"\nexample = \"a\"\nsource = [\"A19\"]\n";
    let two = format!("\n[[field]]\nid = \"anew.two\"\noptions = [\"a\", \"q\"]\n{of_two}\n{common}");
    let more = format!(
        "\n[[field]]\nid = \"anew.one\"\noptions = [\"a\", \"c\", {{ id = \"d\", when = {{ \"site.commercial\" = [\"yes\"] }} }}]\n\
         {common}{two}\n[[stop]]\nid = \"anew\"\n{stop}\nsource = [\"A19\"]\n"
    );
    files.0.get_mut("flow/details.toml").expect("a file").push_str(&more);
    for language in ["en", "zh-CN"] {
        let texts = files.0.get_mut(&format!("texts/{language}/details.ftl")).expect("a file");
        let of = |id: &str, options: &[&str]| {
            let labels = options.iter().map(|option| format!("    .opt-{option} = Option {option}\n"));
            let labels: String = labels.collect();
            format!("\nfield-anew-{id} = Which?\n    .label = {id}\n    .help = Any.\n{labels}")
        };
        texts.push_str(&of("one", &["a", "c", "d"]));
        texts.push_str(&of("two", &["a", "q"]));
        texts.push_str("\nstop-anew = Wait.\n");
    }
    files.load().unwrap_or_else(|faults| panic!("this loads: {faults}"))
}

#[test]
fn a_stop_behind_an_answer_that_goes_on_to_count() {
    let when = "when = { \"anew.one\" = [\"a\", \"c\"] }";
    let stop = |reopens: &str| format!("when = {{ \"anew.two\" = [\"q\"] }}\nreopens = [{reopens}]");
    let words = "stop `anew` can be reached where answering `anew.one` anew gets nobody past it";
    check(with_a_stop(when, &stop("\"anew.one\"")), words, true);
    for (of_two, reopens) in [
        (when.to_owned(), "\"anew.one\", \"anew.two\""),
        (format!("{when}\ndepends = [\"anew.one\"]"), "\"anew.one\""),
    ] {
        let told = told(&prove(&with_a_stop(&of_two, &stop(reopens))));
        assert!(!told.contains("gets nobody past it"), "{told}");
    }
}

#[test]
fn a_stop_before_an_answer_of_an_earlier_time() {
    let stop = "when = { any = [{ \"anew.one\" = [\"a\", \"d\"] }, { \"anew.two\" = [\"q\"] }] }\nreopens = [\"anew.one\"]";
    for depends in ["", "\ndepends = [\"anew.one\"]"] {
        let content = with_a_stop(&format!("when = {{ \"anew.one\" = [\"c\"] }}{depends}"), stop);
        check(
            content,
            "stop `anew` can be reached where answering `anew.one` anew gets nobody past it",
            true,
        );
    }
}

#[test]
fn options_that_cannot_be_told_apart() {
    let agree = |language: &str, also: &str| {
        with(&format!("texts/{language}/welcome.ftl"), ".also-agree = ", &format!(".also-agree = {also}|"))
    };
    for (language, also) in [("zh-CN", " ＮＯ。"), ("en", "拒绝"), ("zh-CN", "decline")] {
        check(agree(language, also), "can mean `agree` and `decline`; expected names that differ", false);
    }
    let words =
        "option `agree` of `consent` is called `back`, which is a command there; expected another word";
    check(agree("en", "back"), words, false);
    let words = "option `agree` of `consent` is called `2`; expected no number, which counts the options";
    check(agree("en", "２"), words, false);
    let label = with("texts/en/details.ftl", ".opt-ar = Arabic (阿拉伯语)", ".opt-ar = ja");
    check(label, "at `site.languages` what is typed as `ja` can mean `ja` and `ar`", false);
    let paper = ".also-id-card = id|id card|identity card";
    let content = with("texts/en/identify.ftl", paper, &format!("{paper}|business-licence"));
    assert_eq!(told(&prove(&content)), "", "these two are never offered together");
}

#[test]
fn stages_and_questions_that_are_not_as_listed() {
    let same = |file: &str, old: &str, new: &str, words: &str| {
        check(with(file, old, new), &format!("{words}`; expected the same in both"), false);
    };
    let done = "options = [\"done\", \"submitted\", \"not-yet\"]\n";
    let words = "this is `public-security.outcome: choice, at-once not-yet`, and by cases.toml `public-security.outcome: choice, later not-yet";
    same("flow/after.toml", &format!("{done}later ="), &format!("{done}at-once ="), words);
    let words = "this is `subject.address: address, personal`, and by cases.toml `subject.address: address";
    same("cases.toml", "\"subject.address: address, personal\"", "\"subject.address: address\"", words);
    let words = "this is `complete: final`, and by cases.toml `complete";
    same("cases.toml", "is = \"complete: final\"", "is = \"complete\"", words);
}

#[test]
fn stages_and_questions_in_another_order_than_listed() {
    let order = |old: &str, new: &str, words: &str| {
        check(with("cases.toml", old, new), &format!("{words}`; expected the same order in both"), false);
    };
    let [one, other] = ["  \"server.region: choice\",\n", "  \"server.provider: choice\",\n"];
    let words = "here `server.region` comes next in `prepare`, and by cases.toml `server.provider";
    order(&format!("{one}{other}"), &format!("{other}{one}"), words);
    let words = "here nothing more comes next in `licence`, and by cases.toml `site.opened";
    let licence = "  \"licence.outcome: choice, later not-yet\",\n";
    order(licence, &format!("{licence}  \"site.opened: choice\",\n"), words);
    let words = "here `mailing` comes next in the stages, and by cases.toml `sms";
    order("is = \"mailing\"\n", "is = \"sms\"\n", words);
}

#[test]
fn a_local_rule_for_others_than_listed() {
    let content = with("cases.toml", "\"11 org\"", "\"11\"");
    check(content, "as `11 org`; by cases.toml there are", false);
}

#[test]
fn a_condition_that_always_holds() {
    let content = with(
        "flow/prepare.toml",
        "options = [\"aliyun\", \"other\", \"own-room\"]\n",
        "options = [\"aliyun\", \"other\", \"own-room\"]\nwhen = { \"server.region\" = [\"mainland\"] }\n",
    );
    check(content, "always holds there", false);
}

#[test]
fn a_case_that_another_one_says() {
    let case = "[[case]]\nfact = \"subject.group\"\nis = \"individual\"\nwhen = { \"subject.kind\" = [\"individual\"] }\n";
    let twice = format!("{case}source = [\"A19mat\"]\n\n{case}");
    check(with("cases.toml", case, &twice), "this case says the same without it", false);
}

#[test]
fn a_value_that_says_nothing() {
    let content = with(
        "rules/facts.toml",
        "\"subject-lead.document-number:age\" = [\"16-17\"], \"subject.province\" = [\"22\"] }",
        "\"subject-lead.document-number:age\" = [\"16-17\"], \"subject.province\" = [\"22\", \"51\"] }",
    );
    check(content, "without `51` of `subject.province`", false);
}

#[test]
fn a_period_that_says_nothing() {
    let content = with(
        "cases.toml",
        "when = { \"account\" = [\"international\"], \"channel\" = [\"app\"] }\n",
        "when = { \"account\" = [\"international\"], \"channel\" = [\"app\"] }\nuntil = \"2026-06-13\"\n",
    );
    check(content, "this case says the same without `until`", false);
}

#[test]
fn rules_that_do_not_exclude_each_other_as_they_say() {
    let content = with(
        "rules/types.toml",
        "when = { \"subject.filed\" = [\"none\"], \"domain.filed\" = [\"other-subject\"] }",
        "when = { \"subject.filed\" = [\"none\"] }",
    );
    check(content, "this rule holds where an earlier one does", false);
}

#[test]
fn what_is_told_in_other_cases_than_listed() {
    let content = with(
        "flow/details.toml",
        "{ topic = \"individual-business\", when = { \"subject.kind\" = [\"sole-trader\"] } }",
        "\"individual-business\"",
    );
    check(content, "`subject.name` shows `individual-business` where cases.toml lists no such case", true);
}

#[test]
fn a_line_of_the_forms_that_is_gone() {
    let line = "[[entry]]\nsection = \"access\"\nlabel = \"接入服务商\"\nvalue = \"阿里云计算有限公司\"\nsource = [\"A19psg\"]\n";
    check(with("official.toml", line, ""), "official.toml does not say just once what this line says", false);
}

/// Questions of which each stands to one far behind it: no order of them makes a small diagram.
#[test]
fn what_hangs_together_too_much_is_told_and_not_worked_at_for_ever() {
    let mut files = Files::shipped();
    let ids: Vec<String> =
        ["a", "b"].iter().flat_map(|one| (0..24).map(move |n| format!("{one}{n}"))).collect();
    let pair = |n: usize| format!("{{ \"tangle.a{n}\" = [\"yes\"], \"tangle.b{n}\" = [\"yes\"] }}");
    let pairs: Vec<String> = (0..24).map(pair).collect();
    let last = format!(
        "\n[[field]]\nid = \"tangle.last\"\nkind = \"yes-no\"\nwhen = {{ any = [{}] }}\nexample = \"yes\"\nsource = [\"A19\"]\n",
        pairs.join(", ")
    );
    let field = |id: &String| {
        format!(
            "\n[[field]]\nid = \"tangle.{id}\"\nkind = \"yes-no\"\nexample = \"yes\"\nsource = [\"A19\"]\n"
        )
    };
    let flow = files.0.get_mut("flow/details.toml").expect("a file");
    flow.extend(ids.iter().map(field));
    flow.push_str(&last);
    for language in ["en", "zh-CN"] {
        let texts = files.0.get_mut(&format!("texts/{language}/details.ftl")).expect("a file");
        let all = ids.iter().map(String::as_str).chain(["last"]);
        texts.extend(all.map(|id| {
            format!("\nfield-tangle-{id} = {id}?\n    .label = Tangle {id}\n    .help = About {id}.\n")
        }));
    }
    let content = files.load().unwrap_or_else(|faults| panic!("this loads: {faults}"));
    let flaws = prove(&content).flaws;
    assert_eq!(flaws.len(), 1, "{flaws:?}");
    assert!(flaws[0].fault.to_string().contains("too much hangs together to be proved"), "{flaws:?}");
}

#[test]
fn a_stop_in_a_stage_of_waiting_that_nobody_gets_past() {
    let mut files = Files::shipped();
    let stop = "\n[[stop]]\nid = \"waiting\"\nreopens = [\"site.remark\"]\n\
                when = { \"initial-review.outcome\" = [\"passed\"], \"subject.kind\" = [\"individual\"] }\nsource = [\"A19\"]\n";
    files.0.get_mut("flow/reviews.toml").expect("a file").push_str(stop);
    for language in ["en", "zh-CN"] {
        let texts = files.0.get_mut(&format!("texts/{language}/reviews.ftl")).expect("a file");
        texts.push_str("\nstop-waiting = Wait.\n");
    }
    let content = files.load().unwrap_or_else(|faults| panic!("this loads: {faults}"));
    check(
        content,
        "stop `waiting` can be reached where answering `site.remark` anew gets nobody past it",
        true,
    );
}

#[test]
fn a_need_that_can_be_put_off() {
    let content = with(
        "flow/upload.toml",
        "depends = [\"subject-lead.name\"]\nexample = \"ready\"\nsource = [\"T22m\"",
        "depends = [\"subject-lead.name\", \"filing.password\"]\nexample = \"ready\"\nsource = [\"T22m\"",
    );
    check(content, "needs `filing.password`, which can be put off", false);
}

#[test]
fn an_entry_of_the_lists_without_a_sample() {
    let range = with("rules/checks.toml", "\"146\", \"148\"", "\"146\", \"147\", \"148\"");
    check(range, "nothing typed in cases.toml shows what `147` does to a `mobile`", false);
    let picture = with("rules/checks.toml", "\"jpeg\", \"png\"", "\"png\"");
    check(picture, "what is asked of pictures is not what `[[picture]]` in cases.toml says", false);
}

#[test]
fn pictures_that_must_be_made_otherwise_from_a_day_on() {
    let mut files = Files::shipped();
    let rules = files.0.get_mut("rules/checks.toml").expect("a file");
    let begin = rules.find("[[picture]]").expect("pictures");
    let (before, entry) = rules.split_at(begin);
    let end = entry[1..].find("[[").map_or(entry.len(), |end| end + 1);
    let (entry, after) = entry.split_at(end);
    let earlier = format!("{}\nuntil = \"2027-01-01\"\n", entry.trim_end());
    let later = entry.trim_end().replace(" \"gif\"", "").replace("\"png\",", "\"png\"");
    *rules = format!("{before}{earlier}\n{later}\nfrom = \"2027-01-01\"\n\n{after}");
    let told = files.clone();
    let load = |files: Files| files.load().unwrap_or_else(|faults| panic!("this loads: {faults}"));
    check(load(told), "what is asked of pictures is not what `[[picture]]` in cases.toml says", false);

    let cases = files.0.get_mut("cases.toml").expect("a file");
    let (begin, source) = ("size-below-bytes = 4_194_304\n", "source = [\"A19mat\", \"A19up\"]\n");
    let listed = format!(
        "{begin}until = \"2027-01-01\"\n{source}\n[[picture]]\nformats = [\"jpg\", \"jpeg\", \"png\"]\n{begin}from = \"2027-01-01\"\n"
    );
    assert!(cases.contains(&format!("{begin}{source}")), "the listed picture");
    *cases = cases.replacen(begin, &listed, 1);
    let flaws: Vec<String> = prove(&load(files)).flaws.iter().map(|flaw| flaw.fault.to_string()).collect();
    assert!(flaws.is_empty(), "{}", flaws.join("\n"));
}

#[test]
fn an_entry_that_stands_in_the_lists_twice() {
    let content = with("rules/checks.toml", "until = \"2022-08-30\"\n", "");
    check(content, "`cc` stands in two entries for a `domain` on the same day", false);
}

#[test]
fn words_of_their_own_that_are_gone() {
    let mut files = Files::shipped();
    for language in ["en", "zh-CN"] {
        let texts = files.0.get_mut(&format!("texts/{language}/refusals.ftl")).expect("a file");
        let lines = texts.lines().filter(|line| !line.starts_with("refusal-mobile-characters"));
        *texts = lines.collect::<Vec<_>>().join("\n") + "\n";
    }
    let content = files.load().unwrap_or_else(|faults| panic!("this loads: {faults}"));
    check(content, "`refusal-mobile-characters` has no words of its own in en", false);
}

#[test]
fn a_stage_without_a_way_on() {
    let content = with(
        "flow/stages.toml",
        "when = { \"authority-review.outcome\" = [\"rejected\"] }",
        "when = { \"authority-review.outcome\" = [\"rejected\"], \"site.commercial\" = [\"yes\"] }",
    );
    check(content, "in `authority-review` everything can be answered and nothing follows", true);
}

#[test]
fn answers_of_the_time_before() {
    let content =
        with("flow/stages.toml", "clears = [\"initial-review\", \"sms\",", "clears = [\"initial-review\",");
    check(content, "finds answers of the time before in `sms`", false);
}

#[test]
fn a_dependency_that_is_not_declared() {
    let content =
        with("flow/details.toml", "kind = \"name\"\ndepends = [\"subject.kind\"]\n", "kind = \"name\"\n");
    check(content, "`subject.name` does not depend on `subject.kind`", false);
}

#[test]
fn another_deadline_than_the_law_gives() {
    let content = with("flow/timers.toml", "limit = \"30d\"", "limit = \"31d\"");
    check(content, "timer `public-security.due` does not keep a deadline", false);
}

#[test]
fn two_rows_that_changed_places() {
    let content = with(
        "rules/types.toml",
        "gives = [\"elsewhere-unfiled\", \"file\", \"new-site-elsewhere\"]",
        "gives = [\"elsewhere-unfiled\", \"file\", \"first\"]",
    );
    check(content, "`filing.type` is `first` where cases.toml lists no such case", true);
}

#[test]
fn a_filing_handed_in_before_the_rest() {
    let content = with("flow/confirm.toml", "after-all = true\n", "");
    check(content, "`submitted` hands the filing in", false);
}

#[test]
fn a_question_that_needs_what_can_be_put_off() {
    let mut files = Files::shipped();
    for language in ["en", "zh-CN"] {
        let text = files.0.get_mut(&format!("texts/{language}/welcome.ftl")).expect("a file");
        let more = "    .opt-not-yet = …\n    .again-not-yet = …\n    .opt-decline =";
        *text = text.replacen("    .opt-decline =", more, 1);
    }
    let flow = files.0.get_mut("flow/welcome.toml").expect("a file");
    let (old, new) =
        ("[\"agree\", \"decline\"]", "[\"agree\", \"decline\", \"not-yet\"]\nlater = [\"not-yet\"]");
    *flow = flow.replacen(old, new, 1);
    let content = files.load().unwrap_or_else(|faults| panic!("this loads: {faults}"));
    check(content, "`consent` can be put off", false);
}

#[test]
fn a_timer_that_ends_with_something_else() {
    let content =
        with("flow/timers.toml", "until = \"public-security.outcome\"", "until = \"licence.outcome\"");
    check(content, "timer `public-security.due` does not keep a deadline", false);
}

#[test]
fn a_number_that_need_not_be_another_any_more() {
    let line = "differs-from = { field = \"site-lead.mobile\", when = { \"emergency-phone.differs\" = [\"yes\"] } }\n";
    check(with("flow/details.toml", line, ""), "`differs-from` of `site-lead.emergency-phone`", false);
}

#[test]
fn a_fact_without_a_value() {
    let rule = "[[table.rule]]\ngives = [\"site-lead\"]\nsource = [\"SEED\", \"A19up\"]\n";
    check(with("rules/facts.toml", rule, ""), "no rule gives `face-check.who` a value", false);
}

#[test]
fn a_day_that_only_a_case_names() {
    let case = "fact = \"pre-approval.news.asked\"\nis = \"yes\"\n";
    let content = with("cases.toml", case, &format!("{case}until = \"2030-01-01\"\n"));
    check(content, "`pre-approval.news.asked` is `yes` where cases.toml lists no such case", true);
}

#[cfg(unix)]
#[test]
fn a_folder_that_leads_back_to_itself_is_no_folder_of_dialogues() {
    let folder = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink(".", folder.path().join("a")).expect("a link");
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("endless.toml")).expect("a link");
    let faults = Files::read(folder.path()).expect_err("there is a link");
    assert!(faults.to_string().contains("links and pipes are not read"), "{faults}");
}
