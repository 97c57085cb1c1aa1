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
    use Told::{Here, Whole};
    let case = |fault, file, from, to, told, words| Case { fault, file, from, to, told, words };
    vec![
        // conditions
        case("an unknown field in a condition", "flow/details.toml", "\"site.service\" = [\"blog\"]", "\"site.servise\" = [\"blog\"]", Here("id = \"notice.blog\""), &["`site.servise`", "perhaps `site.service` is meant"]),
        case("a value that never occurs", "flow/details.toml", "\"site.service\" = [\"blog\"]", "\"site.service\" = [\"blag\"]", Here("id = \"notice.blog\""), &["`site.service` is never `blag`", "expected one of: portal, other, blog"]),
        case("a condition on a later field", "flow/prepare.toml", "id = \"server.provider\"\n", "id = \"server.provider\"\nwhen = { \"site-lead.same\" = [\"yes\"] }\n", Here("id = \"server.provider\""), &["`server.provider` depends on `site-lead.same`", "not asked before it"]),
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
        case("a timer without end", "flow/timers.toml", "until = \"public-security.outcome\"\n", "", Here("id = \"public-security.due\""), &["timer `public-security.due` never ends", "expected `until`, `stage` or `by-hand`"]),
        case("a distance in time that is none", "flow/timers.toml", "limit = \"24h\"", "limit = \"24 hours\"", Here("id = \"sms.subject-lead.window\""), &["`24 hours` is no distance in time", "expected hours (24h)"]),
        case("a timer without moments", "flow/timers.toml", "at = [\"20h\", \"24h\"]", "at = []", Here("id = \"sms.subject-lead.window\""), &["timer `sms.subject-lead.window` never fires", "expected `at`"]),
        case("an end that is left", "flow/stages.toml", "id = \"filed\"\n", "id = \"filed\"\nfinal = true\n", Here("id = \"filed\""), &["stage `filed` is final and is left"]),
        // rules
        case("a rule without source", "rules/facts.toml", "gives = [\"180\"]\nsource = [\"A19dom\"]", "gives = [\"180\"]\nsource = []", Here("source = []"), &["no source is named"]),
        case("an unknown source", "rules/facts.toml", "gives = [\"180\"]\nsource = [\"A19dom\"]", "gives = [\"180\"]\nsource = [\"A19dim\"]", Here("source = [\"A19dim\"]"), &["source `A19dim` does not stand in rules/sources.toml"]),
        case("a date that is none", "rules/facts.toml", "from = \"2026-06-13\"", "from = \"2026-06-31\"", Here("gives = [\"no\"]"), &["`2026-06-31` is no date", "expected YYYY-MM-DD"]),
        case("until before from", "rules/facts.toml", "from = \"2026-06-13\"", "from = \"2026-06-13\"\nuntil = \"2026-06-13\"", Here("gives = [\"no\"]"), &["`until` is the first day", "expected a day after `from`"]),
        case("an unknown edition", "rules/facts.toml", "edition = \"2019-09\"", "edition = \"2019-10\"", Here("gives = [\"no\"]"), &["edition `2019-10` does not exist"]),
        case("a fact twice", "rules/facts.toml", "gives = [\"upload.moved\"]", "gives = [\"app.supports\"]", Here("gives = [\"app.supports\"]"), &["`app.supports` is declared twice"]),
        case("rules without a day of checking", "rules/facts.toml", "checked-on = \"2026-11-23\"\n", "", Whole("rules/facts.toml:1"), &["`checked-on` is missing"]),
        case("a day without quotes", "rules/facts.toml", "checked-on = \"2026-11-23\"", "checked-on = 2026-11-23", Here("checked-on = 2026-11-23"), &["expected a day in quotes"]),
        case("a rule of no province", "rules/provinces.toml", "\n[[elsewhere]]\ncode = \"82\"", "\n[[province.rule]]\ntopic = \"phone\"\napplies-to = \"org\"\nzh = \"-\"\nen = \"-\"\nsource = [\"T22\"]\n\n[[elsewhere]]\ncode = \"82\"", Here("topic = \"phone\""), &["this would be a rule of Xinjiang", "below its own province"]),
        case("a rule checked on no day", "rules/facts.toml", "gives = [\"180\"]\nsource = [\"A19dom\"]", "gives = [\"180\"]\nsource = [\"A19dom\"]\nchecked-on = \"2026-2-3\"", Here("checked-on = \"2026-2-3\""), &["`2026-2-3` is no date", "expected YYYY-MM-DD"]),
        case("sources without a day of checking", "rules/sources.toml", "checked-on = \"2026-11-23\"\n", "", Whole("rules/sources.toml:1"), &["`checked-on` is missing"]),
        case("a province's value without source", "rules/provinces.toml", "value = \"disputed\"\nsource = [\"A19\", \"T22s\", \"H25p\"]", "value = \"disputed\"\nsource = []", Here("source = []"), &["no source is named", "expected keys of rules/sources.toml"]),
        case("an unknown field of the official system", "official.toml", "field = \"subject.name\"", "field = \"subject.nam\"", Here("label = \"主办单位名称\""), &["field `subject.nam` does not exist"]),
        // provinces
        case("a province's value that is none", "rules/provinces.toml", "[province.steers.org-leader]\nvalue = \"legal-rep\"", "[province.steers.org-leader]\nvalue = \"legal-repp\"", Here("value = \"legal-repp\""), &["Tianjin: `org-leader` is never `legal-repp`", "expected one of: legal-rep, authorised-ok"]),
        case("a province without a value", "rules/provinces.toml", "[province.steers.shell-direct-add]\nvalue = \"yes\"\nsource = [\"H25c\"]\n", "", Here("code = \"11\""), &["Beijing: `shell-direct-add` is missing", "expected each of [steers]"]),
        case("a steer that is none", "rules/provinces.toml", "[province.steers.org-leader]", "[province.steers.org-lead]", Here("[province.steers.org-lead]"), &["Beijing: `org-lead` steers nothing", "expected one of: individual-elsewhere, org-leader"]),
        case("a province twice", "rules/provinces.toml", "code = \"12\"", "code = \"11\"", Here("code = \"11\""), &["province `11` is declared twice"]),
        case("a topic that no question shows", "rules/provinces.toml", "topic = \"org-leader\"", "topic = \"orgleader\"", Here("topic = \"orgleader\""), &["no field shows rules on `orgleader`", "expected one of"]),
        // sources and days
        case("a stop without source", "flow/prepare.toml", "reopens = [\"domain.expires-on\"]\nsource = [\"A19dom\", \"A19\"]", "reopens = [\"domain.expires-on\"]\nsource = []", Here("source = []"), &["no source is named"]),
        case("an exit without source", "flow/prepare.toml", "reason = \"no-filing-needed\"\nsource = [\"A19kind\", \"Adws\", \"H25prep\"]", "reason = \"no-filing-needed\"", Here("id = \"server-outside-mainland\""), &["exit `server-outside-mainland` has no `source`"]),
        case("a field without source", "flow/prepare.toml", "source = [\"SEED\", \"A19kind\", \"H25prep\"]\n", "", Here("id = \"server.region\""), &["field `server.region` has no `source`"]),
        case("a duration without source", "rules/durations.toml", "source = [\"A19rej\", \"A19dom\", \"H25dom\"]", "source = []", Here("source = []"), &["no source is named"]),
        case("a category with an unknown source", "rules/pre-approvals.toml", "source = [\"SEED\", \"A19pre\", \"T22pre\", \"HOW\"]", "source = [\"NOPE\"]", Here("source = [\"NOPE\"]"), &["source `NOPE` does not stand in rules/sources.toml"]),
        case("a change of a category with an unknown source", "rules/pre-approvals.toml", "source = [\"LAWNAME\"]", "source = [\"NOPE\"]", Here("  { date = \"2017-06-01\""), &["source `NOPE` does not stand"]),
        case("a change of a category on no day", "rules/pre-approvals.toml", "date = \"2017-06-01\"", "date = \"some day\"", Here("  { date = \"some day\""), &["`some day` is no date", "expected YYYY, YYYY-MM or YYYY-MM-DD"]),
        case("a list with an unknown source", "rules/checks.toml", "source = [\"GK\"]", "source = [\"NOPE\"]", Here("source = [\"NOPE\"]"), &["source `NOPE` does not stand"]),
        case("a list without source", "rules/checks.toml", "source = [\"GK\"]", "source = []", Here("source = []"), &["no source is named"]),
        case("a short day in a list", "rules/checks.toml", "from = \"2018-09-01\"", "from = \"2018-9-1\"", Here("from = \"2018-9-1\""), &["`2018-9-1` is no date", "expected YYYY-MM-DD"]),
        case("a short day in a rule", "rules/facts.toml", "from = \"2026-06-13\"", "from = \"2026-6-13\"", Here("gives = [\"no\"]"), &["`2026-6-13` is no date", "expected YYYY-MM-DD"]),
        case("durations without a day of checking", "rules/durations.toml", "checked-on = \"2026-11-23\"\n", "", Whole("rules/durations.toml:1"), &["`checked-on` is missing"]),
        // facts
        case("a fact that follows from itself", "rules/facts.toml", "when = { \"channel\" = [\"pc\"] }\ngives = [\"not-used\"]", "when = { \"app.supports\" = [\"yes\"] }\ngives = [\"not-used\"]", Here("gives = [\"not-used\"]"), &["`app.supports` follows from itself", "expected facts that look back only"]),
        case("a rule behind one that always decides", "rules/facts.toml", "gives = [\"180\"]\nsource = [\"A19dom\"]\n", "gives = [\"180\"]\nsource = [\"A19dom\"]\n\n[[table.rule]]\ngives = [\"120\"]\nsource = [\"A19\"]\n", Here("gives = [\"90\"]"), &["this rule never decides", "expected it before"]),
        case("more values than columns", "rules/facts.toml", "gives = [\"yes\", \"no\"]", "gives = [\"yes\", \"no\", \"no\"]", Here("gives = [\"yes\", \"no\", \"no\"]"), &["a rule gives 3 values; expected 2"]),
        case("a category twice", "rules/pre-approvals.toml", "id = \"publishing\"", "id = \"news\"", Here("id = \"news\""), &["category `news` is declared twice"]),
        case("no edition of the day itself", "rules/editions.toml", "id = \"current\"", "id = \"today\"", Whole("rules/editions.toml"), &["the first edition is not `current`"]),
        case("an edition twice", "rules/editions.toml", "id = \"2019-09\"", "id = \"current\"", Here("id = \"current\""), &["edition `current` is declared twice"]),
        // options and kinds
        case("an unknown key of an option", "flow/prepare.toml", "{ id = \"games\", from =", "{ id = \"games\", form =", Here("id = \"site.content\""), &["unknown key `form`", "expected one of: id, was, when, from, until"]),
        case("an option that ends before it begins", "flow/prepare.toml", "{ id = \"games\", from = \"2019-09-17\" }", "{ id = \"games\", from = \"2019-09-17\", until = \"2019-01-01\" }", Here("id = \"site.content\""), &["expected a day after `from`"]),
        case("an option twice", "flow/prepare.toml", "options = [\"pc\", \"app\"]", "options = [\"pc\", \"app\", \"pc\"]", Here("id = \"channel\""), &["option `pc` of `channel` is declared twice"]),
        case("a document without a kind", "flow/details.toml", "passport = \"passport\", ", "", Here("id = \"subject-lead.document-number\""), &["`kinds` has none for `passport`", "each option of `subject-lead.document`"]),
        case("a kind for no document", "flow/details.toml", "passport = \"passport\"", "pasport = \"passport\"", Here("id = \"subject-lead.document-number\""), &["`pasport` is no option of `subject-lead.document`", "expected one of: id-card"]),
        case("an unknown key beside the kinds", "flow/details.toml", "kind = { by =", "kind = { bye = \"x\", by =", Here("id = \"subject-lead.document-number\""), &["unknown key `bye`", "expected one of: by, kinds"]),
        case("a difference from a later field", "flow/details.toml", "differs-from = { field = \"subject-lead.mobile\"", "differs-from = { field = \"site-lead.mobile\"", Here("id = \"subject-lead.emergency-phone\""), &["depends on `site-lead.mobile`", "not asked before it"]),
        case("days left by a later fact", "flow/prepare.toml", "days-left = \"domain.days-minimum\"", "days-left = \"site-lead.letter\"", Here("id = \"domain.expires-on\""), &["depends on `site-lead.same`", "not asked before it"]),
        case("days left that are no number", "flow/prepare.toml", "days-left = \"domain.days-minimum\"", "days-left = \"subject.group\"", Here("id = \"domain.expires-on\""), &["`subject.group` can be `individual`", "whole numbers"]),
        case("a personal kind that is not personal", "flow/details.toml", "kind = \"mobile\"\npersonal = true", "kind = \"mobile\"", Here("id = \"subject-lead.mobile\""), &["`subject-lead.mobile` is asked as `mobile`", "expected `personal = true`"]),
        // ways, gates and timers twice or out of order
        case("two ways with one condition", "flow/stages.toml", "\"sms.asked\" = [\"no\"]", "\"sms.asked\" = [\"yes\"]", Here("from = \"initial-review\""), &["two ways from `initial-review` have the same condition"]),
        case("a stop twice", "flow/prepare.toml", "id = \"domain-expiry\"", "id = \"account-international\"", Here("id = \"account-international\""), &["stop `account-international` is declared twice"]),
        case("a timer twice", "flow/timers.toml", "id = \"public-security.due\"", "id = \"sms.subject-lead.window\"", Here("id = \"sms.subject-lead.window\""), &["timer `sms.subject-lead.window` is declared twice"]),
        case("a stage twice", "flow/stages.toml", "id = \"mailing\"", "id = \"initial-review\"", Here("id = \"initial-review\""), &["stage `initial-review` is declared twice"]),
        case("a limit before the last moment", "flow/timers.toml", "limit = \"24h\"", "limit = \"2h\"", Here("id = \"sms.subject-lead.window\""), &["timer `sms.subject-lead.window` fires behind its own limit"]),
        case("a timer that starts at no date", "flow/timers.toml", "starts = \"site.opened-on\"", "starts = \"site.name\"", Here("id = \"footer\""), &["starts at `site.name`, which is no date"]),
        case("a timer of no stage", "flow/timers.toml", "stage = \"initial-review\"\nstarts", "until = \"filing.number\"\nstarts", Here("id = \"initial-review.check\""), &["timer `initial-review.check` starts when a stage is entered", "expected `stage`"]),
        case("a moment that never comes", "flow/timers.toml", "limit = \"24h\"", "limit = \"9223372036854775807d\"", Here("id = \"sms.subject-lead.window\""), &["`9223372036854775807d` is no distance in time", "at most 3650d"]),
        case("two provinces of one name", "rules/provinces.toml", "aliases = [\"京\", ", "aliases = [\"京\", \"Shanghai\", ", Here("en = \"Shanghai\""), &["`shanghai` names Beijing and Shanghai"]),
        case("a duration that runs backwards", "rules/durations.toml", "days = [1, 2]", "days = [2, 1]", Here("days = [2, 1]"), &["2 to 1 days runs backwards"]),
        case("a source of a day that is none", "rules/sources.toml", "date = \"2019-07-29\"", "date = \"2027-13-45\"", Here("date = \"2027-13-45\""), &["`2027-13-45` is no date", "expected YYYY, YYYY-MM"]),
        case("a moment before the start", "flow/timers.toml", "at = [\"20h\"", "at = [\"-20h\"", Here("id = \"sms.subject-lead.window\""), &["timer `sms.subject-lead.window` fires before it starts"]),
    ]
}

#[rustfmt::skip]
fn cases_of_texts() -> Vec<Case> {
    use Told::{Here, There};
    let case = |fault, file, from, to, told, words| Case { fault, file, from, to, told, words };
    vec![
        // texts
        case("other words for no option", "texts/en/prepare.ftl", "    .opt-pc =", "    .also-pcc = box\n    .opt-pc =", Here("field-channel"), &["text `field-channel.also-pcc` belongs to no option"]),
        case("what is said after no option", "texts/en/prepare.ftl", "    .opt-pc =", "    .said-pcc = Good.\n    .opt-pc =", Here("field-channel"), &["text `field-channel.said-pcc` belongs to no option"]),
        case("a reference to no text", "texts/en/product.ftl", "stage-product = ", "stage-product = { stage-nothing } ", Here("stage-product"), &["`stage-product` refers to `stage-nothing`, which does not exist"]),
        case("a reference to no term", "texts/en/product.ftl", "stage-product = ", "stage-product = { -nothing } ", Here("stage-product"), &["`stage-product` refers to `-nothing`"]),
        case("a text that refers to itself", "texts/en/product.ftl", "stage-product = ", "stage-product = { stage-product } ", Here("stage-product"), &["`stage-product` refers to itself"]),
        case("a text missing in one language", "texts/en/prepare.ftl", "field-channel =", "field-chanel =", There("flow/prepare.toml", "id = \"channel\""), &["text `field-channel` is missing in en"]),
        case("a text that nothing uses", "texts/zh-CN/common.ftl", "yes = ", "old-greeting = 你好\nyes = ", Here("old-greeting"), &["text `old-greeting` is used by nothing"]),
        case("another variable in one language", "texts/en/prepare.ftl", "{ $domain-days-minimum } days must be left", "90 days must be left", Here("field-domain-expires-on"), &["`field-domain-expires-on` uses", "$domain-days-minimum", "expected the same"]),
        case("a variable that is not known", "texts/en/prepare.ftl", "More than { $domain-days-minimum } days must be left", "More than { $days } days must be left", Here("field-domain-expires-on"), &["`field-domain-expires-on` uses $days, which is not known there"]),
        case("a label without words", "texts/zh-CN/welcome.ftl", ".opt-agree = 同意\n", ".opt-agree = {\" \"}\n", Here("field-consent"), &["`field-consent.opt-agree` is empty"]),
        case("a label too long", "texts/en/prepare.ftl", ".opt-pc = Computer", ".opt-pc = Computer, laptop or anything else with a screen and a keyboard", Here("field-channel"), &["`field-channel.opt-pc` has 81 characters", "button"]),
        case("two buttons alike", "texts/en/prepare.ftl", ".opt-app = Phone (阿里云APP), recommended", ".opt-app = Computer (beian.aliyun.com)", Here("field-channel"), &["reads like the button of `pc`", "expected another text"]),
        case("bold without end", "texts/en/product.ftl", "stage-product = ", "stage-product = **", Here("stage-product"), &["opens ** without closing it"]),
        case("a text without words", "texts/en/common.ftl", "yes = ", "old-yes = Yes\nyes = {\" \"}\nyea = ", Here("yes = {"), &["`yes` is empty"]),
        case("a link to no page", "texts/en/product.ftl", "stage-product = ", "stage-product = [here](htps://example.com) ", Here("stage-product"), &["`stage-product` links to `htps://example.com`"]),
        case("marks on a button", "texts/en/prepare.ftl", ".opt-pc = Computer", ".opt-pc = **Computer**", Here("field-channel"), &["`field-channel.opt-pc` has marks"]),
        case("a line that begins with a mark", "texts/en/product.ftl", "stage-product = ", "stage-product =\n    **now** and ", Here("stage-product"), &["cannot begin with `*`"]),
        case("a text twice", "texts/en/common.ftl", "yes = ", "yes = Yea\nyes = ", Here("yes"), &["`yes` is written twice", "expected once"]),
        // files
        case("broken TOML", "flow/product.toml", "[[field]]", "[[field", Here("[[field"), &["expected"]),
        case("broken Fluent", "texts/en/product.ftl", "field-product-kind =", "field-product-kind { =", Here("field-product-kind {"), &["no Fluent message"]),
        case("an unknown key", "flow/product.toml", "example = \"instance\"", "exemple = \"instance\"", Here("exemple"), &["unknown field `exemple`", "expected one of"]),
        case("a missing key", "flow/confirm.toml", "example = \"submitted\"\n", "", Here("[[field]]"), &["missing field `example`"]),
    ]
}

#[rustfmt::skip]
fn cases_of_old_names() -> Vec<Case> {
    use Told::{Here, There};
    let case = |fault, file, from, to, told, words| Case { fault, file, from, to, told, words };
    vec![
        case("an old id that is in use", "flow/prepare.toml", "id = \"channel\"\n", "id = \"channel\"\nwas = [\"account\"]\n", Here("id = \"channel\""), &["field `channel` was `account`", "in use"]),
        case("an old id claimed twice", "flow/prepare.toml", "id = \"channel\"\n", "id = \"channel\"\nwas = [\"way\", \"way\"]\n", Here("id = \"channel\""), &["`way` is the old id of `channel`", "expected one of them"]),
        case("an old option that is in use", "flow/prepare.toml", "[\"pc\", \"app\"]", "[\"pc\", { id = \"app\", was = [\"pc\"] }]", There("flow/prepare.toml", "id = \"channel\""), &["option `app` was `pc`", "in use"]),
        case("an old option that is no list", "flow/prepare.toml", "[\"pc\", \"app\"]", "[\"pc\", { id = \"app\", was = \"phone\" }]", There("flow/prepare.toml", "id = \"channel\""), &["expected a list of ids in `was`"]),
        case("an old stage that is in use", "flow/stages.toml", "id = \"product\"\n", "id = \"product\"\nwas = [\"upload\"]\n", Here("id = \"product\""), &["stage `product` was `upload`"]),
        case("an old category that is in use", "rules/pre-approvals.toml", "id = \"ride-hailing\"\n", "id = \"ride-hailing\"\nwas = [\"news\"]\n", Here("id = \"ride-hailing\""), &["category `ride-hailing` was `news`"]),
        case("an old timer that is in use", "flow/timers.toml", "was = [\"sms.window\"]", "was = [\"public-security.due\"]", Here("id = \"sms.subject-lead.window\""), &["timer `sms.subject-lead.window` was `public-security.due`"]),
    ]
}

#[test]
fn a_fault_is_told_with_file_line_and_what_was_expected() {
    check_told(cases());
    check_told(cases_of_texts());
}

#[test]
fn an_old_name_that_is_in_use_or_claimed_twice_is_told() {
    check_told(cases_of_old_names());
}

fn check_told(cases: Vec<Case>) {
    let mut wrong = Vec::new();
    for Case { fault, file, from, to, told, words } in cases {
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
    let told = faults.iter().find(|fault| fault.contains("stage-product")).cloned().unwrap_or_default();
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
        "no source is named",
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

#[test]
fn facts_that_look_at_each_other_are_told() {
    let mut files = Files::shipped();
    let (when, round) =
        ("when = { \"channel\" = [\"pc\"] }\ngives", "when = { \"upload.moved\" = [\"yes\"] }\ngives");
    let near = change(&mut files, "rules/facts.toml", when, round);
    let (when, round) =
        ("when = { \"channel\" = [\"app\"] }\nedition", "when = { \"app.supports\" = [\"yes\"] }\nedition");
    change(&mut files, "rules/facts.toml", when, round);
    let line = line_of(&files, "rules/facts.toml", "gives = [\"not-used\"]", near);
    let told = "`app.supports` follows from itself (by `upload.moved`); expected facts that look back only";
    assert_eq!(faults(&files), [format!("rules/facts.toml:{line}: {told}")]);
}

#[test]
fn words_beside_an_option_are_welcome_and_follow_their_references() {
    let mut files = Files::shipped();
    for language in ["en", "zh-CN"] {
        let file = format!("texts/{language}/prepare.ftl");
        let words = "    .also-foundation = trust|endowment\n    .said-foundation = { stage-product }.\n    .opt-foundation =";
        change(&mut files, &file, "    .opt-foundation =", words);
    }
    assert_eq!(faults(&files), Vec::<String>::new());
}

#[test]
fn a_file_that_nothing_reads_is_told() {
    for file in ["rules/extra.toml", "texts/fr/product.ftl", "oficial.toml"] {
        let mut files = Files::shipped();
        files.0.insert(file.to_owned(), "x = [".to_owned());
        let told = faults(&files);
        assert!(told[0].starts_with(&format!("{file}: this file is read by nothing; expected")), "{told:?}");
    }
}

#[test]
fn one_fault_is_told_once_and_hides_no_other() {
    let mut files = Files::shipped();
    change(&mut files, "flow/details.toml", "\"site.service\" = [\"blog\"]", "\"site.servise\" = [\"blog\"]");
    change(&mut files, "flow/timers.toml", "limit = \"24h\"", "limit = \"2h\"");
    change(&mut files, "rules/durations.toml", "\"YH\"", "\"NOPE\"");
    change(&mut files, "texts/en/common.ftl", "yes = ", "old-greeting = Hello\nyes = ");
    let told = faults(&files);
    assert_eq!(told.len(), 4, "{told:?}");

    let mut files = Files::shipped();
    change(&mut files, "flow/after.toml", "[[field]]", "[[field");
    change(&mut files, "flow/upload.toml", "kind = \"paper\"", "kind = \"papper\"");
    change(&mut files, "rules/durations.toml", "\"YH\"", "\"NOPE\"");
    let told = faults(&files);
    for words in ["flow/after.toml:", "`papper` is no kind", "`NOPE` does not stand"] {
        assert!(told.iter().any(|fault| fault.contains(words)), "{words}: {told:?}");
    }
}

/// What is told of a folder of dialogues into which this was put.
fn told_of(put: impl FnOnce(&std::path::Path)) -> String {
    let home = tempfile::tempdir().expect("a temporary folder");
    put(home.path());
    Files::read(home.path()).expect_err("it is refused").to_string()
}

#[test]
fn a_folder_is_read_within_limits() {
    let deep = told_of(|home| {
        let folder = home.join("a/b/c/d/e/f");
        std::fs::create_dir_all(&folder).expect("folders");
        std::fs::write(folder.join("one.toml"), "").expect("a file");
    });
    assert!(deep.contains("this lies deeper than 4 folders"), "{deep}");
    let large = told_of(|home| {
        std::fs::write(home.join("one.toml"), "#".repeat((4 << 20) + 1)).expect("a file");
    });
    assert!(large.contains("one.toml: this is larger than 4194304 bytes"), "{large}");
    let many = told_of(|home| {
        (0..=1_000).for_each(|n| std::fs::write(home.join(format!("{n}.toml")), "").expect("a file"));
    });
    assert!(many.contains("there are more than 1000 files"), "{many}");
}

#[test]
fn there_are_no_more_fields_and_rules_than_can_be_proved() {
    let mut files = Files::shipped();
    let rule = "\n[[table.rule]]\ngives = [\"no\"]\nsource = [\"A19\"]\n".repeat(10_001);
    files.0.get_mut("rules/facts.toml").expect("a file").push_str(&rule);
    let told = files.load().err().expect("it is refused").to_string();
    assert!(told.contains("expected at most 10000"), "{}", &told[..told.len().min(400)]);
}

/// What is told of one more case.
fn told_of_case(case: &str) -> Vec<String> {
    let mut files = Files::shipped();
    let case = format!("\n[[case]]\n{case}\nsource = [\"A19\"]\n");
    files.0.get_mut("cases.toml").expect("a file").push_str(&case);
    faults(&files)
}

#[test]
fn a_case_says_one_thing() {
    let shows = "asks = \"subject.province\"\noffers = \"mainland\"\nshows = \"age\"";
    for (case, what) in [
        ("asks = \"channel\"\nstops = \"app-type\"", "a case names two things"),
        (shows, "a case with `offers` and `shows`"),
        ("fact = \"sms.asked\"\nis = \"yes\"\noffers = \"pc\"", "a key that belongs to another kind of case"),
        ("asks = \"channel\"\nis = \"yes\"", "a key that belongs to another kind of case"),
    ] {
        let told = told_of_case(case);
        assert!(told.len() == 1 && told[0].contains(what), "{case}: {told:?}");
    }
}
