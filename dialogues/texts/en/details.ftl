# Subject, persons in charge and site: copied from the certificates, one thing at a time.

stage-details =
    Now the data of subject and site. Copy everything from the certificates, character by character; it saves you a return.

    { $subject-on-record ->
        [yes] The account already holds the subject's data and the system fills them in; I do not ask for them.
       *[other] First the subject and its lead, then the site and its lead.
    }{ $upload-moved ->
        [yes] {" "}In the app an organisation's leads also upload their documents here and the site lead does the face check; only auxiliary papers remain for later (Alibaba Cloud, September 2019).
       *[other] {""}
    }
    .label = Subject and site (主体与网站信息)

field-subject-name =
    { $subject-group ->
        [individual] What is the subject's name, exactly as on the document?
       *[other] What is the organisation's full name? Copy it from the certificate.
    }
    .label = Subject's name (主办单位名称)
    .help =
        It must equal the certificate and the domain's holder; one character or bracket off can send it back.

        - Write it in Chinese if the certificate does, with brackets as wide as printed there (Beijing checks).
        - Just renamed? Use the new certificate, and put the new name into the domain's real-name data first.
        - No short forms, English names or brands.

field-subject-certificate-address =
    { $subject-certificate ->
        [passport] A passport has no address printed in it: give the one where you live now.
       *[other] { $subject-group ->
            [individual] Which address is printed on the document? Copy it.
           *[other] Which address (住所) is printed on the certificate? Copy it.
        }
    }
    .label = Address on certificate (主办单位证件住所)
    .help =
        Copy it as printed, in Chinese; add nothing, and do not change it to where you are now. That is the next question (通讯地址).

        No address on the document, as in a passport? I found no rule for what the system wants then: write where you live, and follow the page when you submit.

field-subject-address =
    Where do letters reach you? From province and city down to the door number; if it is the one on the certificate, write “same”.
    .label = Postal address (通讯地址)
    .help =
        The administration uses it to reach the subject; a vague one comes back. Write it in Chinese.

        - Down to building and room. If there is truly no door number, put “此地址已是最详细地址” (this is the fullest address) into the remarks.
        - Same province as the address on the certificate; some provinces want the same city.
        - Leave out the words 市辖区.
        - On a campus or in a park: faculty, building, room.

field-subject-investor =
    { $subject-kind ->
        [government] Which body is above yours (上级主管单位)? Its name, not a person's.
        [public-institution] Which body is above yours (上级主管单位)? Its name, not a person's.
        [enterprise] Who is the investor or superior body? Usually the legal representative's name, or your own full name.
        [sole-trader] Who is the investor or superior body? Usually the owner's name.
       *[other] Who is the investor or superior body? If there is a superior body, name it.
    }
    .label = Investor or superior body (投资人或主管单位)
    .help =
        Enterprises write the legal representative, or their own full name. Agencies and public institutions write the body above them; a person's name there comes back. Associations and private non-enterprises that have a supervising body (业务主管单位) write that.

field-subject-lead-legal-representative =
    The **subject lead (主体负责人)** answers for the filing on the organisation's behalf; the administration calls this person. Is it the legal representative (法定代表人)?
    .label = Lead is legal representative (法定代表人)
    .help =
        The legal representative's name is on the certificate. It is the easiest choice: many provinces accept nobody else, some accept another person with a letter of authority (授权书).

        Provinces differ; I show what yours says. Not decided yet? Prepare with the legal representative.
    .opt-yes = Yes, the legal representative
    .opt-no = No, another person

field-notice-subject-lead =
    { $subject-lead-verdict ->
        [refused]
            By the rules I know, { $administration } wants the **legal representative (法定代表人)** as subject lead; anybody else is likely to come back.

            - change to the legal representative: `/edit subject-lead.legal-representative`
            - if that cannot be, first call the administration and ask about a letter of authority

            If they agree, press the button and go on.
       *[other]
            Whether { $subject-province-label } accepts a subject lead who is not the legal representative, **my sources disagree**, and it has changed over time.

            - safest: the legal representative, `/edit subject-lead.legal-representative`
            - otherwise ask { $administration } first: possible, and with which letter?
    }
    .label = Lead not legal representative (主体负责人非法定代表人)
    .help =
        From the province pages of Alibaba Cloud (September 2019), Tencent Cloud (about 2022) and Huawei Cloud (end of 2025); the administration has the last word.

        Ask: “单位备案，主体负责人不是法定代表人行不行，要交什么？” (may the lead be somebody else, and what must we hand in?) Note the date and the answer. Alibaba Cloud answers at 95187.
    .opt-understood = I asked or I understand, go on

field-subject-lead-name =
    { $subject-lead-legal-representative ->
        [yes] What is the name of the legal representative (the subject lead, 主体负责人)?
       *[other] What is the subject lead's name?
    }
    .label = Subject lead's name (主体负责人姓名)
    .help =
        As on the person's own document, dots in minority names included; foreigners as in the passport.

        One person should lead one organisation's filing only; Jiangsu, Jiangxi and Heilongjiang are strict about it.

field-subject-lead-document =
    Which identity document does the subject lead use?
    .label = Subject lead's document (主体负责人证件类型)
    .help =
        A valid one with over 3 months left. Mainland residents: the second-generation ID card; several provinces refuse temporary cards.

        Hong Kong and Macao: residence permit or Mainland Travel Permit. Taiwan: residence permit or its travel permit. Foreigners: passport. If the lead is not a mainland resident, the site lead does the face check.
    .opt-id-card = ID card (居民身份证)
    .opt-hmt-residence-permit = HK/Macao/TW residence permit (港澳台居民居住证)
    .opt-hk-mo-travel-permit = HK/Macao travel permit (港澳居民来往内地通行证)
    .opt-tw-travel-permit = Taiwan travel permit (台湾居民来往大陆通行证)
    .opt-passport = Passport (护照)
    .opt-permanent-residence-card = Permanent residence (外国人永久居留身份证)
    .also-id-card = id|id card|identity card

field-subject-lead-document-number =
    What is the number on the subject lead's document: { $subject-lead-document-label }?
    .label = Subject lead's document number (主体负责人证件号码)
    .help =
        Copy it as printed, a final X included. I test the check digit, so one wrong character mostly shows at once.

        The SMS verification wants its last 6 characters, so keep the document at hand. I keep the number encrypted and show only a part; if you would rather not type it, send `/hold`.

field-notice-subject-lead-age =
    { $subject-lead-age-verdict ->
        [refused]
            By the number, the subject lead is below the age that { $subject-province-label } asks for: **this would come back**. Choose an adult, or ask { $administration } first.

            Another person: `/edit subject-lead.name`.
       *[other]
            By the number, the subject lead is under 18. **Whether { $subject-province-label } accepts that, my sources do not settle.**

            Ask { $administration } first, or choose an adult: `/edit subject-lead.name`.
    }
    .label = Subject lead's age (主体负责人年龄)
    .help =
        Most provinces want 18; some accept 16 with proof of work or income (documents of 2019 to 2025). A slip in the number looks the same, so check it first: `/edit subject-lead.document-number`. The administration has the last word.
    .opt-understood = Understood, go on

field-subject-lead-mobile =
    { $subject-group ->
        [individual] What is your mobile number? The reviewer calls it, and the verification message goes to it.
       *[other] What is the subject lead's mobile number? The reviewer calls it, and the verification message goes to it.
    }
    .label = Subject lead's mobile (联系方式1)
    .help =
        A mainland number that the person uses and answers; keep it on during the filing. Alibaba Cloud's reviewers call from 95187; a missed call can send the filing back.

        - One mobile number serves one subject. Used elsewhere? Free it there first.
        - Numbers of virtual operators (162, 165, 167, 170, 171) may not get the ministry's message.
        - Some provinces want a local number; then it stands below the question.

field-notice-mobile-range =
    This number belongs to a **virtual operator (虚拟运营商)** and may not get the ministry's verification message; without it the filing is stuck there.

    - If there is a number of China Mobile, Unicom or Telecom, use it: `/edit subject-lead.mobile`
    - If not, you may go on; watch for the message then
    .label = Virtual operator's number (虚拟运营商号码)
    .help =
        These are numbers with 162, 165, 167, 170 or 171. Alibaba Cloud (July 2019) and Tencent Cloud both say that some of them do not receive the message. The message must be answered within 24 hours; changing the number then means a return and another round.
    .opt-understood = Understood, keep this number

field-notice-phone-local =
    { $phone-local ->
        [required]
            { $administration } asks for a **local mobile number** of the person in charge.

            A number from elsewhere comes back: use a local one, get one, or ask the administration whether a remark will do.
       *[other]
            { $administration } **recommends** a local mobile number. One from elsewhere need not come back; use a local one if there is one.
    }

    To change it, send `/edit subject-lead.mobile`.
    .label = Local mobile number (本地手机号)
    .help =
        From documents of Alibaba Cloud (2019), Tencent Cloud (about 2022) and Huawei Cloud (end of 2025). Local means where the number was opened, not where you are now. The same goes for the site lead's number. The administration has the last word.
    .opt-understood = Understood, go on

field-subject-lead-second-phone =
    Which other number reaches the organisation? A landline or a mobile.
    .label = Subject lead's contact 2 (联系方式2)
    .help =
        A landline with its area code, for example `0571-88158388`. No landline? Another mobile, if possible not that of contact 1; some provinces then want the owner's name and post in the remarks.

field-subject-lead-emergency-phone =
    { $emergency-phone-differs ->
        [yes] What is the emergency number? { $subject-province-label } wants it to **differ from contact 1**.
       *[other] What is the emergency number? It is used when contact 1 does not answer.
    }
    .label = Subject lead's emergency number (应急联系电话)
    .help =
        Required since 2019. A relative's or colleague's mobile will do; tell them first.

        Let it differ if you can: several provinces refuse the same number twice, some want the owner's name in the remarks.

field-subject-lead-email =
    { $subject-group ->
        [individual] What is your e-mail address? The result of the review goes there too.
       *[other] What is the subject lead's e-mail address? The result of the review goes there too.
    }
    .label = Subject lead's e-mail (主体负责人邮箱)
    .help =
        One that is read often. If the two leads are different persons, each needs an address and a mobile number of their own.

field-site-name =
    What is the site's name? At least 3 Chinese characters.{ $subject-group ->
        [individual] {" "}A personal site's name must not sound like a company, a trade or a platform.
       *[other] {" "}It must fit the organisation; usually its full or short name.
    }
    .label = Site name (网站名称)
    .help =
        An unfit name is a common reason for a return.

        - Not only digits or letters, no special characters, not the domain itself.
        - No 中国, 中华, 中央, 人民, 国家 and the like unless you are a national body; no sensitive words.
        { $subject-group ->
            [individual]
                - No names of persons, places, companies, products or trades, no idioms.
                - None of these words: 网站 网络 资讯 论坛 社区 工作室 平台 主页 导航 博客 在线 交流.
                - Name what is in it, for example 示例花园小站 (a small garden site); not “… 官网” (official site).
           *[other]
                - A product's or project's name: explain in the remarks how it belongs to you.
                - No 新闻 (news), 论坛 (forum) or 社区 (community) unless that is your business; it brings up pre-approval.
        }

field-site-service =
    { $subject-group ->
        [individual] Which service does the site give (网站服务内容)? Individuals usually choose 其他 (other).
       *[other] Which service does the site give (网站服务内容)? An organisation's own site is usually 单位门户网站.
    }
    .label = Service of the site (网站服务内容)
    .help =
        It must be what the site really does. Content under pre-approval has options of its own, open only with the document; they are not listed here.

        For individuals many provinces refuse 博客/个人空间 or want an approval; choose 其他 and say in the remarks what is on the site. Heilongjiang is the exception: it refuses 其他 (Tencent Cloud, about 2022).
    .opt-portal = Organisation's own site (单位门户网站)
    .opt-other = Other (其他)
    .opt-blog = Blog or personal space (博客/个人空间)

field-notice-blog =
    For individuals many provinces send **博客/个人空间 (blog)** back or ask for an approval of the 网信办 (Tencent Cloud, about 2022: Beijing and Guizhou refuse, Shaanxi wants approval).

    其他 (other) with a clear remark passes more easily: `/edit site.service`. If you insist, ask { $administration } first.
    .label = Blog (博客/个人空间)
    .help =
        Sites with personal notes are usually 其他; write the truth into the remarks, for example 个人学习笔记，不涉及交互 (personal notes, nothing interactive). With open comments or posts by others do not hide behind 其他; ask the administration first.
    .opt-understood = Understood, keep blog

field-site-languages =
    In which languages is the site?
    .label = Languages (网站语言)
    .help =
        Those it really has; several are possible. Only Chinese: choose 简体中文.
    .opt-zh-hans = Simplified Chinese (简体中文)
    .opt-zh-hant = Traditional Chinese (繁体中文)
    .opt-en = English (英语)
    .opt-ja = Japanese (日语)
    .opt-ko = Korean (韩语)
    .opt-fr = French (法语)
    .opt-de = German (德语)
    .opt-ru = Russian (俄语)
    .opt-es = Spanish (西班牙语)
    .opt-ar = Arabic (阿拉伯语)
    .opt-minority = A minority language (少数民族语言)
    .opt-other = Another language (其他语言)

field-site-remark =
    { $subject-group ->
        [individual] What goes into the remarks? One sentence in Chinese about what is on the site.
       *[other] Anything to explain in the remarks? If not, skip it.
    }
    .label = Remarks (备注)
    .help =
        The reviewer reads them; a sentence or two in Chinese is enough. Usual ones:

        - what a personal site holds, for example 本站介绍园艺心得 (this site is about gardening)
        - no door number: 此地址已是最详细地址
        - a site named after a product or project: how it belongs to you
        - the authority says no pre-approval is needed: whom you asked and the answer
        - the site also serves a mini program (小程序)

        Some provinces prescribe a sentence; then it stands below the question; use it.

field-site-lead-same =
    The **site lead (网站负责人)** looks after this site and does the face check. Is it the subject lead too?
    .label = Site lead same as subject lead
    .help =
        One person is easiest: no second document or phone. Another person works too: they must be able to do the face check on a phone, with a mobile number and e-mail address of their own; some provinces want a letter of authority (授权书).

        If the subject lead is not a mainland resident, a mainland resident as site lead makes it smoother.
    .opt-yes = The same person
    .opt-no = Another person

field-notice-site-lead-different =
    Tianjin wants **two different persons** as subject lead and site lead (Alibaba Cloud, September 2019).

    - Name another site lead: `/edit site-lead.same`, then “another person”; unless it is the legal representative, a letter of authority goes with it
    - To keep one person, ask { $administration } whether that is possible now
    .label = Tianjin: two leads (两位负责人)
    .help =
        The rule comes from Tianjin's demands of 2018 and 2019; whether it has changed since was not found. To be safe, name a colleague, with another mobile number and e-mail address than the subject lead's.
    .opt-understood = Understood, go on

field-site-lead-name =
    What is the site lead's name?
    .label = Site lead's name (网站负责人姓名)
    .help =
        As on the person's own document. Choose a colleague who answers the phone and can do the face check, and who leads no other company's site; Jiangxi and Heilongjiang are strict about it.

field-site-lead-document =
    Which identity document does the site lead use?
    .label = Site lead's document (网站负责人证件类型)
    .help =
        A valid one with over 3 months left. Mainland residents: the second-generation ID card; several provinces refuse temporary cards. The face check compares with this very document.
    .opt-id-card = ID card (居民身份证)
    .opt-hmt-residence-permit = HK/Macao/TW residence permit (港澳台居民居住证)
    .opt-hk-mo-travel-permit = HK/Macao travel permit (港澳居民来往内地通行证)
    .opt-tw-travel-permit = Taiwan travel permit (台湾居民来往大陆通行证)
    .opt-passport = Passport (护照)
    .opt-permanent-residence-card = Permanent residence (外国人永久居留身份证)
    .also-id-card = id|id card|identity card

field-site-lead-document-number =
    What is the number on the site lead's document: { $site-lead-document-label }?
    .label = Site lead's document number (网站负责人证件号码)
    .help =
        Copy it as printed, a final X included. The SMS verification wants its last 6 characters. I keep it encrypted and show only a part; if you would rather not type it, send `/hold`.

field-notice-site-lead-age =
    { $site-lead-age-verdict ->
        [refused]
            By the number, the site lead is below the age that { $subject-province-label } asks for: **this would come back**.

            Choose an adult: `/edit site-lead.name`; or ask { $administration } first.
       *[other]
            By the number, the site lead is under 18. **Whether { $subject-province-label } accepts that, my sources do not settle.**

            Ask { $administration } first, or choose an adult: `/edit site-lead.name`.
    }
    .label = Site lead's age (网站负责人年龄)
    .help =
        Most provinces want 18; Tianjin also refuses site leads past retirement age (Tencent Cloud, about 2022). A slip in the number looks the same, so check it first: `/edit site-lead.document-number`. The administration has the last word.
    .opt-understood = Understood, go on

field-site-lead-mobile =
    What is the site lead's mobile number?{ $filing-type ->
        [access] {" "}For an access filing (接入备案) it must equal the number on record.
       *[other] {""}
    }
    .label = Site lead's mobile (联系方式1)
    .help =
        A mainland number that the person uses and answers; the verification message goes to it.

        - Not the subject lead's number, unless it is one person.
        - Access filing (接入备案): the message goes to the number in the old filing; if that is out of date, change it at the old provider first.
        - Numbers with 162, 165, 167, 170, 171 may not get the message.

field-notice-mobile-shared =
    The two leads **share one mobile number**. Different persons need different numbers, or it is likely to come back.

    - Change the site lead's: `/edit site-lead.mobile`
    - Change the subject lead's: `/edit subject-lead.mobile`
    .label = Shared mobile number (手机号相同)
    .help =
        The providers say it plainly: different persons, different mobile numbers and e-mail addresses (Tencent Cloud, about 2022; Huawei Cloud, end of 2025). The verification message goes out by number too.
    .opt-understood = Understood, leave it so

field-site-lead-emergency-phone =
    { $emergency-phone-differs ->
        [yes] What is the site lead's emergency number? { $subject-province-label } wants it to **differ from their mobile**.
       *[other] What is the site lead's emergency number? It is used when their mobile does not answer.
    }
    .label = Site lead's emergency number (应急联系电话)
    .help =
        Required since 2019. A relative's or colleague's mobile will do; tell them first. Let it differ if you can: several provinces refuse the same number twice.

field-site-lead-email =
    What is the site lead's e-mail address?
    .label = Site lead's e-mail (网站负责人邮箱)
    .help =
        One the person reads often, another than the subject lead's. If the review finds something, the notice goes there.

field-filing-password =
    An access filing (接入备案) needs the old filing's **password (备案密码)**, by the rules of September 2019. Do you have it?

    Only tell me whether you do. **Never send me the password itself.**
    .label = Filing password (备案密码)
    .help =
        Look through the messages and mail of the time when the old filing passed; it usually came with the number. Not found: ask the old provider or the provincial administration how to recover it.

        When Alibaba Cloud's system asks for it, enter it there yourself.
    .opt-ready = I have it
    .opt-not-yet = Not yet
    .again-not-yet = No problem, let us go on. Please find it before you submit: look through old messages and mail, or ask the old provider or the administration. I will ask again later.
