# Before the form: server, account, subject, domain, content with its pre-approvals, the administration's rules.

stage-prepare = First the preparation: server, account, subject, domain, content and pre-approvals, one at a time. What you answer here is not asked again.
    .label = Preparation (备案前准备)

field-server-region =
    Where is the server that holds the site?

    This comes first because it decides whether you need a filing at all.
    .label = Place of the server (服务器所在地)
    .help =
        Look at the server's region (地域) in the Alibaba Cloud console: “China (Hangzhou) 华东1” or “China (Beijing) 华北2” is the mainland; “China (Hong Kong) 中国香港” or “Singapore 新加坡” is not.

        - Only the server's place counts, not where you live or where your company is registered.
        - Servers both inside and outside: choose the mainland.
        - No server yet: choose the region you mean to buy in.
    .opt-mainland = Chinese mainland (中国内地)
    .opt-hk-mo-tw = Hong Kong, Macao or Taiwan
    .opt-overseas = Another country
    .also-mainland = mainland|china|mainland china|chinese mainland|prc
    .also-hk-mo-tw = hong kong|hk|macao|macau|taiwan
    .also-overseas = abroad|overseas|singapore|us|usa|europe|japan

exit-server-outside-mainland =
    On a server in Hong Kong, Macao, Taiwan or abroad the site **needs no filing and cannot get one**; you may open it right away. Keep in mind:

    - if the domain is already filed but points abroad for long, it may lose that filing; to keep the number, keep a working site on a mainland server
    - mainland nodes of CDN, WAF, Anti-DDoS or an OSS custom domain still ask for a filed domain
    - a site that serves readers in the mainland may need the public-security filing (公安联网备案) at beian.mps.gov.cn (an Alibaba Cloud page quoted in 2024); if in doubt ask the local police
    - if the site comes back to a mainland server one day, file first and open afterwards: send `/new` then and I lead you

field-server-provider =
    Whose server is it?

    A filing is handed in by the **access provider (接入服务商)** whose server you use: that company's server, that company's filing system.
    .label = Access provider (接入服务商)
    .help =
        - Bought through someone else's Alibaba Cloud account? Still Alibaba Cloud: ask them for a filing service code (备案服务号).
        - Only CDN, OSS or WAF from Alibaba Cloud and the server elsewhere? Choose another provider.
        - Nothing bought yet: a mainland region, by subscription (包年包月). In September 2019 an ECS, web host or Simple Application Server needed 3 months or more, an ECS also public bandwidth; pay-as-you-go did not count.

        Do not let the server expire before the reviews are over.
    .opt-aliyun = Alibaba Cloud (阿里云)
    .opt-other = Another provider
    .opt-own-room = Our own machine room (自建机房)

exit-other-provider =
    With another provider's server you file **through that provider**; Alibaba Cloud cannot take it. The steps:

    - log in to that provider's filing system (look for 备案 on its website)
    - enter subject, domain and site, and prove the server with their instance or code
    - upload the papers, do the face check, submit
    - wait for their first review (初审), { $edition ->
        [current] verify by SMS (短信核验; every province since 2020-08-17)
       *[other] verify by SMS if the province asks for it (短信核验; 22 of them in September 2019)
      }, wait for the administration (管局)
    - within 30 days of opening the site, make the public-security filing (公安联网备案) at { $edition ->
        [current] beian.mps.gov.cn
       *[other] www.beian.gov.cn (later beian.mps.gov.cn)
      }

    Moving to Alibaba Cloud soon? Buy a mainland server there first, then send `/new` and I lead you.

exit-own-room =
    With your own machine room the access provider is the **telecom carrier (电信运营商)** of your line, and the filing goes through them. The steps:

    - ask your account manager there in which system the filing is made and which papers they want
    - enter subject, domain, site and IP addresses in it and upload the papers
    - wait for their first review (初审), { $edition ->
        [current] verify by SMS (短信核验; every province since 2020-08-17)
       *[other] verify by SMS if the province asks for it (短信核验; 22 of them in September 2019)
      }, wait for the administration (管局)
    - within 30 days of opening the site, make the public-security filing (公安联网备案) at { $edition ->
        [current] beian.mps.gov.cn
       *[other] www.beian.gov.cn (later beian.mps.gov.cn)
      }

    If you change to a mainland server of Alibaba Cloud, send `/new` and I lead you.

field-channel =
    { $edition ->
        [current] Phone or computer? I recommend the phone: it reads your papers by itself and the face check happens there anyway, so it is quicker. On a computer you take up the phone only for upload and verification.
       *[other] Phone or computer? I recommend the phone: it reads your papers by itself and does the face check, so it is quicker. But it only does first-time filing (首次备案) and adding a website filed elsewhere (新增网站，原备案不在阿里云), with a China-site account; all else is for the computer.
    }
    .label = Where you file (办理方式)
    .help =
        { $edition ->
            [current]
                On the phone: the Alibaba Cloud app (阿里云APP). On a computer: beian.aliyun.com. Both are in Chinese only, and nearly the same; I tell you at each step where they differ.

                In September 2019 the app took two types only: 首次备案 (first-time filing) and 新增网站，原备案不在阿里云 (adding a site, filed elsewhere). I found no public list of what it takes today; if it turns you away, use the computer, which does all four.

                On a computer, the step 上传资料及真实性核验 (upload and verification) gives you a QR code or an SMS link that goes on with the phone.
           *[other]
                On the phone: the Alibaba Cloud app (阿里云APP 4.17.0 or newer, Android 5.0 or newer). On a computer: beian.aliyun.com. Both are in Chinese only, and nearly the same; I tell you at each step where they differ.

                - **Phone**: the subject's certificate is uploaded while the type is verified, and individuals do their face check there; both leads' papers and the site lead's face check come with the details; only extra papers (辅助资料) remain for the end.
                - **Computer**: for upload and verification (上传资料及真实性核验) you scan the page's QR code with the app, without logging in to it. Then go on by phone, or back on the computer if your account cannot log in to the app.
        }
    .opt-app = Phone (阿里云APP), recommended
    .opt-pc = Computer (beian.aliyun.com)
    .also-app = phone|mobile|app|Phone (阿里云APP)

field-account =
    { $edition ->
        [current] Which Alibaba Cloud account do you have? A filing needs a **China-site account (中国站账号)** with its identity verified (实名认证); international accounts are no longer accepted (Alibaba Cloud, 2026-06-13).
       *[other] Which Alibaba Cloud account do you have? I recommend a **China-site account (中国站账号)**, also for managing the filing later. An international account works on the computer only and cannot log in to the app.
    }
    .label = Alibaba Cloud account (阿里云账号)
    .help =
        Registered at aliyun.com it is a China-site account, at alibabacloud.com an international one (国际站账号).

        - One account files for one subject (主体); one subject may have several sites.
        - The account that files and the one that owns the server may differ; a service code (备案服务号) connects them.
        - No account yet? Choose that and go on; register at aliyun.com before you fill in the forms.

        { $edition ->
            [current] In September 2019 an international account could still file on the computer. Not today.
           *[other] September 2019: whether the account itself is identity-verified makes no difference. With an international account you work on the computer and, for the upload, scan the page's QR code with the app without logging in to it.
        }
    .opt-china = China site (中国站账号)
    .opt-international = International site (国际站账号)
    .opt-none = None yet
    .said-none = Fine, let us go on. Before you fill in the form, register a China-site account (中国站账号) at aliyun.com and verify your identity.
    .also-china = china|chinese|aliyun
    .also-international = international|intl|alibabacloud
    .also-none = no|none|not registered

stop-account-international =
    { $edition ->
        [current]
            International accounts cannot file any more (Alibaba Cloud, 2026-06-13). The way out:

            - register a China-site account (中国站账号) at aliyun.com
            - verify its identity (实名认证); file and manage everything from it
            - if your server belongs to the international account, ask 95187 whether it can give a service code (备案服务号); if not, buy a mainland server under the new account

            The international site also offers help of its own (GoChina ICP Filing Assistant); ask Alibaba Cloud about it. When the account is ready, press the button below and choose the China site.
       *[other]
            The app cannot be used with an international account (Alibaba Cloud, September 2019). Two ways:

            - register a China-site account (中国站账号) at aliyun.com and stay with the phone; then press the button below and choose the China site
            - or use the computer: send `/edit channel` and choose it. Your account works there; for the upload you scan a QR code with the app without logging in

            I recommend the first, also for managing the filing later.
    }

field-subject-kind =
    Who runs the site? In the system: the nature of the **subject (主办单位性质)**.

    The domain must be held by this same subject.
    .label = Kind of subject (主办单位性质)
    .help =
        The subject (主体) is the person or organisation that answers for the site; the number is issued to it. Go by the certificate in your hand: an ID card means individual (个人); a business licence (营业执照) says whether it is an enterprise (企业) or a sole trader (个体工商户).

        - An **individual** may show only personal content. A site about a company or trade, a forum or anything paid is sent back: file it for an organisation.
        - A foreign company with no presence in the mainland cannot file; set up a branch or office first.
        - A wrong subject means filling in all again. In doubt, send `/human`.
    .opt-individual = Individual (个人)
    .opt-enterprise = Enterprise (企业)
    .opt-sole-trader = Sole trader (个体工商户)
    .opt-government = Government agency (政府机关)
    .opt-public-institution = Public institution (事业单位)
    .opt-social-organisation = Social organisation (社会团体)
    .opt-private-non-enterprise = Private non-enterprise (民办非企业单位)
    .opt-foundation = Foundation (基金会)
    .opt-law-firm = Law firm (律师事务所)
    .opt-foreign-office = Foreign company's office (外国企业代表机构)
    .opt-other = Other (a military unit, say)
    .also-individual = me|myself|private person|person|natural person
    .also-enterprise = company|ltd|limited|corporation|firm|our company
    .also-sole-trader = self-employed|freelancer
    .also-government = government|agency
    .also-law-firm = lawyers

exit-other-subject-kind =
    How this kind of subject (a military unit, for instance) files, I have found in no reliable public source, and I will not guess. A person has to help:

    - call Alibaba Cloud, 95187, and name the organisation's nature and the certificate you hold: can such a unit file, with which certificate, and where?
    - or ask the communications administration (通信管理局) of your province; its word is final
    - or send `/human`, and I note that you came as far as this

    A foreign company with no presence in the mainland sets up a branch or office first and files with that certificate. If one of the other kinds fits after all, send `/new` and choose again.

field-subject-province =
    In which province, autonomous region or municipality is the subject?

    Organisations: the address on the certificate. Individuals: usually the one on the ID card. A city's name will do.
    .label = Region of the subject (所属区域)
    .help =
        The communications administration (通信管理局, 管局) of this province reviews the filing. Rules differ; I ask by the province you choose and tell you the rules that matter.

        - Organisations file in the province of their certificate; elsewhere they are sent back.
        - Individuals who file away from home mostly need proof such as a residence permit (居住证); some provinces refuse.
        - The server's place has nothing to do with it.

        Rules change and the administration has the last word. Its own text can be looked up on the front page of beian.aliyun.com.

field-domain =
    Which domain do you want to file?

    Write it as registered, without www.
    .label = Domain (域名)
    .help =
        Filing goes by the registered domain; subdomains follow it (except lower government units under .gov.cn). One domain per site since 2019-04-22.

        - See in your registrar's console who holds it: it must be the subject.
        - The suffix must be approved by the ministry; the list is at domain.miit.gov.cn.
        - So must the registrar: domains registered abroad after 2018-01-01, alibabacloud.com included, move to a mainland registrar first.
        - No domain yet? Register one and come back; I wait.

field-domain-verified =
    Has { $domain-label } passed real-name verification (域名实名认证)? Its holder must be the subject.
    .label = Real-name verification (域名实名认证)
    .help =
        In your registrar's domain list the status says verified (已实名), and the holder's name, document type and number are exactly those of the subject.

        - Just verified? Wait 3 to 5 working days until the ministry has the data; earlier it comes back as 域名未入库 (domain not in the database).
        - Held by someone else? Transfer it (过户) to the subject first; required since 2018-01-01. Held by the legal representative or a shareholder: some provinces accept it, some do not.
        - Not verified yet? Go on; it must be done before you submit.
    .opt-yes = Yes, and held by the subject
    .opt-no = Not yet
    .opt-unknown = I do not know
    .said-no = Noted. It must be done before you submit; I remind you then.
    .said-unknown = Look in the registrar's console: beside the domain stand its holder and 已实名 (verified). It must be certain before you submit; I remind you then.

field-domain-expires-on =
    On which day does { $domain-label } expire?

    More than { $domain-days-minimum } days must be left.
    .label = Domain's expiry date (域名到期日)
    .help =
        Your registrar's domain list shows it (到期时间).

        With too few days left the filing is sent back. The number comes from Alibaba Cloud, September 2019: more than 90 days, in Shanghai more than 180; later texts of the provinces mostly say over 3 months. If it is close, renew now; one year is enough.

stop-domain-expiry =
    By that date the domain has too little time left: it needs more than { $domain-days-minimum } days, or the filing is sent back.

    - renew it (续费) for a year at your registrar
    - when you see the new date there, press the button below and tell me

    If the date was a slip, press the button too and write it again.

field-site-content =
    Will the site have any of these? Choose all that fit, or “None of these”.

    Some need a **pre-approval (前置审批)** by another authority first.
    .label = Content of the site (网站涉及的内容)
    .help =
        Not only the pages count: the organisation's name, its business scope, the site's name and the domain may raise the question too.

        - A company's own notices are not news; a corporate film is not broadcasting; your own manuals are not publishing.
        - Forums, guest books and chat rooms are bulletin boards (电子公告).
        - Approvals for education, health care and bulletin boards were abolished over time. Choose them all the same; I tell you what holds.

        State Council Order 292: where approval is due it comes before the filing. In doubt, choose it, or ask the province's administration.
    .opt-none = None of these
    .opt-news = News (新闻)
    .opt-publishing = Publishing (出版)
    .opt-medicine = Drugs, medical devices (药品和医疗器械)
    .opt-culture = Culture (文化)
    .opt-broadcast = Radio, film, TV (广播电影电视节目)
    .opt-education = Education (教育)
    .opt-health = Health care (医疗保健)
    .opt-ride-hailing = Ride-hailing (网络预约车)
    .opt-bulletin-board = Forum, bulletin board (电子公告)
    .opt-games = Games (游戏)
    .opt-finance = Internet finance (互联网金融)
    .opt-tutoring = Off-campus tutoring (校外培训)
    .opt-religion = Religion (宗教)

field-site-commercial =
    Will visitors **pay on the site for information or services**: paid membership, paid content, a platform where others sell?
    .label = Commercial or not (经营性 / 非经营性)
    .help =
        Information, web pages or services against payment make a site commercial (经营性). After the filing it needs an ICP licence (ICP许可证, 增值电信业务经营许可证), which only companies can get; an individual may not run such a site.

        A free, public site is non-commercial (非经营性). Selling only your own goods on your own site is mostly seen as non-commercial too, but I found no official text that says so, and in 2019 Alibaba Cloud's checks took prices and buy buttons as commercial. In doubt ask the province's administration; its word decides.

stop-individual-commercial =
    An individual's filing may not carry commercial (经营性) content; as it stands it would be sent back. Two ways:

    - **file for a company**: send `/edit subject.kind`; the company applies for the ICP licence after the filing, and the domain must be transferred (过户) to it
    - **charge nothing**: drop paid membership, prices, buy links; then press the button below and answer “no” to this question

    If you think yours is not commercial, ask the province's administration first. Tell them who pays for what; their word decides.

field-pre-approval =
    The site touches **{ $category }**, so another authority's document comes before the filing. Do you have it?

    - Document: { $document }
    - From: { $authority }
    .label = Pre-approval (前置审批): { $category }
    .help =
        Sites that touch { $category } first get the authority's consent, then file (State Council Order 292, articles 5 and 8). Uploaded with the filing: { $document }.

        - Only organisations can get it, individuals cannot.
        - Not sure that it is due? Ask: { $authority }. If they say none is needed, choose that; you then write it in the remarks (备注) or upload a commitment (承诺书), as the administration wishes.
        - If it cannot be had, change the name, the business scope or the content.
        - While you are applying, we can prepare all the rest.
    .opt-have = I have it
    .opt-applying = I am applying for it
    .opt-authority-says-none = The authority says none is needed
    .opt-no = No

field-notice-pre-approval-missing =
    One kind of content still lacks its pre-approval document (前置审批); submitted like this, the filing most likely comes back. Choose a way:

    - apply at that authority and submit when you have it
    - ask whether it is needed at all; if they say no, send `/edit` and answer so
    - leave that content out: `/edit site.content`

    All else can be prepared now. Whether the document is due, { $administration } decides.
    .label = Pre-approval missing
    .help =
        Approval first, filing second: without the document there is no filing (State Council Order 292). Sometimes only a word in the name or business scope raises the question while nothing of the kind is done: many administrations take an explanation or a commitment (承诺书), some do not (Hubei; Tencent Cloud, about 2022) and only a changed name or scope helps. Call them before you act.
    .opt-understood = Understood, prepare the rest

field-notice-pre-approval-individual =
    You chose content that needs a pre-approval (前置审批), and **individuals cannot get one**; only organisations can. Two ways:

    - let an organisation be the subject: `/edit subject.kind`
    - leave that content out: `/edit site.content`

    Submitted as it stands, it most likely comes back.
    .label = Pre-approval and individuals
    .help =
        These licences are issued to organisations; Tencent Cloud's pages of about 2022 also say that individuals cannot get them. Reprinting political news, serial publications, selling drugs, showing films: all belong here. If you think your site does not, ask { $administration } first.
    .opt-understood = Understood, go on

field-notice-pre-approval-cancelled =
    Some of what you chose **needs no pre-approval document any more**: education and health care were freed nationwide by about 2022, bulletin boards earlier. Nothing to hand in for those.

    But a name with 论坛 (forum), 社区 (community) or 博客 (blog) still calls for an explanation in many provinces, or is refused to individuals.
    .label = Pre-approvals that ended
    .help =
        Alibaba Cloud's guide of September 2019 still listed education, health care and bulletin boards, though most provinces had stopped asking. The ministry's list of types has the names to this day; choose truthfully when you fill in the form.

        Off-campus tutoring is a class of its own since 2021-07-24; treating patients online needs a medical licence. Whether an explanation or commitment (承诺书) is wanted, { $administration } decides.
    .opt-understood = Understood, go on

# What the pre-approval categories cover
category-falls = Counts as this: { $list }
category-not-falls = Does not count: { $list }
category-change = { $date }: { $what } ({ $sources })
