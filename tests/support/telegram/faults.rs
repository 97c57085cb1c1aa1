//! What goes wrong on command: single faults, a closure, or a storm by seed.

use std::collections::BTreeMap;
use std::time::Duration;

use super::{Fake, Order};

/// One thing that goes wrong with one request.
#[derive(Debug, Clone)]
pub(crate) enum Fault {
    /// 429 with a time to wait; nothing is applied.
    TooMany { retry_after: u64 },
    /// A status with a page of HTML, as a proxy in between gives it.
    Html { status: u16, applied: bool },
    /// A status with the server's own JSON: `Internal Server Error`.
    Json { status: u16, applied: bool },
    /// A status with JSON that is not the server's; nothing is applied.
    Foreign { status: u16 },
    /// Applied; a whole HTTP answer whose JSON ends in the middle.
    CutJson,
    /// Applied; fewer bytes than `Content-Length` says, then the end of the connection.
    CutBody,
    /// Applied; another body than the answer, such as `[]`.
    Wrong(&'static str),
    /// Nothing is applied; the connection is reset.
    ResetBefore,
    /// Applied; the connection is reset.
    ResetAfter,
    /// Applied at once; the answer comes later.
    LateAnswer(Duration),
    /// Nothing is applied; every connection ends and new ones are refused for so long.
    Refuse(Duration),
    /// An update of this batch comes again with so many further ones, although confirmed. Only `getUpdates`.
    Duplicate { times: u32 },
    /// The batch is out of order. Only `getUpdates`.
    Reorder,
}

impl Fault {
    /// The name under which it is counted.
    pub(crate) fn kind(&self) -> &'static str {
        match self {
            Self::TooMany { .. } => "too-many",
            Self::Html { .. } => "html",
            Self::Json { .. } => "json",
            Self::Foreign { .. } => "foreign",
            Self::CutJson => "cut-json",
            Self::CutBody => "cut-body",
            Self::Wrong(_) => "wrong",
            Self::ResetBefore => "reset-before",
            Self::ResetAfter => "reset-after",
            Self::LateAnswer(_) => "late-answer",
            Self::Refuse(_) => "refuse",
            Self::Duplicate { .. } => "duplicate",
            Self::Reorder => "reorder",
        }
    }

    /// Whether the request takes effect all the same.
    pub(crate) fn applies(&self) -> bool {
        match self {
            Self::TooMany { .. } | Self::Foreign { .. } | Self::ResetBefore | Self::Refuse(_) => false,
            Self::Html { applied, .. } | Self::Json { applied, .. } => *applied,
            Self::CutJson
            | Self::CutBody
            | Self::Wrong(_)
            | Self::ResetAfter
            | Self::LateAnswer(_)
            | Self::Duplicate { .. }
            | Self::Reorder => true,
        }
    }

    /// Whether the caller is left without the true answer; with a late one, until it comes.
    pub(crate) fn loses_answer(&self) -> bool {
        !matches!(self, Self::TooMany { .. } | Self::Duplicate { .. } | Self::Reorder)
    }

    /// Whether it concerns the batch of a `getUpdates` and nothing else.
    pub(super) fn is_of_batch(&self) -> bool {
        matches!(self, Self::Duplicate { .. } | Self::Reorder)
    }
}

/// A request, as a plan of faults sees it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    pub(crate) method: &'a str,
    pub(crate) chat: Option<i64>,
    /// The how many-th request of this method it is, from 1.
    pub(crate) n: u64,
}

/// A line of a storm: how often a fault strikes which requests.
#[derive(Debug, Clone)]
pub(crate) struct Rule {
    /// `None`: every method.
    pub(crate) method: Option<&'static str>,
    pub(crate) per_mille: u64,
    pub(crate) fault: Fault,
}

type Closure = Box<dyn FnMut(Asked<'_>) -> Option<Fault> + Send>;

/// The faults to come. Those for the next request go first, then the closure's, then the storm's.
#[derive(Default)]
pub(super) struct Plan {
    next: Vec<(&'static str, Fault)>,
    closure: Option<Closure>,
    storm: Vec<Rule>,
    pub(super) random: Random,
    injected: BTreeMap<&'static str, u64>,
}

impl Plan {
    /// What goes wrong with this request; it is counted, save what concerns a batch that may yet be empty.
    pub(super) fn choose(&mut self, asked: Asked<'_>) -> Option<Fault> {
        let fault = self.draw(asked).filter(|fault| !fault.is_of_batch() || asked.method == "getUpdates")?;
        if !fault.is_of_batch() {
            self.count(&fault);
        }
        Some(fault)
    }

    fn draw(&mut self, asked: Asked<'_>) -> Option<Fault> {
        if let Some(at) = self.next.iter().position(|(method, _)| *method == asked.method) {
            return Some(self.next.remove(at).1);
        }
        if let Some(fault) = self.closure.as_mut().and_then(|closure| closure(asked)) {
            return Some(fault);
        }
        let concerns = |rule: &&Rule| rule.method.is_none_or(|method| method == asked.method);
        let random = &mut self.random;
        let strikes = |rule: &&Rule| random.below(1000) < rule.per_mille;
        self.storm.iter().filter(concerns).find(strikes).map(|rule| rule.fault.clone())
    }

    pub(super) fn count(&mut self, fault: &Fault) {
        *self.injected.entry(fault.kind()).or_default() += 1;
    }
}

/// A small generator: the same seed, the same storm.
#[derive(Debug, Clone, Default)]
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    pub(super) fn index(&mut self, length: usize) -> usize {
        usize::try_from(self.below(length as u64)).expect("below a length")
    }
}

impl Fake {
    /// The next request of this method goes wrong so; several are taken in order.
    pub(crate) fn next(&self, method: &'static str, fault: Fault) {
        self.shared.world().plan.next.push((method, fault));
    }

    /// Asks before each request what goes wrong with it.
    pub(crate) fn faults(&self, closure: impl FnMut(Asked<'_>) -> Option<Fault> + Send + 'static) {
        self.shared.world().plan.closure = Some(Box::new(closure));
    }

    /// Faults at random, by these rules; the first that strikes counts.
    pub(crate) fn storm(&self, seed: u64, rules: &[Rule]) {
        let mut world = self.shared.world();
        world.plan.random = Random(seed);
        world.plan.storm = rules.to_vec();
    }

    /// Nothing goes wrong any more; the counters stay.
    pub(crate) fn calm(&self) {
        let mut world = self.shared.world();
        let (random, injected) = (world.plan.random.clone(), std::mem::take(&mut world.plan.injected));
        world.plan = Plan { random, injected, ..Plan::default() };
    }

    /// Ends every connection and refuses new ones for so long, from now on.
    pub(crate) fn refuse(&self, length: Duration) {
        self.orders.send(Order::Refuse(length)).expect("the server runs as long as a handle");
    }

    /// How often each kind of fault struck.
    pub(crate) fn injected(&self) -> BTreeMap<&'static str, u64> {
        self.shared.world().plan.injected.clone()
    }
}
