//! An answer that leads on, where it matters to nobody which.

use super::derive::View;
use super::event::Event;
use super::state::{Value, china_date};
use crate::content::Field;
use crate::personal::Personal;

/// The field's example if it fits this filing, else the first answer that does; none: nothing fits.
#[must_use]
pub(crate) fn example(view: &View<'_>, field: &Field) -> Option<Value> {
    let fits = |value: &Value| view.fits(field, value, view.now);
    if !field.options.is_empty() {
        let mut ids: Vec<&str> = view.options(field).iter().map(|option| option.id.as_str()).collect();
        ids.sort_by_key(|id| (*id != field.example, field.comes_back(id)));
        let value = |id: &str| {
            if field.kind.is_several() {
                Value::Many([id.to_owned()].into())
            } else {
                Value::One(id.to_owned())
            }
        };
        return ids.into_iter().map(value).find(fits);
    }
    if field.kind.is_several() {
        return Some(Value::Many(["none".to_owned()].into()));
    }
    let kind = view.typed_kind(field)?;
    let specimens = kind.specimens(&view.given(field, china_date(view.now)));
    let typed = std::iter::once(field.example.clone()).chain(specimens);
    let typed = typed.map(|text| Value::Text(Personal::from(text.as_str())));
    typed.chain([Value::Held, Value::Skipped]).find(fits)
}

impl Event {
    /// What gives this answer to the field that is asked.
    pub(crate) fn giving(value: &Value) -> Self {
        match value {
            Value::One(id) => Self::Chosen(id.clone()),
            Value::Many(ids) => {
                let list = ids.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
                Self::Typed(Personal::from(list.as_str()))
            }
            Value::Text(text) => Self::Typed(text.clone()),
            Value::Held => Self::Typed(Personal::from("/hold")),
            Value::Skipped => Self::Typed(Personal::from("/skip")),
        }
    }
}
