//! Everything that can be answered, as variables of decision diagrams.
//!
//! Each field has finitely many ways to be answered: its options; for typed fields one made-up answer for everything
//! that a condition can read from it; held back; skipped. A field that is not asked is answered in no way. So every
//! valuation that keeps to the rules of asking is one way through the dialogues, and the other way round.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

use biodivine_lib_bdd::{Bdd, BddValuation, BddVariable, BddVariableSet, op_function};
use chrono::{DateTime, NaiveTime, Utc};

use crate::content::{Condition, Content, Day, Field, FieldKind, Operand, Origin, Var};
use crate::dialogue::{Value, china};
use crate::kind::{Given, Kind};
use crate::personal::Personal;

/// The most nodes of one diagram: some hundred times as many as the shipped dialogues need, and work for seconds.
const NODES_MAX: usize = 1 << 21;

/// A way to answer a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// This option is chosen.
    Option(usize),
    /// Something is typed of which this can be read; each text shows it.
    Typed {
        /// What checks it.
        kind: Kind,
        /// The values of the field's variables, by their place in `Variable::values`.
        reads: Vec<(Var, usize)>,
        /// Made-up answers, in their canonical form.
        texts: Vec<String>,
    },
    /// Held back.
    Held,
    /// Skipped.
    Skipped,
}

impl Way {
    /// The answer that is stored; of several choices this one alone.
    pub(super) fn value(&self, field: &Field) -> Value {
        match self {
            Self::Option(number) => Value::One(field.options[*number].id.clone()),
            Self::Typed { texts, .. } => Value::Text(Personal::from(texts[0].as_str())),
            Self::Held => Value::Held,
            Self::Skipped => Value::Skipped,
        }
    }
}

/// How a field is answered, as variables.
pub(super) struct Input {
    pub(super) ways: Vec<Way>,
    pub(super) several: bool,
    pub(super) bits: Vec<BddVariable>,
    /// By way: that it is the one, or among those, that was taken.
    pub(super) taken: Vec<Bdd>,
    /// That the field is answered at all.
    pub(super) answered: Bdd,
    /// That the variables stand for something.
    pub(super) sound: Bdd,
}

impl Input {
    /// The ways taken in a valuation.
    pub(super) fn read(&self, valuation: &BddValuation) -> Vec<usize> {
        let set = |bit: &BddVariable| valuation.value(*bit);
        if self.several {
            return (0..self.ways.len()).filter(|way| set(&self.bits[*way])).collect();
        }
        let number = self.bits.iter().fold(0, |number, bit| number * 2 + usize::from(set(bit)));
        number.checked_sub(1).into_iter().collect()
    }
}

/// The variables of one world: an edition on one day.
pub(super) struct Space<'a> {
    pub(super) content: &'a Content,
    pub(super) day: Day,
    pub(super) inputs: Vec<Input>,
    /// For facts that compare two typed texts: that they are the same.
    pub(super) alike: BTreeMap<Var, Bdd>,
    /// By field: that its answer has become another; for what is answered anew ([`super::anew`]).
    pub(super) changed: Vec<BddVariable>,
    pub(super) variables: BddVariableSet,
    /// The variables that anything branches on.
    pub(super) looked_at: BTreeSet<Var>,
    /// Something took more nodes than there may be, so what follows says nothing.
    overflowed: Cell<bool>,
}

impl<'a> Space<'a> {
    pub(super) fn new(content: &'a Content, day: Day) -> Self {
        let looked_at = looked_at(content);
        let ways: Vec<Vec<Way>> =
            content.fields.iter().map(|field| ways(content, day, field, &looked_at)).collect();
        let mut next = 0;
        let mut bits = |count: usize| -> Vec<BddVariable> {
            let first = next;
            next += count;
            (first..next).map(BddVariable::from_index).collect()
        };
        let mut of_field: Vec<Vec<BddVariable>> = vec![Vec::new(); content.fields.len()];
        let mut of_fact: BTreeMap<Var, BddVariable> = BTreeMap::new();
        for place in arrangement(content) {
            match place {
                Place::Field(field) => of_field[field] = bits(width(ways[field].len())),
                Place::Option(field) => of_field[field].extend(bits(1)),
                Place::Fact(var) => {
                    of_fact.insert(var, bits(1)[0]);
                }
            }
        }
        let changed = bits(content.fields.len());
        let count = u16::try_from(next).expect("dialogues of fewer than 65,536 ways to answer");
        let variables = BddVariableSet::new_anonymous(count);
        let inputs = ways.into_iter().zip(of_field).zip(&content.fields);
        let inputs = inputs.map(|((ways, bits), field)| input(&variables, field, ways, bits)).collect();
        let alike = of_fact.into_iter().map(|(var, bit)| (var, variables.mk_var(bit))).collect();
        Self { content, day, inputs, alike, changed, variables, looked_at, overflowed: Cell::new(false) }
    }

    pub(super) fn yes(&self) -> Bdd {
        self.variables.mk_true()
    }

    pub(super) fn no(&self) -> Bdd {
        self.variables.mk_false()
    }

    /// Where both hold; nowhere, once that takes too many nodes.
    pub(super) fn both(&self, one: &Bdd, other: &Bdd) -> Bdd {
        self.limited(Bdd::binary_op_with_limit(NODES_MAX, one, other, op_function::and))
    }

    /// Where one of the two holds; nowhere, once that takes too many nodes.
    pub(super) fn either(&self, one: &Bdd, other: &Bdd) -> Bdd {
        self.limited(Bdd::binary_op_with_limit(NODES_MAX, one, other, op_function::or))
    }

    fn limited(&self, found: Option<Bdd>) -> Bdd {
        let found = found.filter(|_| !self.overflowed());
        found.unwrap_or_else(|| {
            self.overflowed.set(true);
            self.no()
        })
    }

    /// Whether anything took too many nodes.
    pub(super) fn overflowed(&self) -> bool {
        self.overflowed.get()
    }

    /// Nine o'clock in China on the day of this world.
    pub(super) fn morning(&self) -> DateTime<Utc> {
        let nine = NaiveTime::from_hms_opt(9, 0, 0).expect("nine o'clock exists");
        let local = self.day.date.and_time(nine).and_local_timezone(china()).single();
        local.expect("the clock in China never goes back").with_timezone(&Utc)
    }
}

/// What a check may look at on this day while nothing else is known.
pub(super) fn given(content: &Content, day: Day) -> Given<'_> {
    Given {
        today: day.date,
        rules_on: day.date,
        provinces: &content.provinces,
        lists: &content.lists,
        province: None,
        subject_kind: None,
        other: None,
    }
}

/// Where variables stand among the others: diagrams stay small where what belongs together stands together.
enum Place {
    Field(usize),
    Option(usize),
    Fact(Var),
}

/// The fields in the order of asking, with two exceptions: what stands for a category comes right behind the option of
/// its name, and a field that nothing looks at comes right behind the last one that it looks at itself.
fn arrangement(content: &Content) -> Vec<Place> {
    let mut order = content.fields_in_order();
    order.extend((0..content.fields.len()).filter(|field| content.fields[*field].on_request));
    let behind: Vec<BTreeSet<usize>> =
        (0..content.fields.len()).map(|field| fields_behind(content, field)).collect();
    let looked_at: BTreeSet<usize> = behind.iter().flatten().copied().collect();
    let position = |field: &usize| order.iter().position(|other| other == field);
    let anchor = |field: &usize| -> Option<usize> {
        let last = behind[*field].iter().max_by_key(|other| position(other)).copied();
        last.filter(|_| !looked_at.contains(field))
    };
    let of_category = |id: &str| -> Vec<usize> {
        let named = |field: &&usize| {
            let category = content.fields[**field].category;
            category.is_some_and(|category| content.categories[category].id == id)
        };
        order.iter().filter(named).copied().collect()
    };
    let mut arranged = Arranged { content, placed: BTreeSet::new(), places: Vec::new() };
    for field in &order {
        if anchor(field).is_some() {
            continue;
        }
        if content.fields[*field].kind == FieldKind::Choices {
            arranged.placed.insert(*field);
            for option in &content.fields[*field].options {
                arranged.places.push(Place::Option(*field));
                for inner in of_category(&option.id) {
                    arranged.field(inner);
                }
            }
        } else {
            arranged.field(*field);
        }
        let followers = order.iter().filter(|other| anchor(other) == Some(*field));
        followers.for_each(|follower| arranged.field(*follower));
    }
    for field in &order {
        arranged.field(*field);
    }
    arranged.places
}

/// Variables in their order, as far as they are arranged.
struct Arranged<'c> {
    content: &'c Content,
    placed: BTreeSet<usize>,
    places: Vec<Place>,
}

impl Arranged<'_> {
    /// Adds a field, and the facts that compare what is typed there with what is typed before.
    fn field(&mut self, field: usize) {
        if !self.placed.insert(field) {
            return;
        }
        if self.content.fields[field].kind == FieldKind::Choices {
            self.places.extend(self.content.fields[field].options.iter().map(|_| Place::Option(field)));
        } else {
            self.places.push(Place::Field(field));
        }
        for (number, variable) in self.content.variables.iter().enumerate() {
            if let Origin::Same(Operand::Text(one), Operand::Text(other)) = variable.origin
                && ((one == field && self.placed.contains(&other))
                    || (other == field && self.placed.contains(&one)))
            {
                self.places.extend(u16::try_from(number).map(|number| Place::Fact(Var(number))));
            }
        }
    }
}

/// The fields that a field's asking looks at.
fn fields_behind(content: &Content, number: usize) -> BTreeSet<usize> {
    let mut behind = BTreeSet::new();
    let field = &content.fields[number];
    let places = content.places.iter().filter(|place| place.field == number).map(|place| &place.when);
    for when in places.chain(field.options.iter().map(|option| &option.when)) {
        when.visit(&mut |var, _| content.fields_behind(var, &mut behind));
    }
    if let FieldKind::By { field: by, .. } = field.kind {
        behind.insert(by);
    }
    if field.personal {
        let agreed = content.landmarks.consent;
        if let Some(var) = agreed {
            content.fields_behind(var, &mut behind);
        }
    }
    if let Some(var) = field.days_left {
        content.fields_behind(var, &mut behind);
    }
    behind
}

/// Bits that tell so many ways, and none, from one another.
fn width(ways: usize) -> usize {
    (usize::BITS - ways.leading_zeros()) as usize
}

fn input(variables: &BddVariableSet, field: &Field, ways: Vec<Way>, bits: Vec<BddVariable>) -> Input {
    if field.kind == FieldKind::Choices {
        let taken: Vec<Bdd> = bits.iter().map(|bit| variables.mk_var(*bit)).collect();
        let answered = taken.iter().fold(variables.mk_false(), |any, one| any.or(one));
        let none = field.options.iter().position(|option| option.id == "none");
        let sound = none.map_or_else(
            || variables.mk_true(),
            |none| {
                let others = taken.iter().enumerate().filter(|(way, _)| *way != none);
                let any = others.fold(variables.mk_false(), |any, (_, one)| any.or(one));
                taken[none].and(&any).not()
            },
        );
        return Input { ways, several: true, bits, taken, answered, sound };
    }
    let number = |number: usize| {
        let mut all = variables.mk_true();
        for (place, bit) in bits.iter().rev().enumerate() {
            all = all.and(&variables.mk_literal(*bit, number >> place & 1 == 1));
        }
        all
    };
    let taken: Vec<Bdd> = (1..=ways.len()).map(number).collect();
    let answered = taken.iter().fold(variables.mk_false(), |any, one| any.or(one));
    let sound = answered.or(&number(0));
    Input { ways, several: false, bits, taken, answered, sound }
}

/// The variables that anything branches on.
fn looked_at(content: &Content) -> BTreeSet<Var> {
    let mut looked_at = BTreeSet::new();
    let mut look = |when: &Condition| {
        when.visit(&mut |var, _| {
            looked_at.insert(var);
        });
    };
    content.places.iter().for_each(|place| look(&place.when));
    content.gates.iter().for_each(|gate| look(&gate.when));
    content.transitions.iter().filter_map(|transition| transition.when.as_ref()).for_each(&mut look);
    content.tables.iter().flat_map(|table| &table.rules).for_each(|rule| look(&rule.when));
    content.official.entries.iter().for_each(|entry| look(&entry.when));
    content.durations.iter().flat_map(|duration| &duration.rules).for_each(|rule| look(&rule.when));
    for field in &content.fields {
        field.options.iter().for_each(|option| look(&option.when));
        field.differs_from.iter().for_each(|(_, when)| look(when));
        field.shows.iter().for_each(|(_, when)| look(when));
    }
    for variable in &content.variables {
        if let Origin::Same(one, other) = &variable.origin {
            for operand in [one, other] {
                if let Operand::Finite(var) = operand {
                    looked_at.insert(*var);
                }
            }
        }
    }
    looked_at
}

/// Every way to answer a field that is stored.
fn ways(content: &Content, day: Day, field: &Field, looked_at: &BTreeSet<Var>) -> Vec<Way> {
    let mut ways: Vec<Way> = match &field.kind {
        FieldKind::Choices => (0..field.options.len()).map(Way::Option).collect(),
        FieldKind::Choice | FieldKind::YesNo | FieldKind::Notice | FieldKind::Paper => {
            let stored = |option: &usize| !field.comes_back(&field.options[*option].id);
            (0..field.options.len()).filter(stored).map(Way::Option).collect()
        }
        // Which fields are named is the reviewer's business; that some are, or none, is all that counts here.
        FieldKind::Reopenable => vec![Way::Skipped],
        FieldKind::Typed(kind) => typed(content, day, field, &[*kind], looked_at),
        FieldKind::By { kinds, .. } => {
            let kinds: Vec<Kind> = kinds.iter().map(|(_, kind)| *kind).collect();
            typed(content, day, field, &kinds, looked_at)
        }
    };
    if field.personal {
        ways.push(Way::Held);
    }
    if field.optional {
        ways.push(Way::Skipped);
    }
    ways
}

/// The made-up answers of these kinds, put together where the same is read from them.
fn typed(content: &Content, day: Day, field: &Field, kinds: &[Kind], looked_at: &BTreeSet<Var>) -> Vec<Way> {
    let number = content.field_number(&field.id).expect("the field is one of the content's");
    let given = given(content, day);
    let mut ways: Vec<Way> = Vec::new();
    let mut done: Vec<Kind> = Vec::new();
    for kind in kinds {
        if done.contains(kind) {
            continue;
        }
        done.push(*kind);
        for text in kind.specimens(&given) {
            if field.past && text > day.date.to_string() {
                continue;
            }
            let vars = content.variables_of_field[number].iter().filter(|var| looked_at.contains(var));
            let reads: Vec<(Var, usize)> = vars
                .filter_map(|var| {
                    let variable = &content.variables[var.index()];
                    let read = match &variable.origin {
                        Origin::Answer(_) => Some(text.clone()),
                        Origin::Reading(_, reading) if reading == "left" => {
                            // Two made-up dates: one that no minimum asks more than, one that every minimum does.
                            let far = text > (day.date + chrono::Months::new(12)).to_string();
                            Some(if far { "enough" } else { "short" }.to_owned())
                        }
                        Origin::Reading(_, reading) => {
                            Some(kind.read(reading, &text, &given).unwrap_or_else(|| "unknown".to_owned()))
                        }
                        Origin::State(_) => Some("given".to_owned()),
                        Origin::Table(..) | Origin::Same(..) | Origin::Province(_) => None,
                    };
                    let value = read.and_then(|read| variable.values.iter().position(|value| *value == read));
                    value.map(|value| (*var, value))
                })
                .collect();
            let alike = ways.iter_mut().find_map(|way| match way {
                Way::Typed { kind: known, reads: others, texts } if known == kind && *others == reads => {
                    Some(texts)
                }
                Way::Typed { .. } | Way::Option(_) | Way::Held | Way::Skipped => None,
            });
            match alike {
                Some(texts) => texts.push(text),
                None => ways.push(Way::Typed { kind: *kind, reads, texts: vec![text] }),
            }
        }
    }
    ways
}
