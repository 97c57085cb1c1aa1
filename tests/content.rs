//! Faults in the dialogues, one at a time in the shipped files: each is told with its file, its line, and what was
//! expected.

use beian::content::Files;

/// A fault: what is changed (file, from, to), where it is told (file and the text of the line), and the words.
struct Case {
    fault: &'static str,
    file: &'static str,
    from: &'static str,
    to: &'static str,
    told: Told,
    words: &'static [&'static str],
}

/// Where a fault is told.
enum Told {
    /// In the changed file, in the line that begins so.
    Here(&'static str),
    /// In another file, in the line that begins so.
    There(&'static str, &'static str),
    /// For a whole file.
    Whole(&'static str),
}

/// Changes the first such place of a file; the line of the change.
fn change(files: &mut Files, file: &str, from: &str, to: &str) -> usize {
    let text = files.0.get_mut(file).unwrap_or_else(|| panic!("{file} is shipped"));
    let place = text.find(from).unwrap_or_else(|| panic!("{file} has no `{from}`"));
    *text = text.replacen(from, to, 1);
    text[..place].lines().count().max(1)
}

/// The line with this start that is nearest to another line.
fn line_of(files: &Files, file: &str, start: &str, near: usize) -> usize {
    let lines = files.0[file].lines().zip(1_usize..).filter(|(line, _)| line.starts_with(start));
    let nearest = lines.map(|(_, number)| number).min_by_key(|number| number.abs_diff(near));
    nearest.unwrap_or_else(|| panic!("{file} has no line `{start}`"))
}

fn faults(files: &Files) -> Vec<String> {
    match files.load() {
        Ok(_) => Vec::new(),
        Err(faults) => faults.0.iter().map(ToString::to_string).collect(),
    }
}

#[rustfmt::skip]
fn cases() -> Vec<Case> {
    use Told::{Here, There, Whole};
    let case = |fault, file, from, to, told, words| Case { fault, file, from, to, told, words };
    vec![
        // conditions
        case("an unknown field in a condition", "flow/details.toml", "\"site.service\" = [\"blog\"]", "\"site.servise\" = [\"blog\"]", Here("id = \"notice.blog\""), &["`site.servise`", "perhaps `site.service` is meant"]),
        case("a value that never occurs", "flow/details.toml", "\"site.service\" = [\"blog\"]", "\"site.service\" = [\"blag\"]", Here("id = \"notice.blog\""), &["`site.service` is never `blag`", "expected one of: portal, other, blog"]),
        case("a condition on a later field", "flow/prepare.toml", "when = { \"server.region\" = [\"mainland\"] }", "when = { \"site-lead.same\" = [\"yes\"] }", Here("id = \"server.provider\""), &["`server.provider` depends on `site-lead.same`", "not asked before it"]),
        case("a condition that is no list", "flow/details.toml", "\"site.service\" = [\"blog\"]", "\"site.service\" = \"blog\"", Here("id = \"notice.blog\""), &["`site.service` needs a list of values"]),
        case("a condition without values", "flow/details.toml", "\"site.service\" = [\"blog\"]", "\"site.service\" = []", Here("id = \"notice.blog\""), &["can never be asked"]),
        case("a dependence on nothing", "flow/details.toml", "depends = [\"site-lead.name\"]", "depends = [\"site-lead.nam\"]", Here("id = \"site-lead.document\""), &["field `site-lead.nam` does not exist"]),
        // fields
        case("an unknown kind", "flow/prepare.toml", "kind = \"domain\"", "kind = \"domian\"", Here("id = \"domain\""), &["`domian` is no kind of answer"]),
        case("an unknown kind behind another field", "flow/details.toml", "passport = \"passport\"", "passport = \"pasport\"", Here("id = \"subject-lead.document-number\""), &["\"pasport\" is no kind"]),
        case("a field twice", "flow/prepare.toml", "id = \"account\"", "id = \"channel\"", Here("id = \"channel\""), &["field `channel` is declared twice"]),
        case("personal before consent", "flow/welcome.toml", "id = \"language\"\n", "id = \"language\"\npersonal = true\n", Here("id = \"language\""), &["field `language` is personal", "behind `consent`"]),
        case("an example that does not pass", "flow/prepare.toml", "example = \"example.cn\"", "example = \"no domain\"", Here("id = \"domain\""), &["example `no domain` of `domain` does not pass"]),
        case("an example that is no option", "flow/prepare.toml", "example = \"mainland\"", "example = \"moon\"", Here("id = \"server.region\""), &["example `moon` is no option of `server.region`"]),
        case("an option that comes back and is none", "flow/confirm.toml", "later = [\"not-yet\"]", "later = [\"some-day\"]", Here("id = \"submitted\""), &["`some-day` comes back later but is no option"]),
        case("a choice without options", "flow/prepare.toml", "options = [\"pc\", \"app\"]\n", "", Here("id = \"channel\""), &["a choice needs `options`", "expected a list of ids"]),
        case("a topic without rules", "flow/prepare.toml", "\"one-number\"", "\"two-numbers\"", Here("id = \"domain\""), &["no province has a rule on `two-numbers`"]),
        // stages, gates, timers
        case("a stage that is never left", "flow/stages.toml", "from = \"mailing\"", "from = \"initial-review\"", Here("id = \"mailing\""), &["stage `mailing` is never left", "expected a transition"]),
        case("a stage that is never entered", "flow/stages.toml", "to = \"mailing\"", "to = \"returned\"", Here("id = \"mailing\""), &["stage `mailing` is never entered"]),
        case("a way to no stage", "flow/stages.toml", "to = \"mailing\"", "to = \"post\"", Here("from = \"initial-review\""), &["stage `post` does not exist"]),
        case("a stop without reopens", "flow/prepare.toml", "reopens = [\"account\"]", "reopens = []", Here("id = \"account-international\""), &["stop `account-international` asks nothing again"]),
        case("a stop that reopens nothing known", "flow/prepare.toml", "reopens = [\"account\"]", "reopens = [\"acount\"]", Here("id = \"account-international\""), &["field `acount` does not exist"]),
        case("an exit with an unknown reason", "flow/prepare.toml", "reason = \"no-filing-needed\"", "reason = \"no-need\"", Here("id = \"server-outside-mainland\""), &["`no-need` is no reason to close", "expected one of: no-filing-needed"]),
        case("a timer without end", "flow/timers.toml", "until = \"public-security.number\"\n", "", Here("id = \"public-security.due\""), &["timer `public-security.due` never ends", "expected `until` or `stage`"]),
        case("a distance in time that is none", "flow/timers.toml", "limit = \"24h\"", "limit = \"24 hours\"", Here("id = \"sms.window\""), &["`24 hours` is no distance in time", "expected hours (24h)"]),
        case("a timer without moments", "flow/timers.toml", "at = [\"20h\", \"24h\"]", "at = []", Here("id = \"sms.window\""), &["timer `sms.window` never fires", "expected `at`"]),
        // rules
        case("a rule without source", "rules/facts.toml", "gives = [\"180\"]\nsource = [\"A19dom\"]", "gives = [\"180\"]\nsource = []", Here("gives = [\"180\"]"), &["a rule without a source"]),
        case("an unknown source", "rules/facts.toml", "gives = [\"180\"]\nsource = [\"A19dom\"]", "gives = [\"180\"]\nsource = [\"A19dim\"]", Here("gives = [\"180\"]"), &["source `A19dim` does not stand in rules/sources.toml"]),
        case("a date that is none", "rules/facts.toml", "from = \"2026-06-13\"", "from = \"2026-06-31\"", Here("gives = [\"no\"]"), &["`2026-06-31` is no date", "expected YYYY-MM-DD"]),
        case("until before from", "rules/facts.toml", "from = \"2026-06-13\"", "from = \"2026-06-13\"\nuntil = \"2026-06-13\"", Here("gives = [\"no\"]"), &["`until` is the first day", "expected a day after `from`"]),
        case("an unknown edition", "rules/facts.toml", "edition = \"2019-09\"", "edition = \"2019-10\"", Here("gives = [\"no\"]"), &["edition `2019-10` does not exist"]),
        case("a fact twice", "rules/facts.toml", "gives = [\"upload.moved\"]", "gives = [\"app.supports\"]", Here("gives = [\"app.supports\"]"), &["`app.supports` is declared twice"]),
        case("rules without a day of checking", "rules/facts.toml", "checked-on = \"2026-11-23\"\n", "", Whole("rules/facts.toml:1"), &["`checked-on` is missing"]),
        case("a province's value without source", "rules/provinces.toml", "[province.steers.org-leader]\nvalue = \"disputed\"\nsource = [\"A19\", \"T22s\", \"H25p\"]", "[province.steers.org-leader]\nvalue = \"disputed\"\nsource = []", Whole("rules/provinces.toml"), &["Beijing", "`org-leader` has no source"]),
        case("an unknown field of the official system", "official.toml", "field = \"subject.name\"", "field = \"subject.nam\"", Here("label = \"主办单位名称\""), &["field `subject.nam` does not exist"]),
        // texts
        case("a text missing in one language", "texts/en/prepare.ftl", "field-channel =", "field-chanel =", There("flow/prepare.toml", "id = \"channel\""), &["text `field-channel` is missing in en"]),
        case("a text that nothing uses", "texts/zh-CN/common.ftl", "yes = ", "old-greeting = 你好\nyes = ", Here("old-greeting"), &["text `old-greeting` is used by nothing"]),
        case("another variable in one language", "texts/en/prepare.ftl", "{ $domain-days-minimum } days must be left", "90 days must be left", Here("field-domain-expires-on"), &["`field-domain-expires-on` uses", "$domain-days-minimum", "expected the same"]),
        case("a variable that is not known", "texts/en/prepare.ftl", "More than { $domain-days-minimum } days must be left", "More than { $days } days must be left", Here("field-domain-expires-on"), &["`field-domain-expires-on` uses $days, which is not known there"]),
        case("a label too long", "texts/en/prepare.ftl", ".opt-pc = Computer", ".opt-pc = Computer, laptop or anything else with a screen and a keyboard", Here("field-channel"), &["`field-channel.opt-pc` is longer than 64 characters", "button"]),
        case("two buttons alike", "texts/en/prepare.ftl", ".opt-app = Phone (阿里云APP)", ".opt-app = Computer (beian.aliyun.com)", Here("field-channel"), &["reads like the button of `pc`", "expected another text"]),
        case("bold without end", "texts/en/product.ftl", "stage-product = ", "stage-product = **", Here("stage-product"), &["opens ** without closing it"]),
        case("a text twice", "texts/en/common.ftl", "yes = ", "yes = Yea\nyes = ", Here("yes"), &["`yes` is written twice", "expected once"]),
        // files
        case("broken TOML", "flow/product.toml", "[[field]]", "[[field", Here("[[field"), &["expected"]),
        case("broken Fluent", "texts/en/product.ftl", "field-product-kind =", "field-product-kind { =", Here("field-product-kind {"), &["no Fluent message"]),
        case("an unknown key", "flow/product.toml", "example = \"instance\"", "exemple = \"instance\"", Here("exemple"), &["unknown field `exemple`", "expected one of"]),
        case("a missing key", "flow/confirm.toml", "example = \"submitted\"\n", "", Here("[[field]]"), &["missing field `example`"]),
    ]
}

#[test]
fn a_fault_is_told_with_file_line_and_what_was_expected() {
    let mut wrong = Vec::new();
    for Case { fault, file, from, to, told, words } in cases() {
        let mut files = Files::shipped();
        let near = change(&mut files, file, from, to);
        let place = match told {
            Told::Here(line) => format!("{file}:{}: ", line_of(&files, file, line, near)),
            Told::There(other, line) => format!("{other}:{}: ", line_of(&files, other, line, 1)),
            Told::Whole(place) => format!("{place}: "),
        };
        let faults = faults(&files);
        let same_words = |line: &&String| words.iter().all(|word| line.contains(word));
        match faults.iter().find(same_words) {
            Some(line) if line.starts_with(&place) => {}
            Some(line) => wrong.push(format!("{fault}: told at another place than {place}{line}")),
            None => wrong.push(format!(
                "{fault}: not told as {words:?} at {place}; {} faults: {:?}",
                faults.len(),
                faults.iter().take(3).collect::<Vec<_>>()
            )),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_text_too_long_is_told() {
    let mut files = Files::shipped();
    let long = format!("stage-product = {}", "long ".repeat(700));
    let line = change(&mut files, "texts/en/product.ftl", "stage-product = ", &long);
    let faults = faults(&files);
    let line = line_of(&files, "texts/en/product.ftl", "stage-product", line);
    let told = faults.iter().find(|fault| fault.contains("units")).cloned().unwrap_or_default();
    assert!(told.starts_with(&format!("texts/en/product.ftl:{line}: `stage-product` has")), "{faults:?}");
    assert!(told.ends_with("expected at most 3000"), "{told}");
}

#[test]
fn a_missing_file_is_told() {
    for (file, told) in [
        ("rules/facts.toml", "rules/facts.toml: this file is missing or empty"),
        ("rules/provinces.toml", "rules/provinces.toml: this file is missing"),
        ("official.toml", "official.toml: this file is missing or empty"),
        ("texts/en/product.ftl", "text `stage-product` is missing in en"),
    ] {
        let mut files = Files::shipped();
        files.0.remove(file).expect("it is shipped");
        let faults = faults(&files);
        assert!(faults.iter().any(|fault| fault.contains(told)), "{file}: {faults:?}");
    }
    let nothing = faults(&Files::default());
    assert!(nothing.iter().any(|fault| fault.starts_with("rules/facts.toml: ")), "{nothing:?}");
}

#[test]
fn several_faults_are_told_at_once() {
    let mut files = Files::shipped();
    change(&mut files, "flow/details.toml", "\"site.service\" = [\"blog\"]", "\"site.service\" = [\"blag\"]");
    change(&mut files, "rules/facts.toml", "from = \"2026-06-13\"", "from = \"soon\"");
    change(&mut files, "flow/prepare.toml", "kind = \"domain\"", "kind = \"domian\"");
    let told = faults(&files);
    for words in ["never `blag`", "`soon` is no date", "`domian` is no kind"] {
        assert!(told.iter().any(|fault| fault.contains(words)), "{words}: {told:?}");
    }
    let mut files = Files::shipped();
    change(&mut files, "texts/en/prepare.ftl", "field-channel =", "field-chanel =");
    change(&mut files, "flow/prepare.toml", "reopens = [\"account\"]", "reopens = []");
    change(
        &mut files,
        "rules/facts.toml",
        "gives = [\"180\"]\nsource = [\"A19dom\"]",
        "gives = [\"180\"]\nsource = []",
    );
    let told = faults(&files);
    for words in [
        "`field-channel` is missing in en",
        "`field-chanel` is used by nothing",
        "asks nothing again",
        "without a source",
    ] {
        assert!(told.iter().any(|fault| fault.contains(words)), "{words}: {told:?}");
    }
}

#[test]
fn faults_of_every_layer_are_told_at_once() {
    let mut files = Files::shipped();
    change(&mut files, "flow/product.toml", "[[field]]", "[[field");
    change(&mut files, "texts/en/product.ftl", "field-product-kind =", "field-product-kind { =");
    let told = faults(&files);
    assert!(told.iter().any(|fault| fault.starts_with("flow/product.toml:")), "{told:?}");
    assert!(told.iter().any(|fault| fault.starts_with("texts/en/product.ftl:")), "{told:?}");
}
