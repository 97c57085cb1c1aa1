//! The shape of the dialogue files as they stand on disk, before anything is resolved.
//!
//! Unknown keys are faults. Nothing here knows what an id means.

use serde::Deserialize;
use toml::{Spanned, Value};

/// When a rule or a table was last compared with its sources, where that is another day than its file's. The check and
/// `stale` look at it in all files alike.
type CheckedOn = Option<String>;

/// `flow/*.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Flow {
    pub(super) stage: Vec<Stage>,
    pub(super) transition: Vec<Transition>,
    pub(super) field: Vec<Field>,
    pub(super) place: Vec<Place>,
    pub(super) stop: Vec<Stop>,
    pub(super) exit: Vec<Exit>,
    pub(super) timer: Vec<Timer>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Stage {
    pub(super) id: Spanned<String>,
    #[serde(default)]
    pub(super) open: bool,
    #[serde(default, rename = "final")]
    pub(super) is_final: bool,
    #[serde(default)]
    pub(super) beside: Vec<String>,
    #[serde(default)]
    pub(super) was: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Transition {
    pub(super) from: Spanned<String>,
    pub(super) event: String,
    pub(super) when: Option<Value>,
    pub(super) to: String,
    #[serde(default)]
    pub(super) clears: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent properties, as they are declared in the files"
)]
pub(super) struct Field {
    pub(super) id: Spanned<String>,
    #[serde(default)]
    pub(super) was: Vec<String>,
    pub(super) stage: Option<String>,
    pub(super) each: Option<String>,
    pub(super) kind: Value,
    pub(super) options: Option<Value>,
    pub(super) when: Option<Value>,
    #[serde(default)]
    pub(super) optional: bool,
    #[serde(default)]
    pub(super) personal: bool,
    #[serde(default)]
    pub(super) on_request: bool,
    #[serde(default)]
    pub(super) depends: Vec<String>,
    pub(super) differs_from: Option<DiffersFrom>,
    pub(super) days_left: Option<String>,
    #[serde(default)]
    pub(super) past: bool,
    #[serde(default)]
    pub(super) after_all: bool,
    #[serde(default)]
    pub(super) later: Vec<String>,
    #[serde(default)]
    pub(super) at_once: Vec<String>,
    pub(super) example: String,
    #[serde(default)]
    pub(super) shows: Vec<Value>,
    pub(super) source: Option<Vec<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DiffersFrom {
    pub(super) field: String,
    pub(super) when: Option<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Place {
    pub(super) field: Spanned<String>,
    pub(super) stage: Option<String>,
    pub(super) when: Option<Value>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Stop {
    pub(super) id: Spanned<String>,
    pub(super) when: Value,
    pub(super) reopens: Vec<String>,
    pub(super) text: Option<String>,
    pub(super) source: Vec<String>,
    #[serde(rename = "checked-on")]
    pub(super) _checked_on: CheckedOn,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Exit {
    pub(super) id: Spanned<String>,
    pub(super) when: Value,
    pub(super) reason: String,
    pub(super) text: Option<String>,
    pub(super) source: Option<Vec<String>>,
    #[serde(rename = "checked-on")]
    pub(super) _checked_on: CheckedOn,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Timer {
    #[serde(alias = "timer")]
    pub(super) id: Spanned<String>,
    #[serde(default)]
    pub(super) was: Vec<String>,
    pub(super) stage: Option<String>,
    pub(super) starts: String,
    pub(super) when: Option<Value>,
    pub(super) lead: Option<String>,
    pub(super) at: Vec<String>,
    pub(super) every: Option<String>,
    pub(super) times: Option<u32>,
    pub(super) limit: Option<String>,
    pub(super) until: Option<String>,
    pub(super) done: Option<[String; 2]>,
    #[serde(default)]
    pub(super) by_hand: bool,
    pub(super) erases: Option<String>,
    pub(super) source: Vec<String>,
    #[serde(rename = "checked-on")]
    pub(super) _checked_on: CheckedOn,
}

/// `rules/facts.toml` and `rules/types.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Facts {
    // Looked at by the check, in all files alike.
    pub(super) checked_on: Option<String>,
    pub(super) table: Vec<Table>,
    pub(super) same: Vec<Same>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Table {
    pub(super) gives: Spanned<Vec<String>>,
    #[serde(default)]
    pub(super) exclusive: bool,
    #[serde(rename = "checked-on")]
    pub(super) _checked_on: CheckedOn,
    #[serde(default)]
    pub(super) rule: Vec<Rule>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Rule {
    pub(super) each: Option<String>,
    pub(super) when: Option<Value>,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) edition: Option<String>,
    pub(super) gives: Spanned<Vec<String>>,
    pub(super) source: Vec<String>,
    #[serde(rename = "checked-on")]
    pub(super) _checked_on: CheckedOn,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Same {
    pub(super) gives: Spanned<String>,
    pub(super) of: [String; 2],
}

/// `rules/durations.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Durations {
    // Looked at by the check, in all files alike.
    pub(super) checked_on: Option<String>,
    pub(super) duration: Vec<Duration>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Duration {
    pub(super) id: Spanned<String>,
    pub(super) stage: String,
    #[serde(rename = "checked-on")]
    pub(super) _checked_on: CheckedOn,
    pub(super) rule: Vec<DurationRule>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DurationRule {
    pub(super) when: Option<Value>,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) edition: Option<String>,
    pub(super) days: Spanned<[u32; 2]>,
    pub(super) source: Vec<String>,
    #[serde(rename = "checked-on")]
    pub(super) _checked_on: CheckedOn,
}

/// `rules/editions.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Editions {
    pub(super) edition: Vec<Edition>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Edition {
    pub(super) id: Spanned<String>,
    pub(super) date: Option<String>,
    #[expect(dead_code, reason = "the check looks at sources in all files alike")]
    pub(super) source: Vec<String>,
}

/// `rules/sources.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Sources {
    // Looked at by the check, in all files alike.
    pub(super) checked_on: Option<String>,
    pub(super) source: std::collections::BTreeMap<String, super::Source>,
}

/// `rules/pre-approvals.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct PreApprovals {
    // Looked at by the check, in all files alike.
    pub(super) checked_on: Option<String>,
    pub(super) category: Vec<Category>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Category {
    pub(super) id: Spanned<String>,
    #[serde(default)]
    pub(super) was: Vec<String>,
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) authority_zh: String,
    pub(super) authority_en: String,
    #[serde(default)]
    pub(super) authority_2019_zh: Option<String>,
    pub(super) document_zh: String,
    pub(super) document_en: String,
    #[serde(default)]
    pub(super) document_2019_zh: Option<String>,
    #[serde(default)]
    pub(super) law_zh: Option<String>,
    #[serde(default)]
    pub(super) note_zh: Option<String>,
    #[serde(default)]
    pub(super) note_en: Option<String>,
    #[serde(default)]
    pub(super) falls_zh: Vec<String>,
    #[serde(default)]
    pub(super) falls_en: Vec<String>,
    #[serde(default)]
    pub(super) not_falls_zh: Vec<String>,
    #[serde(default)]
    pub(super) not_falls_en: Vec<String>,
    #[serde(default)]
    pub(super) keywords_zh: Vec<String>,
    #[serde(default)]
    pub(super) keywords_en: Vec<String>,
    #[serde(default)]
    pub(super) history: Vec<History>,
    pub(super) source: Vec<String>,
    #[serde(rename = "checked-on")]
    pub(super) _checked_on: CheckedOn,
    pub(super) asked: Vec<Asked>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct History {
    pub(super) date: String,
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) source: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Asked {
    pub(super) when: Option<Value>,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) edition: Option<String>,
    pub(super) gives: Spanned<String>,
    pub(super) source: Vec<String>,
    #[serde(rename = "checked-on")]
    pub(super) _checked_on: CheckedOn,
}

/// `official.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Official {
    // Looked at by the check, in all files alike.
    pub(super) checked_on: Option<String>,
    pub(super) entry: Vec<OfficialEntry>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct OfficialEntry {
    pub(super) section: String,
    pub(super) label: Spanned<String>,
    pub(super) field: Option<String>,
    pub(super) value: Option<String>,
    #[serde(default)]
    pub(super) prefix: String,
    pub(super) each: Option<String>,
    pub(super) when: Option<Value>,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) edition: Option<String>,
    #[serde(default)]
    pub(super) optional: bool,
    pub(super) source: Vec<String>,
    #[serde(rename = "checked-on")]
    pub(super) _checked_on: CheckedOn,
}

/// `cases.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(super) struct Cases {
    // Looked at by the check, in all files alike.
    pub(super) checked_on: Option<String>,
    pub(super) stage: Vec<StageOnce>,
    pub(super) case: Vec<Case>,
    pub(super) anew: Vec<Anew>,
    pub(super) deadline: Vec<Timer>,
    pub(super) differs: Vec<Differs>,
    pub(super) line: Vec<Line>,
    pub(super) words: Vec<Words>,
    pub(super) local: Vec<Local>,
    pub(super) document: Vec<Document>,
    pub(super) picture: Vec<Picture>,
    pub(super) typed: Vec<Typed>,
}

/// What a stage is and asks, said a second time.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct StageOnce {
    pub(super) is: Spanned<String>,
    #[serde(default)]
    pub(super) asks: Vec<Spanned<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Case {
    pub(super) asks: Option<Spanned<String>>,
    pub(super) offers: Option<String>,
    pub(super) shows: Option<String>,
    pub(super) fact: Option<Spanned<String>>,
    pub(super) is: Option<String>,
    pub(super) exits: Option<Spanned<String>>,
    pub(super) stops: Option<Spanned<String>>,
    #[serde(default)]
    pub(super) reopens: Vec<String>,
    pub(super) takes: Option<Spanned<String>>,
    pub(super) days: Option<[u32; 2]>,
    pub(super) from_stage: Option<Spanned<String>>,
    pub(super) to_stage: Option<String>,
    pub(super) each: Option<String>,
    pub(super) when: Option<Value>,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) edition: Option<String>,
    #[serde(default)]
    pub(super) optional: bool,
    #[serde(default)]
    pub(super) source: Vec<String>,
    #[serde(rename = "checked-on")]
    pub(super) _checked_on: CheckedOn,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Anew {
    pub(super) when: Spanned<String>,
    pub(super) asks: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Words {
    pub(super) own: Vec<Spanned<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Line {
    pub(super) label: Spanned<String>,
    pub(super) field: Option<String>,
    pub(super) value: Option<String>,
    #[serde(default)]
    pub(super) prefix: String,
    pub(super) when: Option<Value>,
    #[expect(dead_code, reason = "the check looks at sources in all files alike")]
    pub(super) source: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Local {
    pub(super) topic: Spanned<String>,
    pub(super) provinces: Vec<String>,
    pub(super) shown_at: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Document {
    pub(super) option: Spanned<String>,
    pub(super) kind: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Picture {
    pub(super) formats: std::collections::BTreeSet<String>,
    pub(super) size_below_bytes: Spanned<u64>,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) edition: Option<String>,
    #[expect(dead_code, reason = "the check looks at sources in all files alike")]
    pub(super) source: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Typed {
    pub(super) kind: Spanned<String>,
    pub(super) text: String,
    pub(super) subject_kind: Option<String>,
    pub(super) province: Option<String>,
    #[serde(default)]
    pub(super) reads: std::collections::BTreeMap<String, String>,
    pub(super) refused: Option<String>,
    pub(super) from: Option<String>,
    pub(super) until: Option<String>,
    pub(super) edition: Option<String>,
    pub(super) source: Vec<String>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct Differs {
    pub(super) field: Spanned<String>,
    pub(super) from: String,
    pub(super) when: Option<Value>,
    #[expect(dead_code, reason = "the check looks at sources in all files alike")]
    pub(super) source: Vec<String>,
}
