//! The provinces of the Chinese mainland (`rules/provinces.toml`) and the names people give them.
//!
//! A lookup answers with one province, with several where a name is truly ambiguous, or with none; it never guesses.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use serde::Deserialize;

/// All provinces, what holds in each, and an index of their names.
#[derive(Debug, Clone)]
pub struct Provinces {
    /// The day on which somebody last compared the rules with their sources.
    pub checked_on: NaiveDate,
    /// What holds everywhere.
    pub national: National,
    /// What steers the flow, each with every value that a province may have.
    pub steers: BTreeMap<String, Vec<String>>,
    /// Topics of local rules that belong to no question.
    pub not_shown: Vec<String>,
    all: Vec<Province>,
    elsewhere: Vec<Elsewhere>,
    names: HashMap<String, Vec<Name>>,
}

/// What holds in every province.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct National {
    /// Words that no individual's site name may contain.
    pub individual_banned_words: Vec<String>,
    /// Source keys of those words.
    pub individual_banned_words_source: Vec<String>,
    /// When it was last compared with its sources, where that is another day than the file's.
    pub checked_on: Option<NaiveDate>,
}

/// One provincial unit.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Province {
    /// GB/T 2260, two digits.
    pub code: String,
    /// Full Chinese name, e.g. 浙江省.
    pub zh: String,
    /// Short Chinese name, e.g. 浙江.
    pub zh_short: String,
    /// English name.
    pub en: String,
    /// The character before `ICP备`.
    pub icp_prefix: String,
    /// The character before `公网安备`; differs from the other one in five provinces.
    pub police_prefix: String,
    /// Other names, single-character ones included.
    pub aliases: Vec<String>,
    /// The communications administration (通信管理局), in Chinese.
    pub administration_zh: String,
    /// The communications administration, in English.
    pub administration_en: String,
    /// Units of the prefecture level; a municipality has itself.
    pub cities: Vec<City>,
    /// Districts of municipalities, county-level cities, counties directly under the province.
    pub districts: Vec<String>,
    /// Further words that no individual's site name may contain here.
    #[serde(default)]
    pub banned_words: Vec<String>,
    /// Source keys of those words.
    #[serde(default)]
    pub banned_words_source: Vec<String>,
    /// What steers the flow, by name; one of the values that [`Provinces::steers`] declares for it.
    pub steers: BTreeMap<String, Steer>,
    /// Local rules, as they were found; two may disagree.
    #[serde(rename = "rule", default)]
    pub rules: Vec<LocalRule>,
    /// When all this was last compared with the sources, where that is another day than the file's.
    pub checked_on: Option<NaiveDate>,
}

/// A unit of the prefecture level.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct City {
    /// GB/T 2260, four digits.
    pub code: String,
    /// Full Chinese name.
    pub zh: String,
    /// Short Chinese name.
    pub zh_short: String,
    /// English name.
    pub en: String,
    /// Plain pinyin without blanks.
    pub pinyin: String,
    /// Other names.
    pub aliases: Vec<String>,
}

/// A sourced value that steers the flow.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Steer {
    /// One of the finite values of this steer.
    pub value: String,
    /// Source keys.
    pub source: Vec<String>,
    /// When it was last compared with its sources, where that is another day than the file's.
    pub checked_on: Option<NaiveDate>,
}

/// A local rule, told and not computed with.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct LocalRule {
    /// What it is about, e.g. `org-leader`, `phone`.
    pub topic: String,
    /// Whom it binds.
    pub applies_to: AppliesTo,
    /// The rule in Chinese.
    pub zh: String,
    /// The rule in English.
    pub en: String,
    /// Source keys.
    pub source: Vec<String>,
    /// When it was last compared with its sources, where that is another day than the file's.
    pub checked_on: Option<NaiveDate>,
}

/// Whom a local rule binds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AppliesTo {
    /// Natural persons.
    Individual,
    /// Organisations of every kind.
    Org,
    /// Government bodies.
    Gov,
    /// Everybody.
    Both,
}

impl AppliesTo {
    /// How a rule of a province is listed: by its code, and by whom it binds if not everybody.
    #[must_use]
    pub fn of(self, code: &str) -> String {
        match self {
            Self::Individual => format!("{code} individual"),
            Self::Org => format!("{code} org"),
            Self::Gov => format!("{code} gov"),
            Self::Both => code.to_owned(),
        }
    }
}

/// A region of China whose servers need no filing and whose administration takes none.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Elsewhere {
    /// GB/T 2260, two digits.
    pub code: String,
    /// Chinese name.
    pub zh: String,
    /// English name.
    pub en: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Source keys.
    pub source: Vec<String>,
    /// When it was last compared with its sources, where that is another day than the file's.
    pub checked_on: Option<NaiveDate>,
}

/// The answer to a lookup.
#[derive(Debug, Clone)]
pub enum Found<'a> {
    /// Exactly one province, and how it was named.
    One(&'a Province, Named<'a>),
    /// A name that more than one province has, in the order of their codes.
    Several(Vec<&'a Province>),
    /// No known name.
    None,
}

/// How a province was named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named<'a> {
    /// By its own name, its abbreviation or its code.
    Itself,
    /// By a city, whose full Chinese name this is.
    City(&'a str),
    /// By a district or county-level unit, whose full Chinese name this is.
    District(&'a str),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct File {
    checked_on: NaiveDate,
    not_shown: Vec<String>,
    steers: BTreeMap<String, Vec<String>>,
    national: National,
    province: Vec<Province>,
    elsewhere: Vec<Elsewhere>,
}

/// One meaning of a name: positions in the tables.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Name {
    province: usize,
    of: Of,
}

/// Importance runs downwards: a province's name beats a prefecture's of the same spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Of {
    Province,
    City(usize),
    District(usize),
}

/// No name in the files is longer; it bounds the search through a long text.
const NAME_CHARACTERS_MAX: usize = 24;
/// Of a longer text only the beginning is searched.
const TEXT_CHARACTERS_MAX: usize = 200;

impl Provinces {
    /// Reads `rules/provinces.toml`.
    ///
    /// # Errors
    /// The text is not TOML or not of this shape; the error names the line.
    pub fn from_toml(text: &str) -> Result<Provinces, toml::de::Error> {
        let File { checked_on, not_shown, steers, national, province, elsewhere } = toml::from_str(text)?;
        let names = index(&province);
        Ok(Provinces { checked_on, national, steers, not_shown, all: province, elsewhere, names })
    }

    /// All provinces, in the order of their codes.
    pub fn iter(&self) -> impl Iterator<Item = &Province> {
        self.all.iter()
    }

    /// The province with this two-digit code.
    #[must_use]
    pub fn by_code(&self, code: &str) -> Option<&Province> {
        self.all.iter().find(|province| province.code == code)
    }

    /// The province with this character before `ICP备`.
    #[must_use]
    pub fn by_icp_prefix(&self, prefix: &str) -> Option<&Province> {
        self.all.iter().find(|province| province.icp_prefix == prefix)
    }

    /// The province with this character before `公网安备`.
    #[must_use]
    pub fn by_police_prefix(&self, prefix: &str) -> Option<&Province> {
        self.all.iter().find(|province| province.police_prefix == prefix)
    }

    /// The province that a text names: the text as a whole, or the longest names within it.
    ///
    /// Upper and lower case and blanks do not matter. Names that agree narrow each other down (北京朝阳); names of
    /// different provinces give several.
    #[must_use]
    pub fn find(&self, typed: &str) -> Found<'_> {
        let typed: String = typed.chars().take(TEXT_CHARACTERS_MAX).collect();
        let whole = key(&typed);
        if let Some(province) = self.by_code(&whole) {
            return Found::One(province, Named::Itself);
        }
        match self.names.get(&whole) {
            Some(names) => self.answer(names),
            None => self.within(&typed),
        }
    }

    /// The region outside the mainland's filing that a text names as a whole or contains.
    #[must_use]
    pub fn elsewhere(&self, typed: &str) -> Option<&Elsewhere> {
        let typed: String = typed.chars().take(TEXT_CHARACTERS_MAX).collect();
        let spans = spans(&typed);
        self.elsewhere.iter().find(|region| {
            let mut names = region.aliases.iter().chain([&region.zh, &region.en]).map(|name| key(name));
            names.any(|name| spans.iter().any(|span| span.key == name))
        })
    }

    fn within(&self, typed: &str) -> Found<'_> {
        let mut hits: Vec<(Span, &[Name])> = spans(typed)
            .into_iter()
            .filter(|span| span.key.chars().count() > 1)
            .filter_map(|span| self.names.get(&span.key).map(|names| (span, names.as_slice())))
            .collect();
        // Counties carry everyday words (合作, 东方): they only count where nothing larger was named.
        let larger = |names: &[Name]| names.iter().any(|name| !matches!(name.of, Of::District(_)));
        let county_in_full = |span: &Span| span.key.ends_with(['区', '市', '县']);
        if hits.iter().any(|(_, names)| larger(names)) {
            hits.retain(|(span, names)| larger(names) || county_in_full(span));
        }
        hits.sort_by_key(|(span, _)| std::cmp::Reverse(span.end - span.start));
        let mut kept: Vec<(Span, &[Name])> = Vec::new();
        for (span, names) in hits {
            if kept.iter().all(|(other, _)| span.end <= other.start || other.end <= span.start) {
                kept.push((span, names));
            }
        }
        let Some((_, longest)) = kept.first() else {
            return Found::None;
        };
        let provinces_of = |names: &[Name]| names.iter().map(|name| name.province).collect::<BTreeSet<_>>();
        let mut common = provinces_of(longest);
        for (_, names) in &kept {
            common = &common & &provinces_of(names);
        }
        if common.is_empty() {
            let all: BTreeSet<usize> = kept.iter().flat_map(|(_, names)| provinces_of(names)).collect();
            return Found::Several(all.into_iter().map(|index| &self.all[index]).collect());
        }
        let names: Vec<Name> =
            longest.iter().copied().filter(|name| common.contains(&name.province)).collect();
        self.answer(&names)
    }

    fn answer(&self, meanings: &[Name]) -> Found<'_> {
        let provinces: BTreeSet<usize> = meanings.iter().map(|name| name.province).collect();
        if provinces.len() > 1 {
            return Found::Several(provinces.into_iter().map(|index| &self.all[index]).collect());
        }
        let Some(name) = meanings.iter().min_by_key(|name| name.of) else {
            return Found::None;
        };
        let province = &self.all[name.province];
        let how = match name.of {
            Of::Province => Named::Itself,
            Of::City(index) => Named::City(&province.cities[index].zh),
            Of::District(index) => Named::District(&province.districts[index]),
        };
        Found::One(province, how)
    }
}

fn index(provinces: &[Province]) -> HashMap<String, Vec<Name>> {
    let mut names: HashMap<String, Vec<Name>> = HashMap::new();
    for (at, province) in provinces.iter().enumerate() {
        let mut add = |text: &str, of: Of| {
            let meanings = names.entry(key(text)).or_default();
            let name = Name { province: at, of };
            if !meanings.contains(&name) {
                meanings.push(name);
            }
        };
        for text in [&province.zh, &province.zh_short, &province.en].into_iter().chain(&province.aliases) {
            add(text, Of::Province);
        }
        for (place, city) in province.cities.iter().enumerate() {
            for text in [&city.zh, &city.zh_short, &city.en, &city.pinyin].into_iter().chain(&city.aliases) {
                add(text, Of::City(place));
            }
        }
        for (place, district) in province.districts.iter().enumerate() {
            add(district, Of::District(place));
            let short = district.strip_suffix(['区', '市', '县']).unwrap_or(district);
            if short.chars().count() > 1 {
                add(short, Of::District(place));
            }
        }
    }
    for meanings in names.values_mut() {
        if meanings.iter().any(|name| name.of == Of::Province) {
            meanings.retain(|name| name.of == Of::Province);
        }
    }
    names
}

/// How names are compared: lower case, letters and digits only.
fn key(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A piece of a text that could be a name.
struct Span {
    start: usize,
    end: usize,
    key: String,
}

/// Every piece of a text that could be a name: runs of Chinese characters, and whole words of other letters.
fn spans(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    // An apostrophe joins (Xi'an); everything else that is no letter or digit parts two words.
    let letters: Vec<char> = text.chars().filter(|c| !matches!(c, '\'' | '’' | '‘')).collect();
    let is_word = |at: usize| letters[at].is_alphanumeric() && !is_chinese(letters[at]);
    let starts = |at: usize| is_chinese(letters[at]) || (is_word(at) && (at == 0 || !is_word(at - 1)));
    let ends =
        |at: usize| is_chinese(letters[at]) || (is_word(at) && (at + 1 == letters.len() || !is_word(at + 1)));
    for start in (0..letters.len()).filter(|at| starts(*at)) {
        let mut name = String::new();
        for (end, letter) in letters.iter().enumerate().skip(start).take(2 * NAME_CHARACTERS_MAX) {
            if letter.is_alphanumeric() {
                name.extend(letter.to_lowercase());
            } else if !letter.is_whitespace() && *letter != '-' {
                break;
            }
            if ends(end) && name.chars().count() <= NAME_CHARACTERS_MAX {
                spans.push(Span { start, end: end + 1, key: name.clone() });
            }
        }
    }
    spans
}

fn is_chinese(character: char) -> bool {
    matches!(character, '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{323AF}')
}

#[cfg(test)]
mod tests;
