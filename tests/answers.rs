//! Questions and answers: every province and every pre-approval category against lists typed in by hand, whole sets of
//! questions against the bars and against plain BM25, follow-ups, two questions in one message, and odd input.

#[path = "support/binary.rs"]
mod binary;
#[path = "answers/categories.rs"]
mod categories;
#[path = "answers/provinces.rs"]
mod provinces;
#[path = "answers/sets.rs"]
mod sets;

use std::io::Write;
use std::process::Stdio;

use beian::content::shipped;
use beian::knowledge::{Context, Outcome};
use binary::{answer_of, beian};
use categories::CATEGORIES;
use provinces::PROVINCES;
use serde_json::{Value, json};

/// Asks many questions of one process, and gives the answers in order.
fn ask(args: &[&str], questions: &[Value]) -> Vec<Value> {
    let home = tempfile::tempdir().expect("a folder");
    let mut process = beian(home.path())
        .args([&["ask", "--json", "--batch"], args].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut input = process.stdin.take().expect("it is piped");
    let lines = questions.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let writer = std::thread::spawn(move || input.write_all(lines.as_bytes()));
    let output = process.wait_with_output().expect("it ends");
    writer.join().expect("it wrote").expect("all was read");
    assert!(output.status.success());
    let text = String::from_utf8(output.stdout).expect("text");
    text.lines().map(|line| serde_json::from_str(line).expect("a JSON object")).collect()
}

fn one(args: &[&str], question: &str) -> Value {
    ask(args, &[json!({ "id": 1, "q": question })]).remove(0)
}

#[test]
fn every_province_by_every_name_has_its_own_rule_in_both_editions_and_languages() {
    for edition in ["current", "2019-09"] {
        let mut questions = Vec::new();
        for (code, _, zh, en) in PROVINCES {
            questions.extend(zh.map(|name| (code, "zh", format!("{name}备案要不要短信核验？"))));
            questions.extend(en.map(|name| (code, "en", format!("Is SMS verification required in {name}?"))));
        }
        let lines: Vec<Value> =
            questions.iter().map(|(_, _, question)| json!({ "id": question, "q": question })).collect();
        let answers = ask(&["--edition", edition], &lines);
        assert_eq!(answers.len(), 31 * 8);
        for ((code, language, question), answer) in questions.iter().zip(&answers) {
            let (_, listed, zh, en) = PROVINCES.iter().find(|row| row.0 == *code).expect("a row");
            assert_eq!(answer["id"], *question);
            assert_eq!(answer["outcome"], "answered", "{question}: {answer}");
            assert_eq!(answer["topic"], "sms.province", "{question}: {answer}");
            assert_eq!(answer["entities"]["province"], *code, "{question}: {answer}");
            let text = answer["text"].as_str().expect("a text");
            let (name, yes, no, since) = match *language {
                "zh" => (zh[0], "要，", "2019 年 9 月不用", "2020-08-17"),
                _ => (en[0], "Yes: ", "Not in September 2019", "2020-08-17"),
            };
            assert!(text.contains(name) && text.contains(since), "{question}: {text}");
            let asked_then = edition == "current" || *listed;
            assert!(text.starts_with(if asked_then { yes } else { no }), "{edition}, {question}: {text}");
            // Today's answer says how it was, and that of 2019 how it is.
            let was = match (*language, *listed) {
                ("zh", true) => "22 个省",
                ("zh", false) => "不在",
                (_, true) => "among the 22 provinces",
                (_, false) => "not among the 22 provinces",
            };
            assert!(text.contains(was), "{edition}, {question}: {text}");
            let sources = answer["sources"].as_array().expect("a list");
            assert!(
                sources.iter().all(|source| source["date"].as_str().is_some_and(|date| !date.is_empty()))
            );
            assert!(!sources.is_empty(), "{question}: {answer}");
        }
    }
}

/// Places that are no province themselves, and slips of the pen: of sound, of a letter, of the script.
#[test]
fn a_province_is_known_though_it_is_misspelt() {
    const NAMES: [(&str, &str); 16] = [
        ("胡南", "43"),
        ("胡北", "42"),
        ("广动省", "44"),
        ("四穿", "51"),
        ("黑龙将", "23"),
        ("安灰省", "34"),
        ("瀋陽", "21"),
        ("雄安", "13"),
        ("义乌", "33"),
        ("闽南", "35"),
        ("朝阳区", "11"),
        ("Zhejang", "33"),
        ("Sichaun", "51"),
        ("Heilongjang", "23"),
        ("Tianjing", "12"),
        ("Kunshan", "32"),
    ];
    let question = |name: &str| {
        if name.is_ascii() {
            format!("Is SMS verification required in {name}?")
        } else {
            format!("{name}备案要不要短信核验？")
        }
    };
    // Two provinces are not one, and what only sounds like a city is none.
    let none = ["不同省的短信核验要求一样吗", "广东和山西的短信核验有什么不同"];
    let questions = NAMES.iter().map(|(name, _)| question(name)).chain(none.map(str::to_owned));
    let lines: Vec<Value> = questions.map(|question| json!({ "id": 1, "q": question })).collect();
    let answers = ask(&[], &lines);
    for ((name, code), answer) in NAMES.iter().zip(&answers) {
        assert_eq!(answer["entities"]["province"], *code, "{name}: {answer}");
    }
    for answer in &answers[NAMES.len()..] {
        assert!(answer["entities"].get("province").is_none(), "{answer}");
    }
}

#[test]
fn what_a_province_asks_beside_is_told_with_its_sources() {
    let questions: Vec<(&str, String)> = PROVINCES
        .iter()
        .flat_map(|(code, _, zh, en)| {
            [
                (*code, format!("{}管局备案有什么特殊要求？", zh[0])),
                (*code, format!("What special filing rules does {} have?", en[0])),
            ]
        })
        .collect();
    let lines: Vec<Value> = questions.iter().map(|(_, question)| json!({ "id": 0, "q": question })).collect();
    for ((code, question), answer) in questions.iter().zip(ask(&[], &lines)) {
        assert_eq!(answer["topic"], "province.rules", "{question}: {answer}");
        assert_eq!(answer["entities"]["province"], *code, "{question}: {answer}");
        let text = answer["text"].as_str().expect("a text");
        assert!(text.lines().filter(|line| line.starts_with("- ")).count() >= 3, "{question}: {text}");
        assert!(text.contains("20"), "with dates: {text}");
    }
}

/// What is told, field by field: nothing that is denied, somebody else's, or named twice.
#[test]
fn what_is_told_goes_where_it_belongs() {
    const TOLD: [(&str, &[(&str, &str)]); 9] = [
        (
            "我是杭州一家公司，第一次备案，域名 example.cn，用 App",
            &[
                ("domain", "example.cn"),
                ("subject.province", "33"),
                ("subject.kind", "enterprise"),
                ("channel", "app"),
                ("operation", "file"),
                ("subject.filed", "none"),
            ],
        ),
        (
            "公司，杭州，不是第一次备案，服务器在香港，竞争对手的网站是 example.com，不用App",
            &[("subject.province", "33"), ("subject.kind", "enterprise"), ("server.region", "hk-mo-tw")],
        ),
        ("company in Beijing, server in Shanghai", &[("subject.kind", "enterprise")]),
        // Two provinces have a place of this sound.
        (
            "individual in Xian, domain example.cn",
            &[("domain", "example.cn"), ("subject.kind", "individual")],
        ),
        (
            "the domain is not example.com, company in Xiamen",
            &[("subject.province", "35"), ("subject.kind", "enterprise")],
        ),
        (
            "公司名称：南京杭州菜餐饮有限公司，域名 example.cn",
            &[
                ("subject.name", "南京杭州菜餐饮有限公司"),
                ("domain", "example.cn"),
                ("subject.kind", "enterprise"),
            ],
        ),
        // A number that belongs to one of two persons belongs to none until its name says whose it is.
        (
            "主体负责人是王芳，手机 13900139000，网站负责人是李雷，邮箱 li@example.com",
            &[("subject-lead.name", "王芳"), ("site-lead.name", "李雷")],
        ),
        (
            "网站负责人：李雷\n手机：13700137000",
            &[("site-lead.name", "李雷"), ("site-lead.mobile", "13700137000")],
        ),
        (
            "通讯地址：浙江省杭州市西湖区文三路100号，A座3楼，301室",
            &[
                ("subject.address", "浙江省杭州市西湖区文三路100号，A座3楼，301室"),
                ("subject.province", "33"),
            ],
        ),
    ];
    let content = beian::content::shipped();
    for (message, expected) in TOLD {
        let told = content.knowledge.told(message, &content.provinces);
        let told: Vec<(&str, &str)> =
            told.iter().map(|tell| (tell.fields[0].as_str(), tell.value.expose().as_str())).collect();
        assert_eq!(told, expected, "{message}");
    }
}

#[test]
fn businesses_are_known_for_their_categories() {
    let ask_for = |business: &str| {
        if business.is_ascii() {
            format!("We want to run {business}. Is a pre-approval needed before the ICP filing?")
        } else {
            format!("我们想做{business}，备案前要前置审批吗？")
        }
    };
    let all = CATEGORIES.iter().flat_map(|(topic, category, businesses)| {
        businesses.iter().map(move |business| (*topic, *category, *business))
    });
    let all: Vec<(&str, &str, &str)> = all.collect();
    let lines: Vec<Value> =
        all.iter().map(|(_, _, business)| json!({ "id": business, "q": ask_for(business) })).collect();
    let answers = ask(&[], &lines);
    assert_eq!(answers.len(), all.len());
    let wrong = all.iter().zip(&answers).filter(|((topic, category, _), answer)| {
        answer["outcome"] != "answered"
            || answer["topic"] != *topic
            || answer["entities"]["category"] != *category
    });
    let wrong: Vec<String> = wrong
        .map(|((topic, ..), answer)| {
            format!("{} is {topic}: {} {}", answer["id"], answer["topic"], answer["entities"])
        })
        .collect();
    let count = all.len();
    assert!(wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_question_goes_on_with_what_was_asked_before() {
    let conversations: [&[&str]; 4] = [
        &["杭州备案要短信验证吗", "那北京呢", "广州呢"],
        &["Is SMS verification needed in Shanghai?", "and for Guangzhou?"],
        &["What is the public-security filing?", "How long do I have for that?"],
        &["短信核验怎么做", "那个过期了怎么办"],
    ];
    let expected: [&[(&str, &str)]; 4] = [
        &[("sms.province", "33"), ("sms.province", "11"), ("sms.province", "44")],
        &[("sms.province", "31"), ("sms.province", "44")],
        &[("after.public-security", ""), ("after.public-security-deadline", "")],
        &[("sms.how", ""), ("sms.deadline", "")],
    ];
    let lines: Vec<Value> = conversations.iter().map(|turns| json!({ "id": "x", "turns": turns })).collect();
    for (expected, answer) in expected.iter().zip(ask(&[], &lines)) {
        let answers = answer["answers"].as_array().expect("a list");
        let found: Vec<(&str, &str)> = answers
            .iter()
            .map(|one| {
                (
                    one["topic"].as_str().unwrap_or_default(),
                    one["entities"]["province"].as_str().unwrap_or_default(),
                )
            })
            .collect();
        assert_eq!(found, *expected, "{answer}");
    }
}

/// Conversations of two or three questions of which the later ones need the earlier.
#[test]
fn what_goes_on_is_understood_by_what_was_asked_before() {
    let rows: Vec<Value> = include_str!("questions/follow.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("a conversation"))
        .collect();
    let (mut right, mut all) = (0, 0);
    for (row, answer) in rows.iter().zip(ask(&[], &rows)) {
        let answers = answer["answers"].as_array().expect("a list");
        let topics = row["topics"].as_array().expect("a list");
        for (answer, topics) in answers.iter().zip(topics).skip(1) {
            all += 1;
            right += usize::from(topics.as_array().is_some_and(|topics| topics.contains(&answer["topic"])));
        }
    }
    println!("{right} of {all} that go on are understood");
    assert!(right * 4 >= all * 3, "{right} of {all}");
}

#[test]
fn pinyin_is_read_and_answered_in_chinese() {
    let questions = [
        ("fu wu qi zai xin jia po hai yao bu yao bei an", "overview.needed"),
        ("beian yao duo shao qian?", "overview.cost"),
        ("yan zheng ma mei you shou dao zen me ban", "sms.not-received"),
        ("gongsi gai ming le, beian xuyao biangeng ma", "type.change"),
    ];
    let lines: Vec<Value> = questions.iter().map(|(question, _)| json!({ "id": 1, "q": question })).collect();
    for ((question, topic), answer) in questions.iter().zip(ask(&[], &lines)) {
        assert_eq!(answer["topic"], *topic, "{question}: {answer}");
        assert!(answer["text"].as_str().is_some_and(|text| text.contains("来源：")), "{question}: {answer}");
    }
    let refused = one(&[], "na li ke yi mai bei an hao");
    assert_eq!(refused["outcome"], "refused", "{refused}");
}

#[test]
fn what_is_about_something_else_goes_on_with_nothing() {
    let conversations = [
        ["备案要多久", "那天气呢"],
        ["备案要多久", "what about lunch"],
        ["how long does a filing take", "and do you like it?"],
        ["公安备案是什么", "这个笑话好笑吗"],
        ["备案要多久", "好的，谢谢"],
        ["备案要多久", "那我去买个备案号呢"],
        ["备案要多久", "13800138000"],
        ["人脸核验怎么做", "那帮我黑进去呢"],
        ["人脸核验怎么做", "那用同事的脸呢"],
        ["人脸核验怎么做", "那用爸爸的呢"],
        ["备案号放哪里", "那卖枪呢"],
        ["备案号放哪里", "那卖号呢"],
        ["卖药要前置审批吗", "那租一个呢"],
        ["卖药要前置审批吗", "那换个人的身份证呢"],
        ["备案要多久", "and to buy one?"],
        ["短信验证码没收到", "and if I rent one?"],
        ["how long does a filing take", "got it"],
    ];
    let lines: Vec<Value> = conversations.iter().map(|turns| json!({ "id": "x", "turns": turns })).collect();
    for answer in ask(&[], &lines) {
        assert_eq!(answer["answers"][0]["outcome"], "answered", "{answer}");
        assert_ne!(answer["answers"][1]["outcome"], "answered", "{answer}");
    }
}

#[test]
fn two_questions_in_one_message_are_both_answered() {
    let answer = one(&[], "备案要花多少钱？短信验证码没收到怎么办？");
    let topics = [&answer["topic"], &answer["also"][0]["topic"]];
    assert_eq!(topics, [&json!("overview.cost"), &json!("sms.not-received")], "{answer}");
    assert!(answer["also"][0]["text"].as_str().is_some_and(|text| text.len() > 40), "{answer}");
}

#[test]
fn where_the_server_stands_decides_whether_a_filing_is_needed() {
    let questions = [
        ("服务器在香港要备案吗", "outside"),
        ("我的主机在新加坡，网站还要备案吗", "outside"),
        ("My server is in Hong Kong, do I need an ICP filing?", "outside"),
        ("服务器在境内要备案吗", "mainland"),
    ];
    let lines: Vec<Value> = questions.iter().map(|(question, _)| json!({ "id": 1, "q": question })).collect();
    for ((question, region), answer) in questions.iter().zip(ask(&[], &lines)) {
        assert_eq!(answer["topic"], "overview.needed", "{question}: {answer}");
        assert_eq!(answer["entities"]["server-region"], *region, "{question}: {answer}");
    }
}

#[test]
fn traditional_characters_are_answered_in_simplified_ones() {
    let answer = one(&[], "備案要收費嗎？");
    assert_eq!(answer["topic"], "overview.cost");
    assert!(answer["text"].as_str().is_some_and(|text| text.contains("来源")), "{answer}");
    let answer = one(&["--lang", "en"], "備案要收費嗎？");
    assert!(answer["text"].as_str().is_some_and(|text| text.contains("Sources: ")), "{answer}");
}

#[test]
fn odd_input_is_met_with_kindness_and_comes_back_nowhere() {
    let odd = [
        String::new(),
        "😀😀😀🎉".to_owned(),
        " \t\r\n ".to_owned(),
        "\u{0}\u{1}\u{7f}\u{9b}31m".to_owned(),
        "<script>alert(1)</script><b>x</b>".to_owned(),
        "\u{202e}gnal-rtl\u{202c}\u{200f}".to_owned(),
        "[x](javascript:alert(1)) `code` **bold** {{7*7}} ${HOME}".to_owned(),
        "备".repeat(34_000),
        "a".repeat(100_000),
        "? ".repeat(50_000),
    ];
    let lines: Vec<Value> = odd.iter().map(|text| json!({ "id": 1, "q": text })).collect();
    for (text, answer) in odd.iter().zip(ask(&[], &lines)) {
        let shown: String = text.chars().take(40).collect();
        assert!(answer["outcome"] == "handoff" || answer["outcome"] == "refused", "{shown}: {answer}");
        let said = answer["text"].as_str().expect("a text");
        assert!(said.contains("/human"), "the way to a person: {said}");
        for part in ["<script>", "alert", "\u{202e}", "{{7*7}}", "${HOME}", "aaaa", "\u{1}"] {
            assert!(!said.contains(part), "{shown} comes back: {said}");
        }
    }
}

#[test]
fn a_line_that_is_no_question_is_told_and_the_others_are_answered() {
    let home = tempfile::tempdir().expect("a folder");
    let mut process = beian(home.path())
        .args(["ask", "--json", "--batch"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the binary runs");
    let mut input = process.stdin.take().expect("it is piped");
    input.write_all("nonsense\n\n{\"id\":7}\n{\"id\":8,\"q\":\"备案要多久\"}\n".as_bytes()).expect("written");
    drop(input);
    let output = process.wait_with_output().expect("it ends");
    let text = String::from_utf8(output.stdout).expect("text");
    let lines: Vec<Value> = text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(lines.len(), 3, "{text}");
    assert!(lines[0]["error"].is_string() && lines[1]["error"].is_string(), "{text}");
    assert_eq!(lines[2]["topic"], "overview.duration", "{text}");
}

#[test]
fn for_people_the_answer_stands_alone_with_its_source() {
    let home = tempfile::tempdir().expect("a folder");
    let (code, out, error) = answer_of(home.path(), &["ask", "备案", "要钱吗"]);
    assert_eq!((code, error.as_str()), (0, ""), "{out}");
    assert!(out.contains("来源：") && !out.contains("**"), "{out}");
    let (code, out, _) = answer_of(home.path(), &["ask", "what is the weather in Paris"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("/human"), "{out}");
    let (code, _, error) = answer_of(home.path(), &["ask"]);
    assert!(code == 2 && error.contains("nothing is asked"), "{error}");
    let (code, _, error) = answer_of(home.path(), &["ask", "--edition", "2018", "x"]);
    assert!(code == 2 && error.contains("expected one of: current, 2019-09"), "{error}");
}

#[test]
fn what_was_asked_back_about_is_chosen_by_a_word_for_its_place() {
    let content = shipped();
    let options = ["sms.how", "form.persons", "after.keep"].map(str::to_owned).to_vec();
    let before = Context { options, ..Context::default() };
    for (said, topic) in [("1", "sms.how"), ("第二个", "form.persons"), ("the third one", "after.keep")] {
        let decision = content.knowledge.decide(said, &before, &content.provinces);
        assert_eq!(decision.outcome, Outcome::Answered, "{said}");
        let asked = decision.asked.expect("it is answered").topic;
        assert_eq!(content.knowledge.topics[asked].id, topic, "{said}");
    }
}

#[test]
fn a_province_that_is_named_is_told_its_own_rules_and_not_asked_for() {
    let answer = one(&[], "在杭州注册的公司，主体负责人要由法人担任吗？");
    assert_eq!(answer["topic"], "form.persons", "{answer}");
    let text = answer["text"].as_str().expect("a text");
    assert!(text.contains("浙江（") && text.contains("主体负责人须为法定代表人"), "{text}");
}

#[test]
fn an_ordinary_business_needs_no_approval_and_is_of_no_category() {
    for question in
        ["火锅店要前置审批吗", "开五金店的网站要办前置审批吗", "does a bakery's website need a pre-approval"]
    {
        let answer = one(&[], question);
        assert_eq!(answer["topic"], "pre-approval.which", "{question}: {answer}");
        assert!(answer["entities"].get("category").is_none(), "{question}: {answer}");
        let text = answer["text"].as_str().expect("a text");
        assert!(text.starts_with("一般不用") || text.starts_with("Usually not"), "{question}: {text}");
    }
}
