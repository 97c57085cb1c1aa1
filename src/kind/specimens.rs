//! Made-up answers of each kind, one at least for everything that can be read from it: what the proof and the
//! transcripts answer with. All of them carry right check characters and belong to nobody.

use chrono::{Days, Months};

use super::resident_id::check_character;
use super::{Given, Kind};

/// Years of age, one for each value of the reading `age`.
const AGES: [u32; 4] = [10, 16, 19, 36];

/// Codes of the region 990000, which does not exist: one for each kind of subject that has a prefix of its own.
const CREDIT_CODES: [&str; 8] = [
    "91990000123456788C",
    "929900001234567889",
    "11990000123456788L",
    "12990000123456788H",
    "31990000123456788J",
    "51990000123456788G",
    "52990000123456788D",
    "53990000123456788A",
];

/// Suffixes that exist, listed or not.
const SUFFIXES: [&str; 6] = ["gov.cn", "cn", "com", "io", "app", "de"];

impl Kind {
    /// Made-up answers in their canonical form, each of which passes where these things are given.
    #[must_use]
    pub fn specimens(self, given: &Given<'_>) -> Vec<String> {
        let passes = |typed: &String| self.check(typed, given).is_ok_and(|checked| checked.value == *typed);
        let mut specimens: Vec<String> = self.candidates(given).into_iter().filter(passes).collect();
        if let Ok(example) = self.check(self.example(), given)
            && !specimens.contains(&example.value)
        {
            specimens.push(example.value);
        }
        specimens
    }

    fn candidates(self, given: &Given<'_>) -> Vec<String> {
        let provinces = || given.provinces.iter();
        match self {
            Kind::Province => provinces().map(|province| province.code.clone()).collect(),
            Kind::Domain => {
                let listed = given
                    .lists
                    .domain_suffixes(given.rules_on)
                    .filter_map(|suffix| idna::domain_to_ascii(&format!("shili.{suffix}")).ok());
                SUFFIXES.map(|suffix| format!("shili.{suffix}")).into_iter().chain(listed).collect()
            }
            Kind::Mobile | Kind::Phone => {
                ["13800138000", "13900139000", "17012345678"].map(str::to_owned).into()
            }
            Kind::ResidentId => {
                provinces().flat_map(|province| aged(&format!("{}0106", province.code), given)).collect()
            }
            Kind::HmtResidencePermit => {
                ["810000", "820000", "830000"].iter().flat_map(|prefix| aged(prefix, given)).collect()
            }
            Kind::PermanentResidenceCard => aged("911840", given),
            Kind::CreditCode => CREDIT_CODES.map(str::to_owned).into(),
            Kind::FilingNumber => {
                provinces().map(|province| format!("{}ICP备2026000001号-1", province.icp_prefix)).collect()
            }
            Kind::PublicSecurityNumber => provinces()
                .map(|province| format!("{}公网安备{}010202000001号", province.police_prefix, province.code))
                .collect(),
            Kind::Date => {
                let days = [given.today, given.today + Days::new(2), given.today + Months::new(240)];
                days.map(|day| day.to_string()).into()
            }
            Kind::Email
            | Kind::PersonName
            | Kind::Name
            | Kind::Address
            | Kind::SiteName
            | Kind::Text
            | Kind::ServiceCode
            | Kind::HkMoTravelPermit
            | Kind::TwTravelPermit
            | Kind::Passport
            | Kind::OrganisationCode
            | Kind::OtherCertificate => Vec::new(),
        }
    }
}

/// Numbers of this region, of people of every age, with their check characters.
fn aged(region: &str, given: &Given<'_>) -> Vec<String> {
    let number = |years: u32| {
        let birth = given.today - Months::new(12 * years + 6);
        let digits = format!("{region}{}001", birth.format("%Y%m%d"));
        let check = check_character(&digits)?;
        Some(format!("{digits}{check}"))
    };
    AGES.into_iter().filter_map(number).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::Values;
    use super::super::support::with_given;
    use super::*;

    #[test]
    fn everything_that_can_be_read_is_read_from_one_of_them() {
        with_given(|given| {
            for kind in Kind::ALL {
                let specimens = kind.specimens(given);
                assert!(!specimens.is_empty(), "{}", kind.id());
                for reading in kind.readings() {
                    let read: BTreeSet<String> =
                        specimens.iter().filter_map(|value| kind.read(reading.name, value, given)).collect();
                    let (listed, codes) = match reading.values {
                        Values::Listed(listed) => (listed, 0),
                        Values::Provinces(_) => (&[] as &[&str], given.provinces.iter().count()),
                    };
                    let unread = listed.iter().find(|value| **value != "unknown" && !read.contains(**value));
                    assert_eq!(unread, None, "{} {}", kind.id(), reading.name);
                    assert!(read.len() >= codes, "{} {}", kind.id(), reading.name);
                }
            }
        });
    }
}
