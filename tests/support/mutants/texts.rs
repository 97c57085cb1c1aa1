//! Texts that are missing, too long, or alike where they must differ.

use super::reading::{Attribute, Block, Dialogues, Message};
use super::rules::disjoint;
use super::{Edit, Mutant};

/// Characters of a message, a button and the line that pops up after a press, at most.
const MESSAGE_MAX: usize = 4096;
const BUTTON_MAX: usize = 64;
const TOAST_MAX: usize = 200;

/// What fills a text up.
const FILLER: &str = "字";

/// Buttons that stand on their own.
const BUTTONS: [&str; 5] = ["yes", "no", "solved", "paper-ready", "paper-not-yet"];

/// Synonyms and short forms: without them in both languages nothing is missing.
const SPARE: [&str; 3] = ["also-", "brief", "said-"];

pub(super) fn drop_text(dialogues: &Dialogues) -> Vec<Mutant> {
    let drop = |message: &Message| {
        dialogues.mutant(format!("{}: dropped", name(message)), vec![message_gone(message)])
    };
    dialogues.messages.iter().map(drop).collect()
}

pub(super) fn drop_text_everywhere(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for message in dialogues.messages.iter().filter(|message| message.file.contains("/en/")) {
        let same = dialogues.messages.iter().filter(|other| other.id == message.id);
        let edits = same.map(message_gone).collect();
        mutants.push(dialogues.mutant(format!("text {}: dropped in both languages", message.id), edits));
    }
    mutants
}

pub(super) fn drop_attribute(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for message in &dialogues.messages {
        for attribute in &message.attributes {
            let edit = Edit::new(&message.file, attribute.span.clone(), "");
            mutants.push(
                dialogues.mutant(format!("{} .{}: dropped", name(message), attribute.name), vec![edit]),
            );
        }
    }
    mutants
}

pub(super) fn drop_attribute_everywhere(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for message in dialogues.messages.iter().filter(|message| message.file.contains("/en/")) {
        for attribute in &message.attributes {
            if SPARE.iter().any(|spare| attribute.name.starts_with(spare)) {
                continue;
            }
            let same = dialogues.messages.iter().filter(|other| other.id == message.id);
            let edits = same
                .filter_map(|other| {
                    let found = other.attributes.iter().find(|found| found.name == attribute.name)?;
                    Some(Edit::new(&other.file, found.span.clone(), ""))
                })
                .collect();
            let site = format!("text {} .{}: dropped in both languages", message.id, attribute.name);
            mutants.push(dialogues.mutant(site, edits));
        }
    }
    mutants
}

fn message_gone(message: &Message) -> Edit {
    Edit::new(&message.file, message.span.clone(), "")
}

pub(super) fn overlong_message(dialogues: &Dialogues) -> Vec<Mutant> {
    let messages = dialogues.messages.iter().filter(|message| !message.value.is_empty());
    messages.map(|message| longer(dialogues, message, None, MESSAGE_MAX)).collect()
}

/// A message that fits until a value is put into it.
pub(super) fn overlong_with_value(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for message in &dialogues.messages {
        let words = dialogues.at(&message.file, &message.value);
        if words.contains("->") || !words.contains("{ $") {
            continue;
        }
        let mut own = 0;
        for line in words.lines() {
            let mut rest = line.strip_prefix("    ").unwrap_or(line);
            while let Some((before, after)) = rest.split_once('{') {
                own += before.replace("**", "").replace('`', "").chars().count();
                rest = after.split_once('}').map_or("", |(_, after)| after);
            }
            own += rest.replace("**", "").replace('`', "").chars().count() + 1;
        }
        let filler = FILLER.repeat(MESSAGE_MAX.saturating_sub(own));
        let edit = Edit::new(&message.file, message.value.end..message.value.end, format!(" {filler}"));
        mutants.push(
            dialogues.mutant(format!("{}: {MESSAGE_MAX} without its value", name(message)), vec![edit]),
        );
    }
    mutants
}

pub(super) fn overlong_button(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for message in &dialogues.messages {
        if message.id.starts_with("nav-") || BUTTONS.contains(&message.id.as_str()) {
            mutants.push(longer(dialogues, message, None, BUTTON_MAX));
        }
        if message.id.starts_with("field-") && fields(dialogues).any(|(_, id)| id == message.id) {
            let options = message.attributes.iter().filter(|attribute| attribute.name.starts_with("opt-"));
            mutants.extend(options.map(|option| longer(dialogues, message, Some(option), BUTTON_MAX)));
        }
    }
    mutants
}

/// The short name of a field stands on a button where one is chosen to be changed.
pub(super) fn overlong_label(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for message in dialogues.messages.iter().filter(|message| message.id.starts_with("field-")) {
        let label = message.attributes.iter().find(|attribute| attribute.name == "label");
        if let Some(label) = label.filter(|_| fields(dialogues).any(|(_, id)| id == message.id)) {
            mutants.push(longer(dialogues, message, Some(label), BUTTON_MAX));
        }
    }
    mutants
}

pub(super) fn overlong_toast(dialogues: &Dialogues) -> Vec<Mutant> {
    let toasts = dialogues.messages.iter().filter(|message| message.id.starts_with("toast-"));
    toasts.map(|message| longer(dialogues, message, None, TOAST_MAX)).collect()
}

fn longer(dialogues: &Dialogues, message: &Message, attribute: Option<&Attribute>, max: usize) -> Mutant {
    let end = attribute.map_or(message.value.end, |attribute| attribute.value.end);
    let of = attribute.map_or(String::new(), |attribute| format!(" .{}", attribute.name));
    let edit = Edit::new(&message.file, end..end, format!(" {}", FILLER.repeat(max)));
    dialogues.mutant(format!("{}{of}: longer than {max}", name(message)), vec![edit])
}

/// Two buttons of one question with the same words.
pub(super) fn equal_buttons(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (block, id) in fields(dialogues) {
        let options = block.key("options").map_or(&[][..], |options| options.value.items());
        for pair in options.windows(2) {
            let conditions = pair[0].key("when").zip(pair[1].key("when"));
            if conditions.is_some_and(|(one, two)| disjoint(&one.value, &two.value)) {
                continue;
            }
            for message in dialogues.messages.iter().filter(|message| message.id == id) {
                let option = |n: usize| {
                    let name = format!("opt-{}", pair[n].id()?);
                    message.attributes.iter().find(|attribute| attribute.name == name)
                };
                let (Some(one), Some(two)) = (option(0), option(1)) else { continue };
                let text = dialogues.at(&message.file, &one.value);
                let edit = Edit::new(&message.file, two.value.clone(), text);
                let site = format!("{} .{}: said like .{}", name(message), two.name, one.name);
                mutants.push(dialogues.mutant(site, vec![edit]));
            }
        }
    }
    mutants
}

/// A button of a question with the words of one that stands under every question.
pub(super) fn equal_to_navigation(dialogues: &Dialogues) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (_, id) in fields(dialogues) {
        for message in dialogues.messages.iter().filter(|message| message.id == id) {
            let help = dialogues.messages.iter().find(|other| {
                other.id == "nav-help" && other.file.split('/').nth(1) == message.file.split('/').nth(1)
            });
            let option = message.attributes.iter().find(|attribute| attribute.name.starts_with("opt-"));
            let (Some(help), Some(option)) = (help, option) else { continue };
            let text = dialogues.at(&help.file, &help.value);
            let edit = Edit::new(&message.file, option.value.clone(), text);
            mutants.push(
                dialogues
                    .mutant(format!("{} .{}: said like nav-help", name(message), option.name), vec![edit]),
            );
        }
    }
    mutants
}

fn name(message: &Message) -> String {
    let language = message.file.split('/').nth(1).unwrap_or("");
    format!("{language} text {}", message.id)
}

/// The fields, each with the id of its text.
fn fields(dialogues: &Dialogues) -> impl Iterator<Item = (&Block, String)> {
    let first = dialogues.content.categories.first().map_or("", |category| category.id.as_str());
    dialogues.under("field").filter_map(move |block| {
        let field = dialogues.content.field(&block.text("id")?.replace("CATEGORY", first))?;
        let id = if field.text.starts_with("field-") {
            field.text.clone()
        } else {
            format!("field-{}", field.text)
        };
        Some((block, id))
    })
}
