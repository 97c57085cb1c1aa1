//! The kinds of answers that are typed: what each accepts, why it refuses, and what can be read from it.
//!
//! Every check is pure and total: any text gets a value in one canonical form or a reason why not. The reasons are
//! codes; the sentences stand in the texts. Rules of law come from [`Lists`] and [`Provinces`], never from here.

mod address;
mod clean;
mod credit_code;
mod date;
mod domain;
mod email;
mod filing_number;
mod hk_mo_travel_permit;
mod hmt_residence_permit;
mod mask;
mod mobile;
mod name;
mod organisation_code;
mod other_certificate;
mod passport;
mod permanent_residence_card;
mod person_name;
mod phone;
mod province;
mod public_security_number;
mod resident_id;
mod service_code;
mod site_name;
mod specimens;
#[cfg(test)]
mod support;
mod text;
mod tw_travel_permit;

use std::fmt;

use chrono::NaiveDate;

use crate::rules::Lists;
use crate::rules::Provinces;

pub use domain::display as display_domain;

/// Declares the kinds once: variant, file that holds its [`Spec`], in the order in which they are listed.
macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident => $module:ident,)*) => {
        /// The kinds of answers that are typed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Kind {
            $($(#[$doc])* $variant,)*
        }

        impl Kind {
            /// Every kind.
            pub const ALL: &'static [Kind] = &[$(Kind::$variant,)*];

            const fn spec(self) -> &'static Spec {
                match self {
                    $(Kind::$variant => &$module::SPEC,)*
                }
            }
        }
    };
}

kinds! {
    /// A province (省), by any of its names or a city's; kept as its two-digit code.
    Province => province,
    /// A registered domain (域名), kept in its ASCII form.
    Domain => domain,
    /// A mail address (邮箱).
    Email => email,
    /// A mobile number of the mainland (手机号码), 11 digits.
    Mobile => mobile,
    /// A mobile number or a landline with area code.
    Phone => phone,
    /// A person's name (姓名).
    PersonName => person_name,
    /// A person's or an organisation's name, letter for letter as on the certificate.
    Name => name,
    /// A postal address (通讯地址) down to the door number.
    Address => address,
    /// The name of a website (网站名称).
    SiteName => site_name,
    /// Any text.
    Text => text,
    /// A day, kept as `YYYY-MM-DD`.
    Date => date,
    /// A filing number (ICP备案号), with or without the number of the service.
    FilingNumber => filing_number,
    /// A public-security filing number (公安备案号).
    PublicSecurityNumber => public_security_number,
    /// A filing service code (备案服务号).
    ServiceCode => service_code,
    /// A resident identity number (居民身份证号码).
    ResidentId => resident_id,
    /// A residence permit of Hong Kong, Macao or Taiwan residents (港澳台居民居住证).
    HmtResidencePermit => hmt_residence_permit,
    /// A Mainland Travel Permit for Hong Kong and Macao residents (港澳居民来往内地通行证).
    HkMoTravelPermit => hk_mo_travel_permit,
    /// A Mainland Travel Permit for Taiwan residents (台湾居民来往大陆通行证).
    TwTravelPermit => tw_travel_permit,
    /// A passport (护照) of any country.
    Passport => passport,
    /// A foreigner's permanent residence card (外国人永久居留身份证).
    PermanentResidenceCard => permanent_residence_card,
    /// A unified social credit code (统一社会信用代码).
    CreditCode => credit_code,
    /// An organisation code (组织机构代码).
    OrganisationCode => organisation_code,
    /// The number of a certificate without a common form.
    OtherCertificate => other_certificate,
}

/// What a check may look at beside the text.
#[derive(Clone, Copy)]
pub struct Given<'a> {
    /// The applicant's day, in China.
    pub today: NaiveDate,
    /// The day whose rules hold: today, or the day of the edition.
    pub rules_on: NaiveDate,
    /// The provinces and their names.
    pub provinces: &'a Provinces,
    /// The other lists.
    pub lists: &'a Lists,
    /// The subject's province, two digits, once known.
    pub province: Option<&'a str>,
    /// The id of the kind of subject, once known.
    pub subject_kind: Option<&'a str>,
    /// A value that this one must differ from, e.g. the mobile number beside the emergency phone.
    pub other: Option<&'a str>,
}

/// An accepted answer. Its `Debug` shows no value: it may be personal.
#[derive(Clone, PartialEq, Eq)]
pub struct Checked {
    /// The canonical form.
    pub value: String,
    /// What the applicant should be told about it.
    pub notes: Vec<Note>,
}

/// A remark on an accepted answer. Its `Debug` shows the code only.
#[derive(Clone, PartialEq, Eq)]
pub struct Note {
    /// Kebab-case; a text of the same name explains it.
    pub code: &'static str,
    /// What the text mentions.
    pub args: Vec<(&'static str, String)>,
}

/// A refused answer. Its `Debug` shows the reason only.
#[derive(Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Kebab-case, one of [`Kind::reasons`].
    pub reason: &'static str,
    /// What the text mentions: `length`, `expected`, `word`, `source` and the like.
    pub args: Vec<(&'static str, String)>,
}

/// A finite reading of an answer: what conditions may branch on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// Kebab-case, unique within the kind.
    pub name: &'static str,
    /// Everything it can be.
    pub values: Values,
}

/// The possible values of a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Values {
    /// Exactly these.
    Listed(&'static [&'static str]),
    /// The codes of all provinces, and these.
    Provinces(&'static [&'static str]),
}

/// All that a kind is; each file of this folder holds one.
struct Spec {
    id: &'static str,
    characters_max: usize,
    reasons: &'static [&'static str],
    example: &'static str,
    readings: &'static [Reading],
    notes: &'static [&'static str],
    check: fn(&str, &Given<'_>) -> Result<Checked, Refusal>,
    read: fn(&str, &str, &Given<'_>) -> Option<String>,
    mask: fn(&str) -> String,
}

/// Bytes that a kind looks at beyond four per character: room for blanks and invisible characters.
const SLACK_BYTES: usize = 512;

impl Kind {
    /// The kind with this id.
    #[must_use]
    pub fn parse(id: &str) -> Option<Kind> {
        Kind::ALL.iter().copied().find(|kind| kind.id() == id)
    }

    /// Kebab-case, as in the flow files.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.spec().id
    }

    /// Brings a typed text into its canonical form.
    ///
    /// # Errors
    /// A [`Refusal`] says why the text is no such answer; nothing of it is kept.
    pub fn check(self, typed: &str, given: &Given<'_>) -> Result<Checked, Refusal> {
        let spec = self.spec();
        let too_long = || Err(refuse("too-long").with("max", spec.characters_max.to_string()));
        if typed.len() > 4 * spec.characters_max + SLACK_BYTES {
            return too_long();
        }
        let text = clean::prose(typed);
        if text.is_empty() {
            return Err(refuse("empty"));
        }
        if text.chars().count() > spec.characters_max {
            return too_long();
        }
        (spec.check)(&text, given)
    }

    /// Every reason for which [`Kind::check`] can refuse.
    #[must_use]
    pub fn reasons(self) -> &'static [&'static str] {
        self.spec().reasons
    }

    /// Every note that [`Kind::check`] can add.
    #[must_use]
    pub fn notes(self) -> &'static [&'static str] {
        self.spec().notes
    }

    /// A fictitious answer that passes when nothing else is given.
    #[must_use]
    pub fn example(self) -> &'static str {
        self.spec().example
    }

    /// The longest answer that passes, in characters.
    #[must_use]
    pub fn characters_max(self) -> usize {
        self.spec().characters_max
    }

    /// What can be read from an accepted value.
    #[must_use]
    pub fn readings(self) -> &'static [Reading] {
        self.spec().readings
    }

    /// Whether its values say who somebody is or how to reach them, or open something: a field of it is personal.
    #[must_use]
    pub fn is_personal(self) -> bool {
        match self {
            Kind::Email
            | Kind::Mobile
            | Kind::Phone
            | Kind::PersonName
            | Kind::Name
            | Kind::Address
            | Kind::ServiceCode
            | Kind::ResidentId
            | Kind::HmtResidencePermit
            | Kind::HkMoTravelPermit
            | Kind::TwTravelPermit
            | Kind::Passport
            | Kind::PermanentResidenceCard
            | Kind::CreditCode
            | Kind::OrganisationCode
            | Kind::OtherCertificate => true,
            Kind::Province
            | Kind::Domain
            | Kind::SiteName
            | Kind::Text
            | Kind::Date
            | Kind::FilingNumber
            | Kind::PublicSecurityNumber => false,
        }
    }

    /// Whether almost any words pass, so that a question or a shrug would pass too.
    #[must_use]
    pub fn is_prose(self) -> bool {
        match self {
            Kind::PersonName
            | Kind::Name
            | Kind::Address
            | Kind::SiteName
            | Kind::Text
            | Kind::OtherCertificate => true,
            Kind::Province
            | Kind::Domain
            | Kind::Email
            | Kind::Mobile
            | Kind::Phone
            | Kind::ServiceCode
            | Kind::ResidentId
            | Kind::HmtResidencePermit
            | Kind::HkMoTravelPermit
            | Kind::TwTravelPermit
            | Kind::Passport
            | Kind::PermanentResidenceCard
            | Kind::CreditCode
            | Kind::OrganisationCode
            | Kind::Date
            | Kind::FilingNumber
            | Kind::PublicSecurityNumber => false,
        }
    }

    /// A reading of an accepted value; `None` only for a reading that this kind does not have.
    #[must_use]
    pub fn read(self, reading: &str, value: &str, given: &Given<'_>) -> Option<String> {
        (self.spec().read)(reading, value, given)
    }

    /// An accepted value with its personal part hidden; kinds that are never personal are shown as they are.
    #[must_use]
    pub fn mask(self, value: &str) -> String {
        (self.spec().mask)(value)
    }
}

impl Refusal {
    fn with(mut self, name: &'static str, value: impl Into<String>) -> Refusal {
        self.args.push((name, value.into()));
        self
    }
}

impl Note {
    fn new(code: &'static str) -> Note {
        Note { code, args: Vec::new() }
    }

    fn with(mut self, name: &'static str, value: impl Into<String>) -> Note {
        self.args.push((name, value.into()));
        self
    }
}

impl fmt::Debug for Checked {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Checked").field("notes", &self.notes).finish_non_exhaustive()
    }
}

impl fmt::Debug for Note {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Note").field("code", &self.code).finish_non_exhaustive()
    }
}

impl fmt::Debug for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Refusal").field("reason", &self.reason).finish_non_exhaustive()
    }
}

fn refuse(reason: &'static str) -> Refusal {
    Refusal { reason, args: Vec::new() }
}

/// For kinds with a fixed length.
fn wrong_length(text: &str, expected: &str) -> Refusal {
    refuse("length").with("length", text.chars().count().to_string()).with("expected", expected)
}

fn accepted(value: impl Into<String>) -> Checked {
    Checked { value: value.into(), notes: Vec::new() }
}

/// For kinds without readings.
fn no_reading(_reading: &str, _value: &str, _given: &Given<'_>) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::support::with_given;
    use super::*;

    #[test]
    fn ids_are_unique_and_lead_back() {
        let ids: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.id()).collect();
        assert_eq!(ids.len(), Kind::ALL.len());
        for kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.id()), Some(*kind));
        }
        assert_eq!(Kind::parse("nonsense"), None);
    }

    #[test]
    fn examples_pass_and_are_canonical_for_good() {
        with_given(|given| {
            for kind in Kind::ALL {
                let first = kind.check(kind.example(), given).unwrap_or_else(|_| panic!("{}", kind.id()));
                let again = kind.check(&first.value, given).unwrap_or_else(|_| panic!("{}", kind.id()));
                assert_eq!(first.value, again.value, "{}", kind.id());
            }
        });
    }

    #[test]
    fn readings_stay_within_their_values() {
        with_given(|given| {
            for kind in Kind::ALL {
                let value = kind.check(kind.example(), given).expect("examples pass").value;
                for reading in kind.readings() {
                    let read = kind.read(reading.name, &value, given).expect("a listed reading");
                    let (listed, provinces) = match reading.values {
                        Values::Listed(listed) => (listed, false),
                        Values::Provinces(listed) => (listed, true),
                    };
                    let known = listed.contains(&read.as_str());
                    assert!(
                        known || (provinces && given.provinces.by_code(&read).is_some()),
                        "{}",
                        kind.id()
                    );
                }
                assert_eq!(kind.read("nonsense", &value, given), None);
            }
        });
    }

    #[test]
    fn junk_is_met_with_a_listed_reason() {
        let emoji = "💥".repeat(4_096);
        let long = "长".repeat(40_000);
        let junk =
            ["", " ", "\0", "\u{202E}", &emoji, &long, "💥", "-", ".", "@", "://", "\u{FF0D}", "<b>", "é"];
        with_given(|given| {
            for kind in Kind::ALL {
                assert!(kind.reasons().contains(&"empty") && kind.reasons().contains(&"too-long"));
                for typed in junk {
                    match kind.check(typed, given) {
                        Ok(checked) => assert!(!checked.value.chars().any(char::is_control)),
                        Err(refusal) => {
                            assert!(
                                kind.reasons().contains(&refusal.reason),
                                "{} {}",
                                kind.id(),
                                refusal.reason
                            );
                        }
                    }
                }
            }
        });
    }

    #[test]
    fn what_is_shown_for_debugging_holds_no_value() {
        with_given(|given| {
            let shown = format!("{:?}", Kind::ResidentId.check("11010519491231002X", given));
            assert!(!shown.contains("1949"), "{shown}");
        });
    }
}
