# Verifying the type: the certificate, what was filed before; contradictions and stops are put right here.

stage-identify =
    Next is what the system calls 填写信息验证备案类型: the subject's certificate, and whether subject and domain were filed before. From these the system finds the filing type by itself; I work it out for you beforehand.

    { $upload-moved ->
        [yes] In the app the certificate is uploaded in this step already, and individuals do their face check here (Alibaba Cloud, September 2019).
       *[other] For now only the certificate's kind and number; photos come later.
    }
    .label = Filing type (验证备案类型)

field-subject-certificate =
    Which certificate does the subject file with?

    It must be the kind used in the domain's real-name verification.
    .label = Subject's certificate (主办单位证件类型)
    .help =
        Use the one now in force, with at least 3 months left.

        - Chinese citizens: the second-generation ID card; several provinces refuse temporary cards.
        - Residents of Hong Kong and Macao: residence permit or Mainland Travel Permit, not the local ID card or passport (stated by Shanghai).
        - Enterprises and sole traders: the newest business licence.
        - Filed before, and the number has changed since? The next question's help says what to do.

        If the domain was verified with another kind, the filing comes back as 注册人证件类型不一致; correct the domain's data first.
    .opt-id-card = ID card (居民身份证)
    .opt-hmt-residence-permit = HK/Macao/TW residence permit (港澳台居民居住证)
    .opt-hk-mo-travel-permit = HK/Macao travel permit (港澳居民来往内地通行证)
    .opt-tw-travel-permit = Taiwan travel permit (台湾居民来往大陆通行证)
    .opt-passport = Passport (护照)
    .opt-permanent-residence-card = Permanent residence (外国人永久居留身份证)
    .opt-business-licence = Business licence (营业执照)
    .opt-unified-code-certificate = Unified code cert. (统一社会信用代码证书)
    .opt-institution-certificate = Institution certificate (事业单位法人证书)
    .opt-registration-certificate = Registration certificate (登记证书)
    .opt-practice-licence = Law firm's licence (律师事务所执业许可证)
    .opt-foreign-office-certificate = Foreign office's cert. (外国企业代表机构登记证)
    .opt-organisation-code = Organisation code (组织机构代码证)
    .also-id-card = id|id card|identity card
    .also-hmt-residence-permit = residence permit
    .also-hk-mo-travel-permit = home return permit|home visit permit
    .also-tw-travel-permit = taiwan travel permit

field-subject-certificate-number =
    { $subject-certificate ->
        [business-licence] What is the **unified social credit code (统一社会信用代码)** on the business licence? It has 18 characters.
        [unified-code-certificate] What is the **unified social credit code (统一社会信用代码)** on the certificate? It has 18 characters.
        [institution-certificate] What is the **unified social credit code (统一社会信用代码)** on the certificate? It has 18 characters.
        [registration-certificate] What is the **unified social credit code (统一社会信用代码)** on the certificate? It has 18 characters.
       *[other] What is the number on this certificate: { $subject-certificate-label }?
    }
    .label = Certificate number (主办单位证件号码)
    .help =
        Copy it as printed. I test its check digit, so one wrong character mostly shows at once.

        - ID card and residence permit: 18 characters, the last may be X.
        - Business licence, institution certificate and the like: the 18-character unified social credit code (统一社会信用代码), without the letters I, O, S, V, Z.
        - It must equal the number in the domain's real-name data.
        - Filed before, and the number changed since (三证合一, the three-in-one licence)? The ministry still has the old one, and with the new one the type comes out wrong. Ask the provider of the old filing about a change (变更备案) first.
        - With `/hold` I cannot look for slips; all else goes on.

field-subject-local =
    Is the ID card from { $subject-province-label }? The first two digits or the issuing office tell.
    .label = ID card of this province
    .help =
        I do not know the number, so I ask only this. With a card of the province you file in, things are simplest; with another, some provinces want proof such as a residence permit (居住证) and some refuse.

        Moved your household registration (户口) here and got a new card? “Yes”. Only living here with the card from home? “No”.

field-notice-individual-elsewhere =
    { $province-individual-elsewhere ->
        [not-allowed]
            By the rules I know, **{ $subject-province-label } refuses individuals whose ID card is from another province**. Before going on, choose a way:

            - ask { $administration }: is it possible now, with which proof?
            - file in the card's own province: `/edit subject.province`
            - if you have a company, file for it: `/edit subject.kind`

            If the administration itself says yes, press the button.
        [with-proof]
            Your ID card is not from { $subject-province-label }. There individuals from elsewhere add **proof that they live, study or work in the place**, such as a residence permit (居住证).

            Get it ready now; it is uploaded later. If you cannot have it, file in the card's own province: `/edit subject.province`.
        [unclear]
            Your ID card is not from { $subject-province-label }. **Sources differ on whether individuals from elsewhere may file there**, and the rule has changed over time.

            Ask { $administration } first: may I file, and do I need a residence permit (居住证)? Or file in the card's own province: `/edit subject.province`.
       *[other]
            Your ID card is not from { $subject-province-label }. I found no limit there for individuals from elsewhere, so it should be possible.

            To be safe, ask { $administration } before you submit whether it wants a residence permit (居住证); its word is final.
    }
    .label = Individual from another province
    .help =
        What provinces do comes from Alibaba Cloud (September 2019), Tencent Cloud (about 2022) and Huawei Cloud (end of 2025). Rules change; the administration decides.

        How to ask: call { $administration } (the number is on its website) and say: “我的身份证是外省的，想在本省做个人网站备案，能不能办，要带什么证明？” (My ID card is from another province; can I file a personal site here, with which proof?) Note the day and the answer. You may also ask Alibaba Cloud at 95187.
    .opt-understood = Understood, go on

field-notice-age =
    { $age-verdict ->
        [refused]
            By the number you have not reached the age that { $subject-province-label } requires, so **this would be sent back**. What you can do:

            - wait until you are old enough
            - let an adult of your family be the subject and hold the domain: `/edit subject.certificate-number`
            - if you think you are an exception, ask { $administration } first
       *[other]
            By the number you are under 18. **Whether { $subject-province-label } accepts that, my sources do not say clearly.**

            Ask { $administration } first: may a minor file, and with a guardian's consent or proof of income? Or let an adult of your family be the subject: `/edit subject.certificate-number`.
    }
    .label = Age
    .help =
        Most provinces want 18 years; some take 16 with proof (several providers' pages, 2019 to 2025). Count your age on the day you submit.

        How to ask: call { $administration }, or Alibaba Cloud at 95187; say how old you are and that you want to file a personal site (个人网站备案). The administration has the last word.
    .opt-understood = Understood, go on

field-notice-foreigner =
    By pages of Alibaba Cloud (September 2019) and Huawei Cloud (end of 2025), **{ $subject-province-label } does not accept foreign individuals**. Choose a way first:

    - ask { $administration } whether it does now
    - file for a company in the mainland: `/edit subject.kind`
    - if you live in another province, correct the region: `/edit subject.province`
    .label = Foreign individual
    .help =
        Elsewhere a passport mostly works; Shanghai also wants the residence permit (居住证) and residence slip (居住单; Tencent Cloud, about 2022). I read no source that says whether the permanent-residence card is taken; ask that as well.

        How to ask: call { $administration }, or Alibaba Cloud at 95187; give nationality, document and place of living. The administration has the last word.
    .opt-understood = Understood, go on

field-subject-filed =
    Has this subject, that is, this very certificate, been filed before?

    A filing for some other site counts too.
    .label = Subject filed before
    .help =
        Not sure? Choose that and I show you how to look it up.

        - **Alibaba Cloud**: log in to beian.aliyun.com with this account and the subject is there.
        - **Another Alibaba Cloud account**: a colleague's or an old one; the system will say that the certificate is already filed.
        - **Elsewhere**: through Tencent Cloud, Huawei Cloud or any other provider.
        - **Shell (空壳主体)**: there is a number but no site under it any more, because its access was cancelled, say.

        If the certificate's number has changed, look up the old one too; a filing overlooked is sent back as the wrong type.
    .opt-none = Never
    .opt-elsewhere = Yes, through another provider
    .opt-aliyun = Yes, in this Alibaba Cloud account
    .opt-aliyun-other-account = Yes, in another Alibaba Cloud account
    .opt-shell = A number, but no site (空壳)
    .opt-unknown = Not sure, show me how
    .again-unknown =
        Two minutes to look it up:

        - open beian.miit.gov.cn, go to ICP备案查询 (filing query)
        - enter the subject's full name in Chinese (for an individual the domain or the number is surer, names repeat), press 搜索 (search)
        - nothing found: never filed. Found: note the number
        - with a number, log in to beian.aliyun.com and see whether this account has the subject; if not, ask who made the filing and where
        - a subject number without any site is a shell (空壳)

        I keep your place; come back and answer then.
    .also-none = no|none|first time|never filed

field-domain-filed =
    Is { $domain-label } filed now, and under whom?

    Look twice if you bought it second-hand.
    .label = Domain filed before
    .help =
        Not sure? Choose that and I show you how to look it up.

        - **Never**: a query by domain finds nothing.
        - **Under this subject, elsewhere**: found, the subject is you, and it was made through another provider.
        - **Under this subject, at Alibaba Cloud**: beian.aliyun.com shows the site when you log in.
        - **Under someone else**: the subject found is not you; mostly a former holder who never cancelled.

        Your own organisation's former name is not someone else.
    .opt-unfiled = Never
    .opt-same-elsewhere = Under this subject, elsewhere
    .opt-same-aliyun = Under this subject, at Alibaba Cloud
    .opt-other-subject = Under someone else
    .opt-unknown = Not sure, show me how
    .again-unknown =
        Two minutes to look it up:

        - open beian.miit.gov.cn, go to ICP备案查询 (filing query)
        - enter `{ $domain-label }` without www, press 搜索 (search)
        - nothing found: never filed
        - found: compare 主办单位名称 (name of the subject) with yours. If it is you, log in to beian.aliyun.com: if the site is there, it is Alibaba Cloud, if not, elsewhere
        - a filing number can be entered there too

        I keep your place; come back and answer then.
    .also-unfiled = no|none|first time|not filed|unfiled

stop-domain-suffix =
    The suffix of { $domain-label } is not approved by the ministry, so **this domain cannot be filed**, by no subject and at no provider.

    - compare the approved suffixes at domain.miit.gov.cn
    - take a domain with an approved one, .cn or .com say, and verify it by real name (实名认证)
    - press the button below and tell me the new domain

    If the list has your suffix by now, send `/human`: my data is out of date.

field-notice-domain-suffix =
    I am not sure that the suffix of { $domain-label } can be filed.

    - If it is merely missing from my list: look at domain.miit.gov.cn. If it is there, go on; if not, take another domain (`/edit domain`).
    - If it was never approved, yet the domain was filed long ago: you may only add access (接入备案). **Never cancel that filing**; it could not be made again.
    .label = Suffix of the domain
    .help =
        New sites need a suffix approved by the ministry, or the filing is sent back. The list keeps growing; mine is of 2022-08-30.

        For domains filed years ago, .org among them, some provinces still take access filings. { $administration } and Alibaba Cloud (95187) have the last word.
    .opt-understood = I have looked, go on

stop-app-type =
    Your type is **{ $filing-type-label }**, and the app cannot do it: in September 2019 it takes only 首次备案 (first-time filing) and 新增网站，原备案不在阿里云 (adding a site, filed elsewhere).

    Use the computer: press the button below and choose it. Your answers stay.

field-notice-app-type =
    Your type is **{ $filing-type-label }**. In September 2019 the app could not do it; whether it can now, I found no public word.

    Try the app; if there is no way in, use beian.aliyun.com on a computer with the very same data. To switch now, send `/edit channel`.
    .label = This type in the app
    .help =
        Both ask the same; on the computer you only scan a code with your phone at the step of upload and verification (上传资料及真实性核验). The computer does all four types, so it is the safe choice. Or ask 95187.
    .opt-understood = Understood, go on

field-notice-shell =
    Your subject is a **shell (空壳主体)**: a number without any site. In { $subject-province-label } it usually has to be cancelled before a first-time filing.

    - ask the provider of the old filing to cancel the subject (注销主体); if it no longer will, apply to { $administration }
    - when beian.miit.gov.cn finds the subject no more, submit the new filing

    All papers can be prepared now.
    .label = Shell subject (空壳主体)
    .help =
        Submitted with the shell still there, the filing comes back as 工信部中已存在备案记录 (a record exists).

        Cancelling takes mostly 1 to 5 working days, 20 at most (Tencent Cloud, about 2020–2022); since 2020-08-17 the subject lead verifies by SMS. By Huawei Cloud (2025-12-31), Beijing, Tianjin, Shanxi, Liaoning, Shanghai, Jiangsu, Zhejiang, Guangxi, Sichuan, Guizhou and Yunnan let you add a site without cancelling. To be sure, ask { $administration }, which has the last word.
    .opt-understood = Understood, I cancel the shell first
