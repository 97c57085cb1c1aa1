//! Every step and every note of the seed ("ICP备案快速入门", 2019-09-16) has its place in the texts, and the text says it.
//!
//! A line of the table: the seed's line, what it says in a phrase, who stands where, the texts, and words that one of
//! them must contain in Chinese and in English under the edition of 2019.

#[expect(dead_code, reason = "each test file takes what it needs of the driver")]
#[path = "support/inprocess.rs"]
mod inprocess;

use beian::content::{Content, Language, shipped};
use inprocess::{Persona, Walk};

/// Where the applicant stands when the text is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// On a computer, an enterprise in Zhejiang, first filing.
    Computer,
    /// The same on the App.
    App,
    /// On a computer, the subject lead from Hong Kong.
    HongKongLead,
    /// With an international account on the App.
    International,
    /// On the App, adding a site to a filing on Alibaba Cloud.
    AppAddsSite,
    /// Asked for papers by post.
    Mail,
    /// A commercial site that has its number.
    Commercial,
    /// News on the site.
    News,
}

struct Line {
    number: u32,
    says: &'static str,
    stands: Stands,
    texts: &'static [&'static str],
    zh: &'static [&'static str],
    en: &'static [&'static str],
}

const fn line(
    number: u32,
    says: &'static str,
    stands: Stands,
    texts: &'static [&'static str],
    zh: &'static [&'static str],
    en: &'static [&'static str],
) -> Line {
    Line { number, says, stands, texts, zh, en }
}

#[rustfmt::skip]
const SEED: &[Line] = {
    use Stands::{App, AppAddsSite, Commercial, Computer, HongKongLead, International, Mail, News};
    &[
        line(3, "mainland servers need a filing", Computer, &["field-server-region", "field-server-region.help"], &["要不要备案"], &["whether you need a filing"]),
        line(3, "filed by the rules of the province", Computer, &["field-subject-province.help"], &["各省规则不一样"], &["Rules differ"]),
        line(3, "open the site once approved", Computer, &["field-site-opened.help"], &["现在可以解析域名、打开网站"], &["You may now"]),
        line(7, "on a computer or in the App", Computer, &["field-channel", "field-channel.opt-app", "field-channel.opt-pc"], &["手机", "电脑"], &["phone", "omputer"]),
        line(9, "system and App in Chinese only", Computer, &["field-language.help"], &["只有中文", "能读写中文"], &["in Chinese only", "read and write Chinese"]),
        line(10, "an international account may file on a computer", Computer, &["field-account"], &["国际站账号只能在电脑上办"], &["international account works on the computer only"]),
        line(10, "scan the upload code without logging in to the App", Computer, &["field-face-check"], &["扫上传页面的二维码", "不用登录 App"], &["QR code", "without logging in"]),
        line(10, "the same, for international accounts", Computer, &["field-account.help"], &["用阿里云 App 扫页面上的二维码即可，不用登录 App"], &["scan the page's QR code", "without logging in"]),
        line(10, "a China-site account is recommended", Computer, &["field-account"], &["建议用**中国站账号**", "以后管理"], &["I recommend a **China-site account", "managing the filing later"]),
        line(11, "lead from elsewhere: the site lead does the check", HongKongLead, &["field-face-check"], &["网站负责人**的人脸识别"], &["**site lead** done the face check"]),
        line(11, "lead from elsewhere: the subject lead does none", HongKongLead, &["field-face-check"], &["负责人不是内地居民的", "主体负责人不用做"], &["The subject lead is not a mainland resident and need not"]),
        line(12, "the App takes two types only", Computer, &["field-channel"], &["只能办首次备案和新增网站（原备案不在阿里云）"], &["only does first-time filing", "原备案不在阿里云"]),
        line(12, "the App wants a China-site account", Computer, &["field-channel"], &["要用中国站账号"], &["with a China-site account"]),
        line(12, "the App does not take international accounts", International, &["stop-account-international"], &["不能用国际站账号登录", "注册一个中国站账号"], &["cannot be used with an international account", "register a China-site account"]),
        line(12, "work on a computer instead", International, &["stop-account-international"], &["改用电脑"], &["use the computer"]),
        line(20, "the App reads papers and faces: recommended", Computer, &["field-channel"], &["推荐手机", "自动识别", "人脸识别", "更快"], &["recommend the phone", "reads your papers", "face check", "quicker"]),
        line(21, "two types on the App, told when it matters", AppAddsSite, &["stop-app-type"], &["只支持首次备案和新增网站（原备案不在阿里云）", "改选电脑"], &["takes only 首次备案 (first-time filing) and 新增网站，原备案不在阿里云", "Use the computer"]),
        line(22, "from the computer to the phone for papers and the check", Computer, &["stage-upload"], &["换到手机"], &["moves to a phone"]),
        line(24, "the flow is nearly the same on both", Computer, &["field-notice-app-type.help"], &["两边填的内容一样"], &["same"]),
        line(29, "register an account", Computer, &["field-account.help", "field-account.opt-none"], &["注册"], &["register"]),
        line(30, "register the domain, verify it by real name", Computer, &["field-domain.help", "field-domain-verified", "field-domain-verified.help"], &["先注册一个", "实名"], &["Register one", "eal-name verification"]),
        line(33, "buy a mainland server", Computer, &["field-product-kind.again-not-yet", "field-product-kind.help"], &["买一台中国内地的服务器"], &["server"]),
        line(33, "or get a service code", Computer, &["field-product-service-code.help", "field-product-kind.opt-service-code"], &["备案服务号"], &["备案服务号"]),
        line(37, "pre-approval of nine kinds of sites", Computer, &["field-site-content", "field-site-content.opt-news", "field-site-content.opt-publishing", "field-site-content.opt-medicine", "field-site-content.opt-culture", "field-site-content.opt-broadcast", "field-site-content.opt-education", "field-site-content.opt-health", "field-site-content.opt-ride-hailing", "field-site-content.opt-bulletin-board"], &["前置审批", "新闻", "出版", "药品和医疗器械", "文化", "广播电影电视节目", "教育", "医疗保健", "网络预约车", "电子公告"], &["pre-approval", "新闻", "出版", "药品和医疗器械", "文化", "广播电影电视节目", "教育", "医疗保健", "网络预约车", "电子公告"]),
        line(37, "whom to ask, which document", News, &["field-pre-approval"], &["文件", "找谁办"], &["Document", "From"]),
        line(39, "the administration's rules", Computer, &["field-subject-province.help", "province-says"], &["管局规则原文可在 beian.aliyun.com"], &["beian.aliyun.com"]),
        line(41, "the system finds the type by itself", Computer, &["stage-identify", "field-filing-type"], &["自动判定", "系统会判定"], &["finds the filing type by itself", "will find this type"]),
        line(43, "App: the certificate is uploaded in this step", App, &["stage-identify"], &["证件在这一步就上传"], &["uploaded in this step"]),
        line(43, "App: individuals are checked in this step", App, &["stage-identify"], &["个人还要在这一步做人脸识别"], &["individuals do their face check here"]),
        line(45, "product verification", Computer, &["stage-product", "field-product-kind"], &["产品验证"], &["产品验证"]),
        line(46, "details of subject and site", Computer, &["stage-details"], &["主体和网站的信息"], &["subject", "site"]),
        line(48, "App: both leads' papers and the check in this step", App, &["stage-details"], &["负责人的证件", "网站负责人的人脸识别也在这一步做"], &["leads also upload their documents here", "the site lead does the face check"]),
        line(50, "photos of papers, or colour scans", Computer, &["stage-upload", "field-paper-subject-certificate"], &["彩色照片或彩色扫描件"], &["colour photos or colour scans"]),
        line(54, "App: only auxiliary papers remain, no check", App, &["stage-upload"], &["只补辅助资料", "人脸识别前面已经做过"], &["only auxiliary papers", "face check were done earlier"]),
        line(55, "curtain photos end on 2019-07-29: live detection", Computer, &["field-face-check.help"], &["幕布", "2019-07-29", "活体检测"], &["幕布", "2019-07-29", "live detection"]),
        line(56, "check subject, site, access; then submit", Computer, &["stage-confirm", "field-submitted", "field-submitted.help"], &["主体、网站、接入", "提交"], &["subject (主体), site (网站) and access (接入)", "submit"]),
        line(58, "after the check, go on by phone", Computer, &["field-submitted"], &["可以在手机上接着核对提交"], &["go on there"]),
        line(58, "or back on the computer", Computer, &["field-submitted"], &["账号登不了 App 就回电脑"], &["cannot log in to the app, on the PC"]),
        line(60, "the first review", Computer, &["stage-initial-review", "field-initial-review-outcome"], &["阿里云初审"], &["first review"]),
        line(61, "post only where asked, to the address shown", Mail, &["stage-mailing", "field-mailing-outcome"], &["只有系统或审核员要求了才寄", "按系统里写的清单和地址"], &["only if the system or the reviewer asks", "address it shows"]),
        line(62, "SMS in 22 provinces, then to the administration", Computer, &["stage-sms", "field-sms-subject-lead-outcome"], &["短信核验", "22 个省"], &["SMS verification", "22 provinces"]),
        line(63, "the administration's review", Computer, &["stage-authority-review", "field-authority-review-outcome"], &["浙江省通信管理局审核"], &["reviews (管局审核)"]),
        line(63, "the result by SMS and mail", Computer, &["stage-authority-review"], &["结果会发短信和邮件"], &["by SMS and e-mail"]),
        line(67, "commercial sites: the licence after the filing", Commercial, &["stage-licence", "field-licence-outcome"], &["经营性", "ICP 许可证"], &["commercial", "ICP licence"]),
        line(67, "what is commercial: paid information or web pages", Computer, &["field-site-commercial", "field-site-commercial.help"], &["有偿提供信息或网页制作"], &["Information, web pages or services against payment"]),
        line(67, "Alibaba Cloud helps: papers and agreement", Commercial, &["field-licence-outcome"], &["接入商资质和接入协议"], &["接入商资质, 接入协议"]),
        line(71, "public-security filing within 30 days of opening", Computer, &["field-site-opened-on", "field-public-security-outcome.help"], &["30 天内", "30 日内"], &["30 days"]),
        line(71, "on the platform of the public security", Commercial, &["field-public-security-outcome"], &["www.beian.gov.cn"], &["www.beian.gov.cn"]),
        line(78, "type: first", Computer, &["field-filing-type.help"], &["**首次备案**：主体和域名都没备过案"], &["首次备案"]),
        line(79, "type: access", Computer, &["field-filing-type.help"], &["**接入备案**：主体和域名都备过"], &["接入备案"]),
        line(80, "type: a new site, filed elsewhere", Computer, &["field-filing-type.help"], &["**新增网站（原备案不在阿里云）**：主体在别家备过"], &["新增网站（原备案不在阿里云）"]),
        line(81, "type: a new site, filed on Alibaba Cloud", Computer, &["field-filing-type.help"], &["**新增网站（原备案在阿里云）**：主体在阿里云备过"], &["新增网站（原备案在阿里云）"]),
        line(83, "the App takes the first and the third type", AppAddsSite, &["stop-app-type"], &["首次备案和新增网站（原备案不在阿里云）"], &["首次备案", "新增网站"]),
    ]
};

impl Stands {
    const ALL: [Self; 8] = [
        Self::Computer,
        Self::App,
        Self::HongKongLead,
        Self::International,
        Self::AppAddsSite,
        Self::Mail,
        Self::Commercial,
        Self::News,
    ];

    /// The filing as it stands there, under the rules of 2019.
    fn walk(self, content: &Content) -> Walk<'_> {
        let persona = Persona::new("applicant of the seed").edition("2019-09").with("subject.province", "33");
        let (persona, to) = match self {
            Self::Computer => (persona, "authority-review"),
            Self::App => (persona.with("channel", "app"), "confirm"),
            Self::HongKongLead => (
                persona.with("subject-lead.document", "hk-mo-travel-permit").with("site-lead.same", "no"),
                "confirm",
            ),
            Self::International => {
                (persona.with("channel", "app").with("account", "international"), "details")
            }
            Self::AppAddsSite => (persona.with("channel", "app").with("subject.filed", "aliyun"), "details"),
            Self::Mail => (persona.with("initial-review.outcome", "mail-asked"), "mailing"),
            Self::Commercial => (persona.with("site.commercial", "yes"), "public-security"),
            Self::News => (persona.with("site.content", "news"), "identify"),
        };
        let mut walk = Walk::new(content, &persona);
        walk.until_stage(to);
        walk
    }
}

#[test]
fn every_step_and_note_of_the_seed_has_its_place() {
    let content = shipped();
    let mut wrong = Vec::new();
    for stands in Stands::ALL {
        let walk = stands.walk(&content);
        for Line { number, says, texts, zh, en, .. } in SEED.iter().filter(|line| line.stands == stands) {
            for (language, words) in [(Language::ZhCn, zh), (Language::En, en)] {
                let id = language.id();
                let missing = texts.iter().filter(|text| !content.texts.has(language, text));
                wrong.extend(
                    missing.map(|text| format!("seed:{number}: {says}: text `{text}` is gone in {id}")),
                );
                let said: String = texts.iter().map(|text| walk.say(language, text) + "\n").collect();
                let unsaid = words.iter().filter(|word| !said.contains(**word));
                wrong.extend(
                    unsaid.map(|word| format!("seed:{number}: {says}: {id} no longer says `{word}`: {said}")),
                );
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_names_every_line_of_the_seed_that_says_something() {
    // Headings, links, pictures and the words that only introduce a list are left out.
    let steps = [
        3, 7, 9, 10, 11, 12, 20, 21, 22, 24, 29, 30, 33, 37, 39, 41, 43, 45, 46, 48, 50, 54, 55, 56, 58, 60,
        61, 62, 63, 67, 71, 78, 79, 80, 81, 83,
    ];
    let mut named: Vec<u32> = SEED.iter().map(|line| line.number).collect();
    named.dedup();
    assert_eq!(named, steps);
}

#[test]
fn what_has_changed_since_is_said_under_todays_rules() {
    let content = shipped();
    let mut walk = Walk::new(&content, &Persona::new("applicant of today"));
    walk.until_stage("authority-review");
    for (text, zh, en) in [
        ("field-account", "国际站账号已经不能备案", "international accounts are no longer accepted"),
        ("stage-sms", "2020-08-17 起全国都要", "Since 2020-08-17 in every province"),
        (
            "field-channel.help",
            "2019 年 9 月时 App 只支持两种类型",
            "In September 2019 the app took two types only",
        ),
        (
            "field-account.help",
            "从前（2019 年 9 月）国际站账号还可以在电脑上备案",
            "In September 2019 an international account could still file",
        ),
        ("field-face-check.help", "2019-07-29 起改用手机活体检测", "Since 2019-07-29"),
    ] {
        for (language, words) in [(Language::ZhCn, zh), (Language::En, en)] {
            let said = walk.say(language, text);
            assert!(said.contains(words), "{text}: {said}");
        }
    }
}
