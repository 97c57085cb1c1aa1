//! Conditions: structured data over finite-valued variables, with no expression language.
//!
//! A variable is an answer, a finite reading of a typed answer, or a fact. While an answer is open, whatever needs
//! it is open too (three-valued logic after Kleene), so a condition never turns from true to false as more becomes
//! known. That is what lets the next question be derived in one pass, and what a proof can rest on.

/// A finite-valued variable, by its place in `Content::variables`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Var(pub(crate) u16);

impl Var {
    /// The variable's place in `Content::variables`.
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// A set of values of one variable: bit n stands for its n-th value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Values(pub(crate) u64);

impl Values {
    /// The most values that one variable can have.
    pub const COUNT_MAX: usize = 64;

    /// The set of the n-th value alone.
    #[must_use]
    pub fn only(n: usize) -> Self {
        debug_assert!(n < Self::COUNT_MAX, "the loader refuses variables with more values");
        Self(1 << n)
    }

    /// This set with another one added.
    #[must_use]
    pub fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether the two sets have a value in common.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The numbers of the values in the set, ascending.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..Self::COUNT_MAX).filter(move |n| self.0 & (1 << n) != 0)
    }
}

/// What is known of a variable.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// Not answered yet, or not decided yet whether it will be asked.
    Open,
    /// Certain not to be asked in this filing.
    Absent,
    /// Answered: one value, or several for a field of several choices.
    Is(Values),
}

/// When something applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    /// Each part must hold; without parts it always holds.
    All(Vec<Condition>),
    /// One part must hold.
    Any(Vec<Condition>),
    /// The variable has one of these values.
    Is(Var, Values),
}

impl Condition {
    /// The condition that always holds.
    pub const ALWAYS: Self = Self::All(Vec::new());

    /// Whether the condition holds; `None` while it depends on something open.
    pub fn holds(&self, look: &mut impl FnMut(Var) -> Known) -> Option<bool> {
        match self {
            Self::All(parts) => {
                let mut all = Some(true);
                for part in parts {
                    match part.holds(look) {
                        Some(false) => return Some(false),
                        Some(true) => {}
                        None => all = None,
                    }
                }
                all
            }
            Self::Any(parts) => {
                let mut any = Some(false);
                for part in parts {
                    match part.holds(look) {
                        Some(true) => return Some(true),
                        Some(false) => {}
                        None => any = None,
                    }
                }
                any
            }
            Self::Is(var, values) => match look(*var) {
                Known::Open => None,
                Known::Absent => Some(false),
                Known::Is(known) => Some(known.meets(*values)),
            },
        }
    }

    /// Whether no answers at all could make it true, as far as the condition itself tells.
    #[must_use]
    pub fn is_never(&self) -> bool {
        match self {
            Self::All(parts) => parts.iter().any(Self::is_never),
            Self::Any(parts) => parts.iter().all(Self::is_never),
            Self::Is(_, values) => *values == Values::default(),
        }
    }

    /// Calls `visit` for each variable and the values it is compared with.
    pub fn visit(&self, visit: &mut impl FnMut(Var, Values)) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.visit(visit)),
            Self::Is(var, values) => visit(*var, *values),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: Var = Var(0);
    const B: Var = Var(1);

    fn look(a: Known, b: Known) -> impl FnMut(Var) -> Known {
        move |var| if var == A { a } else { b }
    }

    #[test]
    fn an_open_answer_leaves_the_condition_open_unless_the_rest_decides() {
        let one = Condition::Is(A, Values::only(0));
        let two = Condition::Is(B, Values::only(1));
        let both = Condition::All(vec![one.clone(), two.clone()]);
        let either = Condition::Any(vec![one, two]);
        let yes = Known::Is(Values::only(0));
        let no = Known::Is(Values::only(0));
        assert_eq!(both.holds(&mut look(yes, Known::Open)), None);
        assert_eq!(both.holds(&mut look(Known::Open, no)), Some(false));
        assert_eq!(either.holds(&mut look(yes, Known::Open)), Some(true));
        assert_eq!(either.holds(&mut look(Known::Open, no)), None);
        assert_eq!(either.holds(&mut look(Known::Absent, no)), Some(false));
        assert_eq!(Condition::ALWAYS.holds(&mut look(Known::Open, Known::Open)), Some(true));
    }
}
