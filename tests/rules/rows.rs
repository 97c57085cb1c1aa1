//! The table: (what is flipped, whom it concerns, what they see before and after, whom it spares).

use super::flip::See::{Asks, Ends, Enters, Is};
use super::flip::{
    Edit, FOURTEEN, Row, SEVENTEEN, See, ZHEJIANG_ADULT, category, check, enterprise, facts, filed, flow,
    foreigner, individual, lists, organisation, row_of_types, steer, types, words,
};
use crate::inprocess::Persona;

fn row(
    what: &'static str,
    flip: Edit,
    concerns: Persona,
    sees: See,
    [before, after]: [&'static str; 2],
    spares: Persona,
) -> Row {
    Row { what, flip: vec![flip], concerns, sees, before, after, spares }
}

const GONE: [&str; 2] = ["asked in upload", "not asked"];
const COMES: [&str; 2] = ["not asked", "asked in upload"];

fn old(persona: Persona) -> Persona {
    persona.edition("2019-09")
}

fn access() -> Persona {
    filed(enterprise("33"), "elsewhere", "same-elsewhere")
}

/// The lead is somebody else than the legal representative.
fn deputy(province: &str) -> Persona {
    enterprise(province).with("subject-lead.legal-representative", "no")
}

fn two_leads(province: &str) -> Persona {
    enterprise(province).with("site-lead.same", "no")
}

#[test]
#[rustfmt::skip]
fn sms_verification() {
    check(vec![
        row("Zhejiang leaves the 22", facts("sms.asked", "\"33\", ", ""), old(enterprise("33")), Enters("sms"), ["entered", "passed over"], old(enterprise("62"))),
        row("Guangdong joins the 22", facts("sms.asked", "\"12\", ", "\"44\", \"12\", "), old(enterprise("44")), Enters("sms"), ["passed over", "entered"], enterprise("44")),
        row("SMS everywhere a year later", facts("sms.asked", "from = \"2020-08-17\"", "from = \"2021-08-17\""), enterprise("44").on("2021-01-01"), Enters("sms"), ["entered", "passed over"], old(enterprise("33"))),
        row("the 22 end a year earlier", facts("sms.asked", "gives = [\"yes\"]\nsource = [\"SEED\"", "until = \"2019-08-17\"\ngives = [\"yes\"]\nsource = [\"SEED\""), enterprise("33").on("2020-01-01"), Enters("sms"), ["entered", "passed over"], enterprise("44").on("2020-01-01")),
        row("access filings ask both leads", facts("sms.subject-lead", "gives = [\"no\", \"yes\"]", "when = { \"filing.type\" = [\"access\"] }\ngives = [\"yes\", \"yes\"]\nsource = [\"JD\"]\n\n[[table.rule]]\ngives = [\"no\", \"yes\"]"), access(), Asks("sms.subject-lead.outcome"), ["not asked", "asked in sms"], enterprise("33")),
        row("one person verifies twice", facts("sms.subject-lead", "\"filing.type\" = [\"first\"] }\ngives = [\"yes\", \"no\"]\nsource = [\"A19sms\", \"JD\"]\n\n[[table.rule]]\nwhen = { \"filing.type\" = [\"first\"] }", "\"filing.type\" = [\"first\"] }\ngives = [\"yes\", \"yes\"]\nsource = [\"A19sms\", \"JD\"]\n\n[[table.rule]]\nwhen = { \"filing.type\" = [\"first\"] }"), enterprise("33"), Asks("sms.site-lead.outcome"), ["not asked", "asked in sms"], individual("33", ZHEJIANG_ADULT)),
        row("two persons with one mobile verify once", facts("sms.subject-lead", "{ \"mobile.shared\" = [\"yes\"] }", "{ \"mobile.shared\" = [\"no\"] }"), two_leads("33"), Asks("sms.site-lead.outcome"), ["asked in sms", "not asked"], enterprise("33")),
    ]);
}

#[test]
#[rustfmt::skip]
fn individuals_from_elsewhere() {
    check(vec![
        row("Fujian refuses them: no proof any more", steer("35", "individual-elsewhere", "with-proof", "not-allowed"), individual("35", ZHEJIANG_ADULT), Asks("paper.residence-proof"), GONE, enterprise("35")),
        row("Fujian allows them: no warning", steer("35", "individual-elsewhere", "with-proof", "allowed"), individual("35", ZHEJIANG_ADULT), Asks("notice.individual-elsewhere"), ["asked in identify", "not asked"], foreigner("35")),
        row("Henan allows them", steer("41", "individual-elsewhere", "not-allowed", "allowed"), individual("41", ZHEJIANG_ADULT), Asks("notice.individual-elsewhere"), ["asked in identify", "not asked"], individual("33", ZHEJIANG_ADULT)),
        row("Zhejiang refuses them, not its own", steer("33", "individual-elsewhere", "with-proof", "not-allowed"), individual("33", "310101199003070019"), Asks("paper.residence-proof"), GONE, individual("33", ZHEJIANG_ADULT)),
        row("who says the card is of elsewhere", steer("35", "individual-elsewhere", "with-proof", "allowed"), individual("35", "/hold").with("subject.local", "no"), Asks("notice.individual-elsewhere"), ["asked in identify", "not asked"], individual("35", "/hold").with("subject.local", "yes")),
        row("Shanghai asks foreigners for no proof", facts("individual.proof", "\"31\", \"51\"", "\"51\""), foreigner("31"), Asks("paper.residence-proof"), GONE, foreigner("51")),
        row("Hebei takes foreigners", flow("flow/identify.toml", "notice.foreigner", "[\"13\"]", "[\"14\"]"), foreigner("13"), Asks("notice.foreigner"), ["asked in identify", "not asked"], individual("13", ZHEJIANG_ADULT)),
    ]);
}

#[test]
#[rustfmt::skip]
fn the_persons_in_charge() {
    check(vec![
        row("Zhejiang takes authorised leads: no warning", steer("33", "org-leader", "legal-rep", "authorised-ok"), deputy("33"), Asks("notice.subject-lead"), ["asked in details", "not asked"], enterprise("33")),
        row("Zhejiang takes authorised leads: a letter", steer("33", "org-leader", "legal-rep", "authorised-ok"), deputy("33"), Asks("paper.subject-lead-authorisation"), COMES, individual("33", ZHEJIANG_ADULT)),
        row("Anhui's rule is disputed: no letter", steer("34", "org-leader", "authorised-ok", "disputed"), deputy("34"), Asks("paper.subject-lead-authorisation"), GONE, deputy("22")),
        row("Beijing's rule is no longer disputed", facts("subject-lead.verdict", "[\"disputed\"]", "[\"not-required\"]"), deputy("11"), Asks("notice.subject-lead"), ["asked in details", "not asked"], deputy("33")),
        row("Tianjin asks site leads for no letter", facts("site-lead.letter", "\"12\", ", ""), two_leads("12"), Asks("paper.site-lead-authorisation"), GONE, enterprise("12")),
        row("Tianjin takes one person for both", flow("flow/details.toml", "notice.site-lead-different", "[\"12\"]", "[\"13\"]"), enterprise("12"), Asks("notice.site-lead-different"), ["asked in details", "not asked"], two_leads("12")),
        Row {
            flip: vec![facts("subject.on-record", "\"aliyun\", \"aliyun-other-account\"", "\"aliyun-other-account\""), facts("subject.on-record", "\"none\", ", "\"none\", \"aliyun\", ")],
            ..row("what the account holds is asked for", facts("subject.on-record", "", ""), filed(enterprise("33"), "aliyun", "unfiled"), Asks("subject-lead.name"), ["not asked", "asked in details"], enterprise("33"))
        },
    ]);
}

#[test]
#[rustfmt::skip]
fn phones() {
    check(vec![
        row("Jiangsu lists no local phone", steer("32", "phone-local", "required", "unlisted"), enterprise("32"), Asks("notice.phone-local"), ["asked in details", "not asked"], filed(enterprise("32"), "aliyun", "unfiled")),
        row("Tianjin wants organisations local too", facts("phone.local", "\"subject.kind\" = [\"individual\"]", "\"subject.kind\" = [\"individual\", \"enterprise\"]"), enterprise("12"), Asks("notice.phone-local"), ["not asked", "asked in details"], individual("12", ZHEJIANG_ADULT)),
        row("Hebei wants nobody local", facts("phone.local", "[\"yes\", \"non-mainland\"]", "[\"non-mainland\"]"), individual("13", ZHEJIANG_ADULT), Asks("notice.phone-local"), ["asked in details", "not asked"], individual("13", "/hold").with("subject.local", "yes")),
        row("Liaoning recommends nothing", facts("phone.local", "[\"recommended\"]", "[\"not-required\"]"), enterprise("21"), Asks("notice.phone-local"), ["asked in details", "not asked"], enterprise("22")),
        row("170 is no virtual range", lists("use = \"virtual\"", "\"170\", ", ""), enterprise("33").with("subject-lead.mobile", "17012345678"), Asks("notice.mobile-range"), ["asked in details", "not asked"], enterprise("33")),
        row("Liaoning takes one number twice", facts("emergency-phone.differs", "\"21\", ", ""), twice("21"), Ends, ["subject-lead.emergency-phone refused: same", "complete"], enterprise("21")),
        row("Beijing's organisations may repeat it", facts("emergency-phone.differs", "[\"11\"]", "[\"12\"]"), twice("11"), Ends, ["subject-lead.emergency-phone refused: same", "complete"], individual("11", SEVENTEEN.replace("200904010017", "199003070017").as_str()).with("subject-lead.emergency-phone", "13800138000")),
    ]);
}

/// Gives the mobile number as emergency number too.
fn twice(province: &str) -> Persona {
    enterprise(province).with("subject-lead.emergency-phone", "13800138000")
}

#[test]
#[rustfmt::skip]
fn age() {
    let lead = |province: &str| enterprise(province).with("subject-lead.document-number", SEVENTEEN);
    let site_lead = |province: &str| two_leads(province).with("site-lead.document-number", SEVENTEEN);
    check(vec![
        row("Jilin takes no proof at 16", facts("age.verdict", "\"22\", \"34\", \"35\", \"41\"", "\"34\", \"35\", \"41\""), individual("22", SEVENTEEN), Asks("paper.age-proof"), GONE, individual("22", ZHEJIANG_ADULT)),
        row("Fujian asks those of 17 for a proof", facts("age.verdict", "[\"35\", \"36\", \"46\"]", "[\"36\", \"46\"]"), individual("35", SEVENTEEN), Asks("paper.age-proof"), COMES, individual("36", SEVENTEEN)),
        row("Zhejiang's refusal is gone", facts("age.verdict", "\"31\", \"33\"", "\"31\""), individual("33", SEVENTEEN), Is("age.verdict"), ["refused", "unclear"], individual("33", ZHEJIANG_ADULT)),
        row("Anhui takes no proof under 16", facts("age.verdict", "\"22\", \"34\", \"35\", \"41\"", "\"22\", \"35\", \"41\""), individual("34", FOURTEEN), Asks("paper.age-proof"), GONE, individual("35", FOURTEEN)),
        row("Guangdong's refusal under 16 is gone", facts("age.verdict", "\"36\", \"44\", \"46\"", "\"36\", \"46\""), individual("44", FOURTEEN), Is("age.verdict"), ["refused", "unclear"], individual("44", SEVENTEEN)),
        row("Liaoning's subject leads of 17 bring no proof", facts("subject-lead.age-verdict", "\"21\", \"32\"", "\"32\""), lead("21"), Asks("paper.age-proof"), GONE, individual("21", SEVENTEEN)),
        row("Zhejiang's subject leads of 17 are not refused", facts("subject-lead.age-verdict", "\"31\", \"33\"", "\"31\""), lead("33"), Is("subject-lead.age-verdict"), ["refused", "unclear"], enterprise("33")),
        row("Liaoning's site leads of 17 bring no proof", facts("site-lead.age-verdict", "\"21\", \"32\"", "\"32\""), site_lead("21"), Asks("paper.age-proof"), GONE, lead("21")),
        row("Zhejiang's site leads of 17 are not refused", facts("site-lead.age-verdict", "\"31\", \"33\"", "\"31\""), site_lead("33"), Is("site-lead.age-verdict"), ["refused", "unclear"], two_leads("33")),
    ]);
}

#[test]
#[rustfmt::skip]
fn the_filing_type() {
    let shell = |province: &str| filed(enterprise(province), "shell", "unfiled");
    check(vec![
        row("Beijing no longer adds to shells", steer("11", "shell-direct-add", "yes", "no"), shell("11"), Is("filing.type"), ["new-site-elsewhere", "first"], filed(enterprise("11"), "elsewhere", "unfiled")),
        row("Guangdong adds to shells", steer("44", "shell-direct-add", "no", "yes"), shell("44"), Asks("notice.shell"), ["asked in identify", "not asked"], enterprise("44")),
        Row {
            flip: vec![
                types("from = \"2025-12-31\" #", "from = \"2027-12-31\" #"),
                types("from = \"2025-12-31\"\n", "from = \"2027-12-31\"\n"),
                types("until = \"2025-12-31\"", "until = \"2027-12-31\""),
            ],
            ..row("adding to shells begins later", types("", ""), shell("11"), Is("filing.type"), ["new-site-elsewhere", "first"], shell("44"))
        },
        row("a row of the table", row_of_types("elsewhere-unfiled", "\"new-site-elsewhere\"]", "\"new-site-aliyun\"]"), filed(enterprise("33"), "elsewhere", "unfiled"), Is("filing.type"), ["new-site-elsewhere", "new-site-aliyun"], access()),
        row("a contradiction is none", row_of_types("none-same-elsewhere", "\"contradiction\", \"undecided\"", "\"file\", \"access\""), filed(enterprise("33"), "none", "same-elsewhere"), Ends, ["stop row", "complete"], enterprise("33")),
        row("what is filed already can be filed", row_of_types("aliyun-same-aliyun", "\"none\", \"undecided\"", "\"file\", \"access\""), filed(enterprise("33"), "aliyun", "same-aliyun"), Ends, ["closed: already-filed", "complete"], filed(enterprise("33"), "aliyun-other-account", "same-aliyun")),
    ]);
}

#[test]
#[rustfmt::skip]
fn account_and_app() {
    let international = |channel| enterprise("33").with("account", "international").with("channel", channel);
    let app = |subject, domain| filed(enterprise("33"), subject, domain).with("channel", "app");
    let stops = ["stop account-international", "complete"];
    check(vec![
        row("international accounts for one year more", facts("account.accepted", "2026-06-13", "2027-06-13"), international("pc"), Ends, stops, enterprise("33")),
        row("the App of 2019 takes them", facts("account.accepted", "\"channel\" = [\"app\"]", "\"channel\" = [\"pc\"]"), old(international("app")), Ends, stops, old(app("none", "unfiled"))),
        row("the App of 2019 adds sites", facts("app.supports", "\"filing.type\" = [\"access\", \"new-site-aliyun\"] }\nedition", "\"filing.type\" = [\"access\"] }\nedition"), old(app("aliyun", "unfiled")), Ends, ["stop app-type", "complete"], old(filed(enterprise("33"), "aliyun", "unfiled"))),
        row("the App of today adds sites", facts("app.supports", "\"filing.type\" = [\"access\", \"new-site-aliyun\"] }\ngives", "\"filing.type\" = [\"access\"] }\ngives"), app("aliyun", "unfiled"), Asks("notice.app-type"), ["asked in identify", "not asked"], app("elsewhere", "same-elsewhere")),
        row("first filings leave the App", facts("app.supports", "[\"first\", \"new-site-elsewhere\"]", "[\"new-site-elsewhere\"]"), app("none", "unfiled"), Is("app.supports"), ["yes", "not-used"], enterprise("33")),
        row("the App of 2019 asks for papers at the end: the check", facts("upload.moved", "[\"app\"] }\nedition", "[\"pc\"] }\nedition"), old(app("none", "unfiled")), Asks("face-check"), ["asked in details", "asked in upload"], app("none", "unfiled")),
        row("the App of 2019 asks for papers at the end: the certificate", facts("upload.moved", "[\"app\"] }\nedition", "[\"pc\"] }\nedition"), old(app("none", "unfiled")), Asks("paper.subject-certificate"), ["asked in identify", "asked in upload"], enterprise("33")),
        row("the password of 2019", facts("filing.password-asked", "[\"access\"]", "[\"first\"]"), old(access()), Asks("filing.password"), ["asked in details", "not asked"], access()),
    ]);
}

#[test]
#[rustfmt::skip]
fn the_face_check() {
    let lead = |document| enterprise("44").with("subject-lead.document", document);
    let who = "face-check.who";
    check(vec![
        row("2019: a lead with a travel permit is checked", facts(who, "\"hk-mo-travel-permit\", ", ""), old(lead("hk-mo-travel-permit")), Is(who), ["site-lead-only", "site-lead-perhaps-subject-lead"], old(lead("passport"))),
        row("today: a site lead with a permanent residence card counts as a resident", facts(who, "\"passport\", \"permanent-residence-card\"] }] }
gives", "\"passport\"] }] }
gives"), two_leads("44").with("site-lead.document", "permanent-residence-card"), Is(who), ["site-lead-perhaps-subject-lead", "site-lead"], lead("passport")),
        row("individuals send somebody else", facts(who, "[\"individual\"]", "[\"foundation\"]"), individual("33", ZHEJIANG_ADULT), Is(who), ["self", "site-lead"], enterprise("33")),
    ]);
}

#[test]
#[rustfmt::skip]
fn papers_of_some_places() {
    check(vec![
        row("Jiangsu's commitment", facts("commitment.asked", "[\"32\"]", "[\"36\"]"), enterprise("32"), Asks("paper.commitment"), GONE, enterprise("44")),
        row("Guangdong's commitment", facts("commitment.asked", "[\"44\"]", "[\"36\"]"), enterprise("44"), Asks("paper.commitment"), GONE, old(enterprise("44"))),
        row("Guangdong's slip of 2019", facts("authenticity-slip.asked", "\"44\", ", ""), old(enterprise("44")), Asks("paper.authenticity-slip"), GONE, enterprise("44")),
        row("Beijing's photo of 2019", facts("holding-photo.asked", "[\"11\"]", "[\"12\"]"), old(enterprise("11")), Asks("paper.holding-photo"), GONE, enterprise("11")),
        row("Heilongjiang's staffing office", facts("staffing-office.asked", "\"23\", ", ""), organisation("government", "23"), Asks("paper.staffing-office"), GONE, enterprise("23")),
        row("Tibet's letter of 2019", facts("party-letter.asked", "[\"54\"]", "[\"52\"]"), old(enterprise("54")), Asks("paper.party-letter"), GONE, enterprise("54")),
        row("Xinjiang's letter", facts("party-letter.asked", "[\"65\"]", "[\"64\"]"), enterprise("65"), Asks("paper.party-letter"), GONE, filed(enterprise("65"), "elsewhere", "same-elsewhere")),
        row("Heilongjiang's bills of 2019", facts("phone-bill.asked", "[\"23\"]", "[\"22\"]"), old(enterprise("23")), Asks("paper.phone-bill"), GONE, enterprise("23")),
        row("Inner Mongolia's domain certificate", facts("domain.certificate", "[\"15\"]", "[\"14\"]"), individual("15", ZHEJIANG_ADULT), Asks("paper.domain-certificate"), GONE, enterprise("15")),
        row("Jiangsu's domain certificate of 2019", facts("domain.certificate", "[\"32\"]", "[\"31\"]"), old(enterprise("32")), Asks("paper.domain-certificate"), GONE, enterprise("32")),
        row("Hunan's domain certificate", facts("domain.certificate", "[\"43\"]", "[\"42\"]"), enterprise("43"), Asks("paper.domain-certificate"), GONE, enterprise("33")),
    ]);
}

#[test]
#[rustfmt::skip]
fn domains_and_names() {
    let domain = |name| enterprise("33").with("domain", name);
    let expires = |province| enterprise(province).with("domain.expires-on", "2026-11-01");
    let called = |persona: Persona, name| persona.with("site.name", name);
    let me = || individual("33", ZHEJIANG_ADULT);
    let banned = ["site.name refused: format-word", "complete"];
    check(vec![
        row("Shanghai asks for 100 days", facts("domain.days-minimum", "\"180\"", "\"100\""), expires("31"), Ends, ["stop domain-expiry", "complete"], expires("33")),
        row("elsewhere 200 days", facts("domain.days-minimum", "\"90\"", "\"200\""), expires("33"), Ends, ["complete", "stop domain-expiry"], expires("31").with("domain.expires-on", "2027-11-01")),
        row(".org is approved", lists("suffixes = [\"org\"", "\"org\", ", ""), domain("example.org"), Ends, ["stop domain-suffix", "complete"], domain("example.cn")),
        row(".top is not listed", lists("\"net\", \"top\"", "\"top\", ", ""), domain("example.top"), Asks("notice.domain-suffix"), ["not asked", "asked in identify"], domain("example.com")),
        row("individuals may say 热线", words(None, "\"热线\"", "\"火线\""), called(me(), "示例热线日记"), Ends, banned, called(enterprise("33"), "示例热线日记")),
        row("Beijing's individuals may say 售后", words(Some("11"), "\"售后\", ", ""), called(individual("11", ZHEJIANG_ADULT), "示例售后日记"), Ends, banned, called(me(), "示例售后日记")),
        row("中华 may stand at the head", lists("list = \"national\"", "\"中华\", ", ""), called(enterprise("33"), "中华示例花园"), Ends, ["site.name refused: national-word", "complete"], called(enterprise("33"), "示例中华花园")),
        row("two characters are a name", lists("chinese-characters-min = ", "3", "2"), called(enterprise("33"), "花园"), Ends, ["site.name refused: too-few-chinese", "complete"], enterprise("33")),
        row("sole traders' codes begin with 91", lists("prefix = \"92\"\nsubject-kind = ", "sole-trader", "enterprise"), organisation("sole-trader", "33").with("subject.certificate-number", "91990000123456788C"), Ends, ["subject.certificate-number refused: kind-mismatch", "complete"], enterprise("33")),
    ]);
}

#[test]
fn pre_approval_by_category() {
    let shipped = beian::content::shipped();
    let rows = shipped.categories.iter().map(|known| {
        let id = known.id.as_str();
        let abolished = ["education", "health", "bulletin-board"].contains(&id);
        let about = Persona::new(id).with("site.content", id);
        let (what, field): (&'static str, &'static str) =
            (format!("{id} needs no document").leak(), format!("pre-approval.{id}").leak());
        Row {
            what,
            flip: vec![category(id, "gives = \"yes\"", "gives = \"no\"")],
            concerns: if abolished { old(about) } else { about },
            sees: Asks(field),
            before: "asked in prepare",
            after: "not asked",
            spares: Persona::new("no such content"),
        }
    });
    check(rows.collect());
}

#[test]
#[rustfmt::skip]
fn pre_approval_and_what_follows() {
    let news = |answer| enterprise("33").with("site.content", "news").with("pre-approval.news", answer);
    let education = || enterprise("33").with("site.content", "education");
    let asked = "\"pre-approval.CATEGORY.asked\" = [\"yes\"]";
    check(vec![
        row("education asked for in 2021 elsewhere", category("education", "[\"33\", \"54\", \"63\"]", "[\"54\", \"63\"]"), education().on("2021-06-01"), Asks("pre-approval.education"), ["asked in prepare", "not asked"], education()),
        row("health asked for in 2021 elsewhere", category("health", "[\"13\", \"54\"]", "[\"54\"]"), enterprise("13").with("site.content", "health").on("2021-06-01"), Asks("pre-approval.health"), ["asked in prepare", "not asked"], enterprise("33").with("site.content", "health").on("2021-06-01")),
        row("who applies is warned", facts("pre-approval.missing", "[\"no\"]", "[\"applying\"]"), news("applying"), Asks("notice.pre-approval-missing"), ["not asked", "asked in prepare"], news("have")),
        row("who has none needs no commitment", facts("pre-approval.none-needed", "[\"authority-says-none\"]", "[\"no\"]"), news("authority-says-none"), Asks("paper.pre-approval-commitment"), GONE, news("have")),
        row("individuals are not told", facts("pre-approval.any", asked, "\"pre-approval.CATEGORY.asked\" = [\"no\"]"), individual("33", ZHEJIANG_ADULT).with("site.content", "news"), Asks("notice.pre-approval-individual"), ["asked in prepare", "not asked"], news("have")),
        row("what was abolished is not told", facts("pre-approval.cancelled", "\"pre-approval.CATEGORY.asked\" = [\"no\"]", asked), education(), Asks("notice.pre-approval-cancelled"), ["asked in prepare", "not asked"], enterprise("33")),
        row("games are offered a year later", flow("flow/prepare.toml", "site.content", "\"games\", from = \"2019-09-17\"", "\"games\", from = \"2020-09-17\""), enterprise("33").with("site.content", "games").on("2020-01-01"), Ends, ["complete", "site.content refused: not-an-option"], enterprise("33").with("site.content", "finance").on("2020-01-01")),
        row("individuals may charge", flow("flow/prepare.toml", "individual-commercial", "\"individual\"", "\"foundation\""), individual("33", ZHEJIANG_ADULT).with("site.commercial", "yes"), Ends, ["stop individual-commercial", "complete"], enterprise("33").with("site.commercial", "yes")),
    ]);
}
