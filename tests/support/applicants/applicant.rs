//! Applicants made up from a seed: every answer that can change the path, and what they do when told to put one right.

use super::golden::{self, Stop};
use super::identity;

/// A province as applicants and their numbers name it: code, name, a city, filing prefix, police prefix.
pub(crate) type Province = (&'static str, &'static str, &'static str, &'static str, &'static str);

pub(crate) const PROVINCES: [Province; 31] = [
    ("11", "北京市", "海淀区", "京", "京"),
    ("12", "天津市", "南开区", "津", "津"),
    ("13", "河北省", "石家庄市", "冀", "冀"),
    ("14", "山西省", "太原市", "晋", "晋"),
    ("15", "内蒙古自治区", "呼和浩特市", "蒙", "蒙"),
    ("21", "辽宁省", "沈阳市", "辽", "辽"),
    ("22", "吉林省", "长春市", "吉", "吉"),
    ("23", "黑龙江省", "哈尔滨市", "黑", "黑"),
    ("31", "上海市", "浦东新区", "沪", "沪"),
    ("32", "江苏省", "南京市", "苏", "苏"),
    ("33", "浙江省", "杭州市", "浙", "浙"),
    ("34", "安徽省", "合肥市", "皖", "皖"),
    ("35", "福建省", "福州市", "闽", "闽"),
    ("36", "江西省", "南昌市", "赣", "赣"),
    ("37", "山东省", "济南市", "鲁", "鲁"),
    ("41", "河南省", "郑州市", "豫", "豫"),
    ("42", "湖北省", "武汉市", "鄂", "鄂"),
    ("43", "湖南省", "长沙市", "湘", "湘"),
    ("44", "广东省", "广州市", "粤", "粤"),
    ("45", "广西壮族自治区", "南宁市", "桂", "桂"),
    ("46", "海南省", "海口市", "琼", "琼"),
    ("50", "重庆市", "渝中区", "渝", "渝"),
    ("51", "四川省", "成都市", "蜀", "川"),
    ("52", "贵州省", "贵阳市", "黔", "贵"),
    ("53", "云南省", "昆明市", "滇", "滇"),
    ("54", "西藏自治区", "拉萨市", "藏", "藏"),
    ("61", "陕西省", "西安市", "陕", "陕"),
    ("62", "甘肃省", "兰州市", "陇", "甘"),
    ("63", "青海省", "西宁市", "青", "青"),
    ("64", "宁夏回族自治区", "银川市", "宁", "宁"),
    ("65", "新疆维吾尔自治区", "乌鲁木齐市", "新", "新"),
];

pub(crate) const KINDS: [&str; 11] = [
    "individual",
    "enterprise",
    "sole-trader",
    "government",
    "public-institution",
    "social-organisation",
    "private-non-enterprise",
    "foundation",
    "law-firm",
    "foreign-office",
    "other",
];
pub(crate) const CATEGORIES: [&str; 13] = [
    "news",
    "publishing",
    "medicine",
    "culture",
    "broadcast",
    "education",
    "health",
    "ride-hailing",
    "bulletin-board",
    "games",
    "finance",
    "tutoring",
    "religion",
];
const PERSONAL_DOCUMENTS: [&str; 6] = [
    "id-card",
    "hmt-residence-permit",
    "hk-mo-travel-permit",
    "tw-travel-permit",
    "passport",
    "permanent-residence-card",
];
pub(crate) const SUBJECT_FILED: [&str; 5] = ["none", "elsewhere", "aliyun", "aliyun-other-account", "shell"];
pub(crate) const DOMAIN_FILED: [&str; 4] = ["unfiled", "same-elsewhere", "same-aliyun", "other-subject"];

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Edition {
    Of2019,
    Current,
}

/// What the reviews do to the case, each once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum World {
    Smooth,
    MailAsked,
    Returned,
    SmsLapsed,
    Rejected,
}

/// One applicant: the answers of a filing, and what becomes of it.
#[derive(Debug, Clone)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "they are answers to yes-no fields, each independent of the others"
)]
pub(crate) struct Applicant {
    pub(crate) number: u32,
    pub(crate) language: &'static str,
    pub(crate) edition: Edition,
    pub(crate) consents: bool,
    pub(crate) holds_back: bool,
    pub(crate) operation: &'static str,
    pub(crate) region: &'static str,
    pub(crate) provider: &'static str,
    pub(crate) channel: &'static str,
    pub(crate) account: &'static str,
    pub(crate) kind: &'static str,
    pub(crate) province: Province,
    /// Each category of the content with its pre-approval answer.
    pub(crate) content: Vec<(&'static str, &'static str)>,
    pub(crate) commercial: bool,
    pub(crate) certificate: &'static str,
    pub(crate) local: bool,
    /// Of the individual, or of the subject lead.
    pub(crate) age: u32,
    pub(crate) subject_filed: &'static str,
    pub(crate) domain_filed: &'static str,
    pub(crate) by_service_code: bool,
    pub(crate) legal_representative: bool,
    pub(crate) subject_lead_document: &'static str,
    pub(crate) same_lead: bool,
    pub(crate) site_lead_document: &'static str,
    pub(crate) shares_mobile: bool,
    pub(crate) world: World,
}

/// Small, and the same for the same seed.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) >> 32).expect("32 bits") % bound
    }

    fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

impl Applicant {
    /// The applicant of this number: provinces and rows of the decision table go round, the rest is drawn.
    pub(crate) fn generate(seed: u64, number: u32) -> Self {
        let mut random = Random(seed ^ (u64::from(number) << 32));
        let random = &mut random;
        let turn = number as usize;
        let kind = if random.percent(25) { "individual" } else { random.one(&KINDS) };
        let document = |random: &mut Random| {
            if random.percent(70) { "id-card" } else { random.one(&PERSONAL_DOCUMENTS) }
        };
        let certificate =
            if kind == "individual" { document(random) } else { random.one(golden::certificates(kind)) };
        let edition = random.one(&[Edition::Of2019, Edition::Current]);
        // The system of 2019 knew the seed's nine categories only.
        let categories = if edition == Edition::Of2019 { &CATEGORIES[..9] } else { &CATEGORIES[..] };
        let content = (0..random.one(&[0, 0, 1, 1, 2, 3]))
            .map(|_| {
                (
                    random.one(categories),
                    random.one(&["have", "have", "applying", "authority-says-none", "no"]),
                )
            })
            .collect::<std::collections::BTreeMap<_, _>>()
            .into_iter()
            .collect();
        Self {
            number,
            language: random.one(&["zh-CN", "en"]),
            edition,
            consents: !random.percent(8),
            holds_back: random.percent(8),
            operation: if random.percent(4) { random.one(&golden::OTHER_OPERATIONS).0 } else { "file" },
            region: if random.percent(3) { random.one(&["hk-mo-tw", "overseas"]) } else { "mainland" },
            provider: if random.percent(3) { random.one(&["other", "own-room"]) } else { "aliyun" },
            channel: random.one(&["pc", "app"]),
            account: random.one(&["china", "china", "china", "international", "none"]),
            kind,
            province: PROVINCES[turn % 31],
            content,
            commercial: random.percent(35),
            certificate,
            local: random.percent(50),
            age: random.one(&[17, 20, 20, 23, 30, 30, 35, 41, 44, 52]),
            subject_filed: SUBJECT_FILED[turn % 20 / 4],
            domain_filed: DOMAIN_FILED[turn % 4],
            by_service_code: random.percent(40),
            legal_representative: random.percent(60),
            subject_lead_document: document(random),
            same_lead: random.percent(50),
            site_lead_document: document(random),
            shares_mobile: random.percent(30),
            world: random.one(&[
                World::Smooth,
                World::MailAsked,
                World::Returned,
                World::SmsLapsed,
                World::Rejected,
            ]),
        }
    }

    pub(crate) fn is_individual(&self) -> bool {
        self.kind == "individual"
    }

    /// Gives the answer that a stop asks to be put right.
    pub(crate) fn put_right(&mut self, stop: Stop) {
        match stop {
            Stop::Account => self.account = "china",
            Stop::CommercialIndividual => self.commercial = false,
            Stop::Table => self.domain_filed = "unfiled",
            Stop::App => self.channel = "pc",
        }
    }

    /// Whether a personal value is kept.
    pub(crate) fn tells(&self) -> bool {
        self.consents && !self.holds_back
    }

    fn year(&self) -> u32 {
        match self.edition {
            Edition::Of2019 => 2019,
            Edition::Current => 2026,
        }
    }

    /// What this applicant types at a field; `None`: nothing of their own.
    pub(crate) fn types(&self, field: &str) -> Option<String> {
        let n = self.number;
        let (code, province, city, icp, police) = self.province;
        let mobile = |prefix: u32| format!("{prefix}{:08}", 10_203_040 + n);
        let city = if ["11", "12", "31", "50"].contains(&code) {
            format!("{province}{city}")
        } else {
            format!("{province}{city}中心区")
        };
        let organisation = match self.kind {
            "individual" => "陈晓明".to_owned(),
            "law-firm" => "晨星律师事务所".to_owned(),
            "foundation" => "晨星慈善基金会".to_owned(),
            "government" => "晨星县水务局".to_owned(),
            "public-institution" => "晨星县图书馆".to_owned(),
            "social-organisation" => "晨星园艺协会".to_owned(),
            "private-non-enterprise" => "晨星社会服务中心".to_owned(),
            "foreign-office" => "晨星株式会社代表处".to_owned(),
            _ => "晨星科技有限公司".to_owned(),
        };
        let typed = match field {
            "subject.province" => code.to_owned(),
            "domain" => format!("chenlu{n}.com"),
            "subject.certificate-number" => self.certificate_number(),
            "product.instance" => format!("i-bp1chenlu{n:06}"),
            "product.service-code" => format!("32a43232-a888-88e8-b9ec-{n:012x}"),
            "subject.name" => organisation,
            "subject.address" | "subject.certificate-address" => format!("{city}花园路18号2幢301室"),
            "subject.investor" if ["government", "public-institution"].contains(&self.kind) => {
                "晨星县人民政府".to_owned()
            }
            "subject.investor" | "subject-lead.name" => "陈晓明".to_owned(),
            "site-lead.name" => "林小雨".to_owned(),
            "subject-lead.document-number" => self.document_number(self.subject_lead_document, self.age, 1),
            "site-lead.document-number" => self.document_number(self.site_lead_document, 36, 2),
            "subject-lead.mobile" => mobile(138),
            "site-lead.mobile" => mobile(if self.shares_mobile { 138 } else { 139 }),
            "subject-lead.second-phone" => mobile(135),
            "subject-lead.emergency-phone" => mobile(136),
            "site-lead.emergency-phone" => mobile(137),
            "subject-lead.email" => format!("lead{n}@chenlu.com"),
            "site-lead.email" => format!("site{n}@chenlu.com"),
            "site.name" if self.is_individual() => "晨露手记".to_owned(),
            "site.name" => "晨星展示馆".to_owned(),
            "site.remark" => "本站记录种花心得".to_owned(),
            "filing.number" => format!("{icp}ICP备{}{n:06}号-1", self.year()),
            "public-security.number" => format!("{police}公网安备{code}010202{n:06}号"),
            _ => return None,
        };
        Some(typed)
    }

    /// What this applicant chooses at a field; `None`: nothing of their own.
    pub(crate) fn chooses(&self, field: &str) -> Option<&'static str> {
        let yes = |yes: bool| if yes { "yes" } else { "no" };
        if let Some(category) = field.strip_prefix("pre-approval.") {
            return self.content.iter().find(|(named, _)| *named == category).map(|(_, answer)| *answer);
        }
        if field.starts_with("notice.") {
            return Some("understood");
        }
        if field.starts_with("paper.") {
            return Some("ready");
        }
        let chosen = match field {
            "language" => self.language,
            "consent" if self.consents => "agree",
            "consent" => "decline",
            "operation" => self.operation,
            "server.region" => self.region,
            "server.provider" => self.provider,
            "channel" => self.channel,
            "account" => self.account,
            "subject.kind" => self.kind,
            "domain.verified" => "yes",
            "site.commercial" => yes(self.commercial),
            "subject.certificate" => self.certificate,
            "subject.local" => yes(self.local),
            "subject.filed" => self.subject_filed,
            "domain.filed" => self.domain_filed,
            "product.kind" if self.by_service_code => "service-code",
            "product.kind" => "instance",
            "subject-lead.legal-representative" => yes(self.legal_representative),
            "subject-lead.document" => self.subject_lead_document,
            "site-lead.same" => yes(self.same_lead),
            "site-lead.document" => self.site_lead_document,
            _ => return None,
        };
        Some(chosen)
    }

    fn certificate_number(&self) -> String {
        let region = format!("{}0102", self.province.0);
        let credit = |prefix| identity::credit(prefix, &region, 67_000_000 + self.number);
        match (self.certificate, self.kind) {
            ("organisation-code", _) => identity::organisation(67_000_000 + self.number),
            (_, "individual") => self.document_number(self.certificate, self.age, 1),
            (_, "sole-trader") => credit("92"),
            (_, "government") => credit("11"),
            (_, "public-institution") => credit("12"),
            (_, "social-organisation") => credit("51"),
            (_, "private-non-enterprise") => credit("52"),
            (_, "foundation") => credit("53"),
            (_, "law-firm") => credit("31"),
            _ => credit("91"),
        }
    }

    fn document_number(&self, document: &str, age: u32, person: u32) -> String {
        let birth = format!("{}0315", self.year() - age);
        let sequence = self.number * 2 + person;
        // The card of somebody who is not local was issued next door.
        let home = PROVINCES.iter().position(|province| *province == self.province).expect("one of them");
        let home = PROVINCES[if self.local { home } else { (home + 1) % 31 }].0;
        match document {
            "hmt-residence-permit" => identity::resident("810000", &birth, sequence),
            "hk-mo-travel-permit" => format!("H{:08}", 12_345_000 + sequence),
            "tw-travel-permit" => format!("{:08}", 12_345_000 + sequence),
            "passport" => format!("E{:08}", 12_345_000 + sequence),
            "permanent-residence-card" => identity::permanent_residence("11", &birth, sequence),
            _ => identity::resident(&format!("{home}0102"), &birth, sequence),
        }
    }
}
