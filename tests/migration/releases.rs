//! Releases of the shipped dialogues, made by editing their text, each with what it must do to a filing.

use std::collections::BTreeMap;

use beian::content::{Content, Files};
use beian::dialogue::Value;

type Had = BTreeMap<String, Value>;

/// A release, and what is expected of it by the counted answers of a filing, in the old names.
pub(crate) struct Release {
    pub(crate) name: &'static str,
    pub(crate) content: Content,
    pub(crate) names: Names,
    /// The answers that are no longer valid.
    pub(crate) taken: fn(&Had) -> Vec<&'static str>,
    /// The fields that may be asked although nothing asked for them before.
    pub(crate) added: fn(&Had) -> Vec<&'static str>,
    /// The answers that are not asked for any more.
    pub(crate) idle: fn(&Had) -> Vec<&'static str>,
}

/// What the release renamed.
#[derive(Default)]
pub(crate) struct Names {
    fields: &'static [(&'static str, &'static str)],
    options: &'static [(&'static str, &'static str, &'static str)],
}

impl Names {
    pub(crate) fn field(&self, id: &String) -> String {
        let mut known = self.fields.iter();
        known.find(|(was, _)| was == id).map_or_else(|| id.clone(), |(_, now)| (*now).to_owned())
    }

    fn option(&self, field: &str, id: &String) -> String {
        let mut known = self.options.iter();
        let found = known.find(|(of, was, _)| *of == field && was == id);
        found.map_or_else(|| id.clone(), |(_, _, now)| (*now).to_owned())
    }

    pub(crate) fn value(&self, field: &str, value: &Value) -> Value {
        match value {
            Value::One(id) => Value::One(self.option(field, id)),
            Value::Many(ids) => Value::Many(ids.iter().map(|id| self.option(field, id)).collect()),
            Value::Text(_) | Value::Held | Value::Skipped => value.clone(),
        }
    }
}

pub(crate) fn releases() -> Vec<Release> {
    let none: fn(&Had) -> Vec<&'static str> = |_| Vec::new();
    vec![
        release("fields", &[fields], Names::default(), none, added_fields, gone_fields),
        release("options", &[options], Names::default(), taken_options, none, held_options),
        release("conditions", &[conditions], Names::default(), none, added_conditions, idle_conditions),
        release("names", &[names], renamed(), none, none, none),
        release(
            "all",
            &[fields, options, conditions, names],
            renamed(),
            taken_options,
            |had| [added_fields(had), added_conditions(had)].concat(),
            |had| [gone_fields(had), held_options(had), idle_conditions(had)].concat(),
        ),
    ]
}

/// The shipped files without their cases: those would have to be changed with everything that they name.
fn shipped_files() -> Files {
    let mut files = Files::shipped();
    let cases = files.0.get_mut("cases.toml").expect("it is shipped");
    let head = cases.find("[[").expect("a case begins");
    cases.truncate(head);
    files
}

/// The dialogue files of one of the releases that change one thing.
pub(crate) fn files_of(name: &str) -> Files {
    let mut files = shipped_files();
    match name {
        "fields" => fields(&mut files),
        "options" => options(&mut files),
        "conditions" => conditions(&mut files),
        "names" => names(&mut files),
        other => panic!("there is no release {other}"),
    }
    files
}

fn release(
    name: &'static str,
    edits: &[fn(&mut Files)],
    names: Names,
    taken: fn(&Had) -> Vec<&'static str>,
    added: fn(&Had) -> Vec<&'static str>,
    idle: fn(&Had) -> Vec<&'static str>,
) -> Release {
    let mut files = shipped_files();
    for edit in edits {
        edit(&mut files);
    }
    let content = files.load().unwrap_or_else(|faults| panic!("{name}: {faults}"));
    Release { name, content, names, taken, added, idle }
}

/// Two fields more, one fewer.
fn fields(files: &mut Files) {
    let new = r#"[[field]]
id = "site.purpose"
kind = "choice"
options = ["tell", "sell"]
example = "tell"
source = ["A19n"]

[[field]]
id = "site.staff"
kind = "yes-no"
when = { "subject.group" = ["organisation"] }
depends = ["subject.kind"]
example = "yes"
source = ["A19n"]

[[field]]
id = "site.languages"
"#;
    change(files, "flow/details.toml", "[[field]]\nid = \"site.languages\"\n", new);
    change(files, "flow/details.toml", "\"service-content\"", "\"service-content\", \"remark\"");
    drop_block(files, "flow/details.toml", "id = \"site.remark\"");
    drop_block(files, "official.toml", "field = \"site.remark\"");
    change(files, "knowledge/notices.toml", "fields = [\"site.remark\"]", "fields = []");
    for language in ["en", "zh-CN"] {
        let file = format!("texts/{language}/details.ftl");
        drop_message(files, &file, "field-site-remark");
        let more = "\nfield-site-purpose = What for?\n    .label = Purpose\n    .help = What for.\n    .opt-tell = To tell\n    \
                    .opt-sell = To sell\n\nfield-site-staff = Is there staff?\n    .label = Staff\n    .help = Staff.\n";
        files.0.get_mut(&file).expect("it is shipped").push_str(more);
    }
}

fn added_fields(_: &Had) -> Vec<&'static str> {
    vec!["site.purpose", "site.staff"]
}

fn gone_fields(_: &Had) -> Vec<&'static str> {
    vec!["site.remark"]
}

/// Options fewer, and a stricter check.
fn options(files: &mut Files) {
    change(files, "flow/details.toml", "\"es\", \"ar\", \"minority\", ", "\"es\", ");
    change(
        files,
        "flow/prepare.toml",
        "[\"yes\", \"no\", \"unknown\"]\ndepends = [\"domain\"]",
        "[\"yes\", \"no\"]\ndepends = [\"domain\"]",
    );
    change(files, "flow/confirm.toml", "[\"no\", \"unknown\"]", "[\"no\"]");
    change(
        files,
        "rules/durations.toml",
        "\"domain.verified\" = [\"no\", \"unknown\"]",
        "\"domain.verified\" = [\"no\"]",
    );
    change(
        files,
        "flow/product.toml",
        "kind = \"text\"\nwhen = { \"product.kind\" = [\"instance\"] }\nexample = \"i-bp1example0000000000\"",
        "kind = \"service-code\"\npersonal = true\nwhen = { \"product.kind\" = [\"instance\"] }\nexample = \"32a43232-a888-88e8-b9ec-00888be80000\"",
    );
    for language in ["en", "zh-CN"] {
        for (file, option) in [("details", "opt-ar"), ("details", "opt-minority")] {
            drop_line(files, &format!("texts/{language}/{file}.ftl"), &format!("    .{option} = "));
        }
        let file = format!("texts/{language}/prepare.ftl");
        let start = files.0[&file].find("\nfield-domain-verified =").expect("it is shipped");
        let (head, rest) = files.0[&file].split_at(start);
        let cut = |rest: &str, option: &str| {
            let from = rest.find(&format!("    .{option} = ")).expect("the option has words");
            let to = from + rest[from..].find('\n').expect("a line ends") + 1;
            format!("{}{}", &rest[..from], &rest[to..])
        };
        let rest = cut(&cut(rest, "opt-unknown"), "said-unknown");
        let whole = format!("{head}{rest}");
        files.0.insert(file, whole);
    }
}

fn taken_options(had: &Had) -> Vec<&'static str> {
    let mut taken = Vec::new();
    if let Some(Value::Many(ids)) = had.get("site.languages")
        && (ids.contains("ar") || ids.contains("minority"))
    {
        taken.push("site.languages");
    }
    if had.get("domain.verified") == Some(&Value::One("unknown".to_owned())) {
        taken.push("domain.verified");
    }
    // It is personal now: without consent nobody is asked.
    let consents = had.get("consent") == Some(&Value::One("agree".to_owned()));
    if consents && had.contains_key("product.instance") {
        taken.push("product.instance");
    }
    taken
}

fn held_options(_: &Had) -> Vec<&'static str> {
    // The notice stood for the option that is gone: with another one it is not shown.
    vec!["product.instance", "notice.domain-unverified"]
}

/// Conditions wider and narrower, dependencies declared and dropped, a field moved to another stage.
fn conditions(files: &mut Files) {
    change(
        files,
        "flow/details.toml",
        "when = { \"site.service\" = [\"blog\"] }",
        "when = { \"site.service\" = [\"blog\", \"other\"] }",
    );
    change(
        files,
        "flow/details.toml",
        "when = { \"subject.on-record\" = [\"no\"], \"subject.group\" = [\"organisation\"] }\ndepends = [\"subject.kind\"]",
        "when = { \"subject.on-record\" = [\"no\"], \"subject.kind\" = [\"sole-trader\"] }\ndepends = [\"subject.kind\"]",
    );
    change(
        files,
        "official.toml",
        "field = \"subject.investor\"\n",
        "field = \"subject.investor\"\noptional = true\n",
    );
    change(
        files,
        "flow/details.toml",
        "{ id = \"blog\", when = { \"subject.group\" = [\"individual\"] } },\n]\ndepends = [\"subject.kind\"]",
        "{ id = \"blog\", when = { \"subject.group\" = [\"individual\"] } },\n]\ndepends = [\"subject.kind\", \"site.commercial\"]",
    );
    change(
        files,
        "flow/details.toml",
        "depends = [\"subject.province\"]\nexample = \"浙江省",
        "example = \"浙江省",
    );
    change(
        files,
        "flow/details.toml",
        "id = \"site.languages\"\n",
        "id = \"site.languages\"\nstage = \"product\"\n",
    );
}

fn added_conditions(had: &Had) -> Vec<&'static str> {
    let service = had.get("site.service");
    if service.is_none_or(|service| *service == Value::One("other".to_owned())) {
        vec!["notice.blog"]
    } else {
        vec![]
    }
}

fn idle_conditions(_: &Had) -> Vec<&'static str> {
    vec!["subject.investor"]
}

/// Fields, options, a category, a stage and a timer under new names.
fn names(files: &mut Files) {
    for (was, now) in renamed().fields.iter().filter(|(was, _)| !was.contains("pre-approval")) {
        everywhere(files, was, now);
        everywhere(
            files,
            &format!("field-{}", was.replace('.', "-")),
            &format!("field-{}", now.replace('.', "-")),
        );
        everywhere(files, &format!("${}", was.replace('.', "-")), &format!("${}", now.replace('.', "-")));
        let files_of_flow: Vec<String> =
            files.0.keys().filter(|file| file.starts_with("flow/")).cloned().collect();
        for file in files_of_flow {
            let text = files.0[&file]
                .replace(&format!("id = \"{now}\"\n"), &format!("id = \"{now}\"\nwas = [\"{was}\"]\n"));
            files.0.insert(file, text);
        }
    }
    change(files, "flow/details.toml", "{ id = \"blog\",", "{ id = \"diary\", was = [\"blog\"],");
    everywhere(files, "\"blog\"", "\"diary\"");
    change(files, "flow/details.toml", "was = [\"diary\"]", "was = [\"blog\"]");
    everywhere(files, ".opt-blog", ".opt-diary");
    change(
        files,
        "flow/identify.toml",
        "{ id = \"business-licence\",",
        "{ id = \"trade-licence\", was = [\"OLD\"],",
    );
    everywhere(files, "\"business-licence\"", "\"trade-licence\"");
    everywhere(files, ", business-licence = ", ", trade-licence = ");
    everywhere(files, "[business-licence]", "[trade-licence]");
    everywhere(files, ".opt-business-licence", ".opt-trade-licence");
    change(files, "flow/identify.toml", "was = [\"OLD\"]", "was = [\"business-licence\"]");
    change(
        files,
        "flow/prepare.toml",
        "\"health\", \"ride-hailing\",",
        "\"health\", { id = \"hire-cars\", was = [\"OLD\"] },",
    );
    change(files, "rules/pre-approvals.toml", "id = \"ride-hailing\"", "id = \"hire-cars\"\nwas = [\"OLD\"]");
    everywhere(files, "pre-approval.ride-hailing", "pre-approval.hire-cars");
    everywhere(files, "answer-pre-approval-ride-hailing", "answer-pre-approval-hire-cars");
    everywhere(files, ".opt-ride-hailing", ".opt-hire-cars");
    change(files, "flow/prepare.toml", "was = [\"OLD\"]", "was = [\"ride-hailing\"]");
    change(files, "rules/pre-approvals.toml", "was = [\"OLD\"]", "was = [\"ride-hailing\"]");
    everywhere(files, "\"mailing\"", "\"post\"");
    everywhere(files, "stage-mailing", "stage-post");
    change(files, "flow/stages.toml", "id = \"post\"", "id = \"post\"\nwas = [\"mailing\"]");
    everywhere(files, "\"sms.subject-lead.window\"", "\"sms.day\"");
    everywhere(files, "sms-subject-lead-window", "sms-day");
    change(
        files,
        "flow/timers.toml",
        "was = [\"sms.window\"]",
        "was = [\"sms.window\", \"sms.subject-lead.window\"]",
    );
}

fn renamed() -> Names {
    Names {
        fields: &[
            ("domain.verified", "domain.checked"),
            ("subject.certificate-number", "subject.licence-number"),
            ("site.service", "site.sort"),
            ("pre-approval.ride-hailing", "pre-approval.hire-cars"),
            ("paper.pre-approval.ride-hailing", "paper.pre-approval.hire-cars"),
        ],
        options: &[
            ("site.sort", "blog", "diary"),
            ("subject.certificate", "business-licence", "trade-licence"),
            ("site.content", "ride-hailing", "hire-cars"),
        ],
    }
}

/// Replaces the first occurrence.
pub(crate) fn change(files: &mut Files, file: &str, from: &str, to: &str) {
    let text = files.0.get_mut(file).unwrap_or_else(|| panic!("{file} is shipped"));
    assert!(text.contains(from), "{file} holds no {from}");
    *text = text.replacen(from, to, 1);
}

fn everywhere(files: &mut Files, from: &str, to: &str) {
    files.0.values_mut().for_each(|text| *text = text.replace(from, to));
}

/// Takes away the table that holds this line.
fn drop_block(files: &mut Files, file: &str, line: &str) {
    let text = files.0.get_mut(file).unwrap_or_else(|| panic!("{file} is shipped"));
    let at = text.find(line).unwrap_or_else(|| panic!("{file} holds no {line}"));
    let from = text[..at].rfind("[[").expect("a table begins");
    let to = text[at..].find("\n[[").map_or(text.len(), |to| at + to + 1);
    text.replace_range(from..to, "");
}

/// Takes away a message with all its lines.
fn drop_message(files: &mut Files, file: &str, id: &str) {
    let text = files.0.get_mut(file).unwrap_or_else(|| panic!("{file} is shipped"));
    let from = text.find(&format!("\n{id} =")).unwrap_or_else(|| panic!("{file} holds no {id}")) + 1;
    let mut to = from;
    for (number, line) in text[from..].split_inclusive('\n').enumerate() {
        if number > 0 && !line.starts_with([' ', '\n', '}']) {
            break;
        }
        to += line.len();
    }
    text.replace_range(from..to, "");
}

fn drop_line(files: &mut Files, file: &str, begins: &str) {
    let text = files.0.get_mut(file).unwrap_or_else(|| panic!("{file} is shipped"));
    let from = text.find(begins).unwrap_or_else(|| panic!("{file} holds no {begins}"));
    let to = from + text[from..].find('\n').expect("a line ends") + 1;
    text.replace_range(from..to, "");
}
