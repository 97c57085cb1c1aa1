//! How things are said: texts with their variables filled in, labels of answers, and the panel.

use std::borrow::Cow;

use super::derive::{STOP_FIELD, Standing, Status, View};
use super::event::{Button, ButtonKind, Message, Role};
use super::state::{Answer, Value, china_date};
use crate::content::{Content, Field, FieldKind, GateKind, Known, Language, Period, inert};
use crate::kind::Kind;
use crate::personal::Personal;
use crate::rules::{AppliesTo, LocalRule};

/// Speaks of one filing in one language.
pub struct Voice<'a> {
    /// The filing, looked at.
    pub view: &'a View<'a>,
    /// The language.
    pub language: Language,
}

impl<'a> Voice<'a> {
    /// A voice.
    #[must_use]
    pub fn new(view: &'a View<'a>, language: Language) -> Self {
        Self { view, language }
    }

    fn content(&self) -> &'a Content {
        self.view.content
    }

    /// A text, its variables taken from the filing.
    #[must_use]
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A text with variables of its own before the filing's.
    #[must_use]
    pub fn say_with(&self, id: &str, own: &[(&str, String)]) -> String {
        self.content().texts.say(self.language, id, |name| {
            own.iter()
                .find(|(known, _)| *known == name)
                .map(|(_, value)| value.clone())
                .or_else(|| self.variable(name))
        })
    }

    /// A list of everyday words, parted by bars: most have nothing in them to be filled in.
    pub(super) fn words(&self, id: &str) -> Cow<'a, str> {
        let plain = self.content().texts.plain(self.language, id);
        plain.map_or_else(|| Cow::from(self.say(id)), Cow::from)
    }

    fn has(&self, id: &str) -> bool {
        self.content().texts.has(self.language, id)
    }

    /// The value of a variable in a text: an id for selectors, or with `-label` something to read.
    fn variable(&self, name: &str) -> Option<String> {
        match name {
            "edition" => return Some(self.view.filing.edition.clone()),
            "reference" => return Some(self.view.filing.reference.to_string()),
            "administration" => return Some(self.administration()),
            _ => {}
        }
        if let Some(base) = name.strip_suffix("-label") {
            return self.labelled(base);
        }
        let id = self.content().name_of_variable(name)?;
        self.view.value(id).map(str::to_owned)
    }

    fn administration(&self) -> String {
        let province =
            self.view.value("subject.province").and_then(|code| self.content().provinces.by_code(code));
        match (province, self.language) {
            (Some(province), Language::ZhCn) => province.administration_zh.clone(),
            (Some(province), Language::En) => province.administration_en.clone(),
            (None, _) => self.say("administration-unknown"),
        }
    }

    fn labelled(&self, base: &str) -> Option<String> {
        let id = self.content().name_of_variable(base)?;
        if let Some(number) = self.content().field_number(id) {
            let field = &self.content().fields[number];
            return Some(match self.view.status[number] {
                Status::Answered => self
                    .view
                    .answer(number)
                    .map_or_else(String::new, |answer| self.value(field, &answer.value)),
                Status::Implied(option) => self.option_label(field, &field.options[option].id),
                Status::Withheld => self.say("held-back"),
                Status::Undecided | Status::Absent | Status::Open => self.say("not-given"),
            });
        }
        let value = self.view.value(id)?;
        let attribute = format!("field-{}.opt-{value}", id.replace('.', "-"));
        Some(if self.has(&attribute) { self.say(&attribute) } else { value.to_owned() })
    }

    /// The readable value of a field or fact, by its dashed name.
    #[must_use]
    pub fn say_label(&self, dashed: &str) -> String {
        self.labelled(dashed).unwrap_or_default()
    }

    /// A field's short name.
    #[must_use]
    pub fn label(&self, field: &Field) -> String {
        self.say_with(&format!("{}.label", field.text), &self.category(field))
    }

    /// An option's label.
    #[must_use]
    pub fn option_label(&self, field: &Field, option: &str) -> String {
        let own = format!("{}.opt-{option}", field.text);
        if self.has(&own) {
            return self.say_with(&own, &self.category(field));
        }
        match (&field.kind, option) {
            (FieldKind::YesNo, _) => self.say(option),
            (FieldKind::Paper, _) => self.say(&format!("paper-{option}")),
            (FieldKind::Reopenable, _) => self
                .content()
                .field(option)
                .map_or_else(|| self.say("returned-none"), |field| self.label(field)),
            (_, _) => option.to_owned(),
        }
    }

    /// A value as its owner reads it.
    #[must_use]
    pub fn value(&self, field: &Field, value: &Value) -> String {
        match value {
            Value::One(id) => self.option_label(field, id),
            Value::Many(ids) => {
                let labels: Vec<String> = ids.iter().map(|id| self.option_label(field, id)).collect();
                labels.join(&self.say("list-separator"))
            }
            Value::Text(text) if field.kind == FieldKind::Typed(Kind::Province) => {
                self.province_name(text.expose())
            }
            Value::Text(text) if field.kind == FieldKind::Typed(Kind::Domain) => {
                inert(&crate::kind::display_domain(text.expose()))
            }
            Value::Text(_) | Value::Held | Value::Skipped => self.bare_value(value),
        }
    }

    /// A value as its owner reads it where its field is not known: options by their ids.
    #[must_use]
    pub fn bare_value(&self, value: &Value) -> String {
        match value {
            Value::One(id) => id.clone(),
            Value::Many(ids) => ids.iter().cloned().collect::<Vec<_>>().join(&self.say("list-separator")),
            Value::Text(text) => inert(text.expose()),
            Value::Held => self.say("held-back"),
            Value::Skipped => self.say("skipped"),
        }
    }

    /// A value as it may stand on a screen: personal ones are masked.
    #[must_use]
    pub fn masked(&self, field: &Field, value: &Value) -> String {
        match (value, self.view.typed_kind(field)) {
            (Value::Text(text), Some(kind)) if field.personal => inert(&kind.mask(text.expose())),
            (Value::Text(_), None) if field.personal => self.say("held-back"),
            (_, _) => self.value(field, value),
        }
    }

    fn province_name(&self, code: &str) -> String {
        match (self.content().provinces.by_code(code), self.language) {
            (Some(province), Language::ZhCn) => province.zh_short.clone(),
            (Some(province), Language::En) => province.en.clone(),
            (None, _) => code.to_owned(),
        }
    }

    /// The variables of a field that was made for a pre-approval category.
    #[must_use]
    pub fn category(&self, field: &Field) -> Vec<(&'static str, String)> {
        let index = self.language.index();
        field.category.map_or_else(Vec::new, |number| {
            let category = &self.content().categories[number];
            vec![
                ("category", category.name[index].clone()),
                ("document", category.document[index].clone()),
                ("authority", category.authority[index].clone()),
            ]
        })
    }

    /// What falls under a field's pre-approval category, what does not, and how its status changed.
    #[must_use]
    pub fn about_category(&self, field: &Field) -> Option<String> {
        let category = &self.content().categories[field.category?];
        let index = self.language.index();
        let separator = self.say("list-separator");
        let mut lines = vec![
            self.say_with("category-falls", &[("list", category.falls[index].join(&separator))]),
            self.say_with("category-not-falls", &[("list", category.not_falls[index].join(&separator))]),
        ];
        lines.extend(category.note[index].clone());
        for change in &category.history {
            let sources: Vec<String> = change
                .source
                .iter()
                .filter_map(|key| self.content().source_brief(key, self.language))
                .collect();
            let own = [
                ("date", change.date.clone()),
                ("what", change.what[index].clone()),
                ("sources", sources.join(&self.say("source-separator"))),
            ];
            lines.push(format!("- {}", self.say_with("category-change", &own)));
        }
        Some(lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"))
    }

    /// A stage's name.
    #[must_use]
    pub fn stage_label(&self, stage: usize) -> String {
        self.say(&format!("stage-{}.label", self.content().stages[stage].id))
    }

    /// A plain message about the filing as it stands.
    #[must_use]
    pub fn message(&self, role: Role, text: String) -> Message {
        Message {
            role,
            text: Personal::new(text),
            options: Vec::new(),
            stage: self.content().stages[self.view.stage()].id.clone(),
            asks: self.asks(),
            filing: Some(self.view.filing.reference.clone()),
            about: None,
            file: None,
            revision: self.view.filing.revision,
            at: self.view.now,
        }
    }

    /// The id of what is asked.
    #[must_use]
    pub fn asks(&self) -> Option<String> {
        match self.view.standing {
            Standing::Ask { field, .. } => Some(self.content().fields[field].id.clone()),
            Standing::Stop { .. } => Some(STOP_FIELD.to_owned()),
            Standing::Closed { .. } | Standing::Rest => None,
        }
    }

    /// The text of a gate.
    #[must_use]
    pub fn gate_text(&self, gate: usize) -> String {
        let gate = &self.content().gates[gate];
        if let Some(var) = gate.text {
            let name = &self.content().variables[var.index()].name;
            if let Some(value) = self.view.value(name) {
                return self.say(&format!("row-{value}"));
            }
        }
        let kind = match gate.kind {
            GateKind::Stop { .. } => "stop",
            GateKind::Exit { .. } => "exit",
        };
        self.say(&format!("{kind}-{}", gate.id))
    }

    /// Where the filing stands and what is asked.
    #[must_use]
    pub fn panel(&self, entered: bool) -> Message {
        self.panel_as(entered, false)
    }

    /// The panel after an answer that does not fit: what a long question explains was just read.
    #[must_use]
    pub(super) fn panel_again(&self) -> Message {
        self.panel_as(false, true)
    }

    fn panel_as(&self, entered: bool, again: bool) -> Message {
        match self.view.standing {
            Standing::Ask { field, stage } => {
                self.question(&self.content().fields[field], stage, entered, again)
            }
            Standing::Stop { gate, stage } => {
                let mut message = self.message(Role::Ask, self.under_progress(stage, &self.gate_text(gate)));
                message.options = vec![
                    Button {
                        id: "solved".to_owned(),
                        label: self.say("solved"),
                        kind: ButtonKind::Choice,
                        chosen: None,
                    },
                    Button::nav("nav.back", self.say("nav-back")),
                    Button::nav("nav.edit", self.say("nav-edit")),
                    Button::nav("nav.human", self.say("nav-human")),
                ];
                message
            }
            Standing::Closed { gate } => {
                let mut message = self.message(Role::Info, self.gate_text(gate));
                message.options = vec![
                    Button::nav("nav.back", self.say("nav-back")),
                    Button::nav("nav.new", self.say("nav-new")),
                    Button::nav("nav.human", self.say("nav-human")),
                ];
                message
            }
            Standing::Rest => {
                let stage = &self.content().stages[self.view.stage()].id;
                let mut message = self.message(Role::Info, self.say(&format!("stage-{stage}")));
                message.options = vec![
                    Button::nav("nav.dossier", self.say("nav-dossier")),
                    Button::nav("nav.edit", self.say("nav-edit")),
                    Button::nav("nav.new", self.say("nav-new")),
                ];
                message
            }
        }
    }

    fn question(&self, field: &'a Field, stage: usize, entered: bool, again: bool) -> Message {
        let mut parts = Vec::new();
        if entered && !self.view.knows_stage(stage) {
            let intro = self.say(&format!("stage-{}", self.content().stages[stage].id));
            parts.push(intro);
        }
        parts.extend(self.put_off(field));
        let brief = format!("{}.brief", field.text);
        let asked = if again && self.has(&brief) { &brief } else { &field.text };
        parts.push(self.say_with(asked, &self.question_variables(field)));
        parts.extend(self.local_rules(field));
        if let Some(old) = self.old_value(field) {
            let shown = self.masked(field, &old.value);
            parts.push(self.say_with("panel-old-value", &[("value", shown)]));
        } else if field.kind.is_typed() && field.kind != FieldKind::Typed(Kind::Province) {
            parts.push(self.say_with("panel-example", &[("example", self.example(field))]));
        }
        if field.after_all {
            parts.extend(super::overview::todo_text(self.view, self));
        }
        let hints = self.hints(field);
        if !hints.is_empty() {
            parts.push(hints.join("\n"));
        }
        let mut message = self.message(Role::Ask, self.under_progress(stage, &parts.join("\n\n")));
        message.options = self.buttons(field);
        message
    }

    /// What was put off, before it is asked again: it comes after all else, and may lead back over a stage.
    fn put_off(&self, asked: &Field) -> Option<String> {
        let later = &self.view.filing.later;
        // Reports from the world, and the submission, wait by nature.
        let counts = !asked.after_all && self.content().stages[asked.stage].open;
        (counts && later.contains_key(&asked.id)).then(|| {
            let open = self.content().fields.iter().zip(&self.view.status);
            let open = open.filter(|(field, status)| {
                **status == Status::Open && !field.after_all && later.contains_key(&field.id)
            });
            let labels: Vec<String> = open.map(|(field, _)| self.label(field)).collect();
            self.say_with("panel-later", &[("labels", labels.join(&self.say("list-separator")))])
        })
    }

    /// A value that would pass here today.
    pub(super) fn example(&self, field: &Field) -> String {
        match (&field.kind, self.view.typed_kind(field)) {
            (FieldKind::By { .. }, Some(kind)) => kind.example().to_owned(),
            (_, Some(Kind::Name)) if self.view.is("subject.group", "individual") => {
                Kind::PersonName.example().to_owned()
            }
            // A site of an organisation is called as the organisation is.
            (_, Some(Kind::SiteName)) if self.view.is("subject.group", "organisation") => {
                Kind::Name.example().to_owned()
            }
            (_, Some(Kind::Province)) => self.province_name(&field.example),
            (_, _) if field.past => china_date(self.view.now).to_string(),
            (_, Some(Kind::FilingNumber | Kind::PublicSecurityNumber)) => self.at_home(&field.example),
            (_, _) => field.example.clone(),
        }
    }

    /// An example number with the prefix and the code of the applicant's own province.
    fn at_home(&self, example: &str) -> String {
        let provinces = &self.content().provinces;
        let own = self.view.value("subject.province").and_then(|code| provinces.by_code(code));
        let mut rest = example.chars();
        let sample = rest.next().and_then(|first| provinces.by_icp_prefix(&first.to_string()));
        let (Some(own), Some(sample)) = (own, sample) else { return example.to_owned() };
        let rest = rest.as_str();
        if rest.starts_with("ICP") {
            return format!("{}{rest}", own.icp_prefix);
        }
        format!("{}{}", own.police_prefix, rest.replacen(&sample.code, &own.code, 1))
    }

    /// Beside the filing's variables: the deadline of the public-security filing, the category, the face check.
    pub(super) fn question_variables(&self, field: &Field) -> Vec<(&'static str, String)> {
        let mut own = self.category(field);
        if let Some(deadline) = super::moments::deadline_of(self.view, "public-security.due") {
            let days = (deadline - china_date(self.view.now)).num_days();
            let state = super::moments::state_of(days);
            own.push(("public-security-due", deadline.to_string()));
            own.push(("public-security-days", days.abs().to_string()));
            own.push(("public-security-state", state.to_owned()));
        }
        own
    }

    fn hints(&self, field: &Field) -> Vec<String> {
        let mut hints = Vec::new();
        if field.kind.is_several() {
            hints.push(self.say("panel-choices-hint"));
        }
        if field.personal && field.kind.is_typed() {
            hints.push(self.say("panel-personal-hint"));
        }
        if field.optional {
            hints.push(self.say("panel-optional-hint"));
        }
        hints
    }

    fn under_progress(&self, stage: usize, text: &str) -> String {
        if !self.content().stages[stage].open {
            return format!("**{}**\n\n{text}", self.stage_label(stage));
        }
        let open: Vec<usize> =
            (0..self.content().stages.len()).filter(|stage| self.content().stages[*stage].open).collect();
        let step = open.iter().position(|known| *known == stage).map_or(0, |step| step + 1);
        let line = [
            ("stage", self.stage_label(stage)),
            ("step", step.to_string()),
            ("steps", open.len().to_string()),
        ];
        format!("{}\n\n{text}", self.say_with("panel-progress", &line))
    }

    /// What the province's administration says at this point, with source and date.
    fn local_rules(&self, field: &Field) -> Vec<String> {
        let lines: Vec<String> = self
            .view
            .local_rules(field)
            .iter()
            .map(|rule| {
                let text = match self.language {
                    Language::ZhCn => &rule.zh,
                    Language::En => &rule.en,
                };
                let sources: Vec<String> = rule
                    .source
                    .iter()
                    .filter_map(|key| self.content().source_brief(key, self.language))
                    .collect();
                let sources = sources.join(&self.say("source-separator"));
                format!(
                    "- {}",
                    self.say_with("province-rule", &[("text", text.clone()), ("sources", sources)])
                )
            })
            .collect();
        if lines.is_empty() {
            Vec::new()
        } else {
            vec![format!("{}\n{}", self.say("province-says"), lines.join("\n"))]
        }
    }

    /// The old answer of a field that is asked again, where it could be kept.
    #[must_use]
    pub fn old_value(&self, field: &'a Field) -> Option<&'a Answer> {
        let old = self.view.filing.answers.get(&field.id)?;
        self.view.fits(field, &old.value, self.view.now).then_some(old)
    }

    /// The field's own options first, then the ways about.
    fn buttons(&self, field: &'a Field) -> Vec<Button> {
        let ticked = self.view.filing.ticked.get(&field.id);
        let ids: Vec<String> = if field.kind == FieldKind::Reopenable {
            let fields =
                self.view.reopenable().into_iter().map(|number| self.content().fields[number].id.clone());
            std::iter::once("none".to_owned()).chain(fields).collect()
        } else {
            self.view.options(field).into_iter().map(|option| option.id.clone()).collect()
        };
        let mut buttons: Vec<Button> = ids
            .into_iter()
            .map(|id| Button {
                label: self.option_label(field, &id),
                kind: ButtonKind::Choice,
                chosen: field.kind.is_several().then(|| ticked.is_some_and(|ticked| ticked.contains(&id))),
                id,
            })
            .collect();
        if field.kind.is_several() {
            buttons.push(Button::nav("nav.done", self.say("nav-done")));
        }
        if self.old_value(field).is_some() {
            buttons.push(Button::nav("nav.keep", self.say("nav-keep")));
        }
        if field.optional {
            buttons.push(Button::nav("nav.skip", self.say("nav-skip")));
        }
        if field.personal {
            buttons.push(Button::nav("nav.hold", self.say("nav-hold")));
        }
        if self.view.status.contains(&Status::Answered) {
            buttons.push(Button::nav("nav.back", self.say("nav-back")));
        }
        for id in ["nav.help", "nav.human"] {
            buttons.push(Button::nav(id, self.say(&id.replace('.', "-"))));
        }
        if self.content().stages[self.view.stage()].open
            && self.view.stage() == self.content().last_open_stage()
        {
            buttons.push(Button::nav("nav.edit", self.say("nav-edit")));
            buttons.push(Button::nav("nav.dossier", self.say("nav-dossier")));
        }
        buttons
    }
}

impl<'a> View<'a> {
    /// How many of the questions known so far are answered: done and in all.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let open = |number: &usize| {
            let field = &self.content.fields[*number];
            self.content.stages[field.stage].open && !field.on_request
        };
        let numbers: Vec<usize> = (0..self.content.fields.len()).filter(open).collect();
        let done = numbers.iter().filter(|n| matches!(self.status[**n], Status::Answered)).count();
        let left = numbers.iter().filter(|n| matches!(self.status[**n], Status::Open)).count();
        (done, done + left)
    }

    /// Whether something of this stage was answered before, so that it needs no introduction.
    #[must_use]
    pub fn knows_stage(&self, stage: usize) -> bool {
        let mut fields = self.content.fields.iter().filter(|field| field.stage == stage);
        fields.any(|field| self.filing.answers.contains_key(&field.id))
    }

    /// The rules of the chosen province on these topics that concern this kind of subject.
    #[must_use]
    pub fn local_rules(&self, field: &Field) -> Vec<&'a LocalRule> {
        if field.shows.is_empty() {
            return Vec::new();
        }
        let Some(province) =
            self.value("subject.province").and_then(|code| self.content.provinces.by_code(code))
        else {
            return Vec::new();
        };
        let group = self.value("subject.group");
        let shown = |topic: &str| {
            field.shows.iter().any(|(known, when)| known == topic && self.holds(when) == Some(true))
        };
        let government = matches!(self.value("subject.kind"), Some("government" | "public-institution"));
        let concerns = |rule: &&LocalRule| match rule.applies_to {
            AppliesTo::Individual => group == Some("individual"),
            AppliesTo::Org => group == Some("organisation"),
            AppliesTo::Gov => government,
            AppliesTo::Both => true,
        };
        province.rules.iter().filter(|rule| shown(&rule.topic)).filter(concerns).collect()
    }

    /// Whether something dated is in force on the day of the current stage.
    #[must_use]
    pub fn covers(&self, period: &Period) -> bool {
        period.covers(self.day())
    }

    /// Whether this condition holds now.
    #[must_use]
    pub fn holds(&self, condition: &crate::content::Condition) -> Option<bool> {
        condition.holds(&mut |var| self.look(var))
    }

    /// Whether a variable has this value.
    #[must_use]
    pub fn is(&self, name: &str, value: &str) -> bool {
        self.content.variable(name).is_some_and(|var| match self.look(var) {
            Known::Is(values) => {
                self.content.variables[var.index()].value(value).is_some_and(|wanted| values.meets(wanted))
            }
            Known::Open | Known::Absent => false,
        })
    }
}
