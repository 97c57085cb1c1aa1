# Answers to topics: the short one first, `.label` its name on a button, `.more` details, the others are said instead where something is named.

topics-of-overview = The filing, its time and cost
topics-of-channel = Computer or phone, account
topics-of-type = Filing types (备案类型)
topics-of-prepare = Account, domain, server
topics-of-pre-approval = Pre-approval (前置审批)
topics-of-province = Provincial rules
topics-of-sms = SMS verification (短信核验)
topics-of-identity = Identity check
topics-of-form = Filling in the form
topics-of-review = Reviews
topics-of-after = After the filing
topics-of-bot = About me

# Overview

answer-overview-what =
    { $edition ->
        [current] An ICP filing (ICP备案) registers with the ministry (工信部, MIIT) who runs a website or app, under which domain and on which server. With a server in mainland China you file first and open afterwards; unfiled domains are blocked. The access provider (接入服务商), such as Alibaba Cloud, makes the initial review (初审); then the communications administration (管局) of the subject's province reviews and issues the number (备案号) that stands at the foot of the site. In September 2019 only websites had to file; apps followed in September 2023.
       *[other] An ICP filing (ICP备案) registers with the ministry (工信部, MIIT) who runs a website, under which domain and on which server. With a server in mainland China you file first and open afterwards; unfiled domains are blocked. The access provider (接入服务商), such as Alibaba Cloud, makes the initial review (初审); then the communications administration (管局) of the subject's province reviews and issues the number (备案号) that stands at the foot of the site. These are the rules of September 2019; since September 2023 apps must file too.
    }
    .label = What is an ICP filing
    .more =
        Three kinds of data are checked: the subject (主体, who runs the site), the site, and the server with its access.

        - The law: State Council Order 292. Non-commercial sites file (备案), commercial ones also need a licence (许可证); with neither, no service may be offered
        - You file the registered domain; its subdomains need no filing of their own (except lower government units under .gov.cn). One subject may have several sites
        - A number looks like 京ICP备2021000000号-1: the subject's number, then “-1” for its first site
        - You file in the system of the provider whose server you use
        - The public-security filing (公安联网备案) is a separate matter, due within 30 days of the site's opening
        - A site opened without a filing: its owner is ordered to put that right and fined 10,000 yuan; if they refuse, it is closed. Beyond what was filed the fine is 5,000 to 10,000 yuan (Order 33 of the former Ministry of Information Industry, article 22)

answer-overview-needed =
    It depends on where the server is. In **mainland China**: yes, and before the site opens. In Hong Kong, Macao, Taiwan or abroad: no, and you cannot get one. Only where the server stands counts, not where you live or where your company is registered; http or https makes no difference. Where is your server?
    .label = Do I need a filing
    .mainland =
        Yes. With a server in **mainland China** you file first and open the site afterwards; unfiled domains are blocked. File with the provider whose server you use: for an Alibaba Cloud server that is Alibaba Cloud, for your own machine room the telecom carrier. A domain filed through another provider that now uses an Alibaba Cloud server also needs an access filing (接入备案). Send `/new` when ready, and I will lead you through.
    .outside =
        No. A site on a server in Hong Kong, Macao, Taiwan or abroad needs no filing and cannot get one; you may open it right away. Two cautions: CDN (mainland or global), WAF, Anti-DDoS and OSS custom domains need a filed domain; and a filed domain that points only outside the mainland for long may lose its filing. If the site moves to a mainland server later, file before it opens there.
    .more =
        { $edition ->
            [current]
                Cases that are easily mistaken:

                - **Servers both in the mainland and outside**: the mainland one needs the filing
                - **Only CDN (mainland or global), OSS custom domain, WAF, Anti-DDoS**: the domain must be filed, though not necessarily through Alibaba Cloud
                - **Subdomains**: covered by the registered domain (except lower government units under .gov.cn)
                - **Reached by IP address only**: Alibaba Cloud cannot file it; report to the administration (管局)
                - **Mini programs** (小程序): filed with their platform
                - **Apps**: need a filing since September 2023; in 2019 they did not

                A site abroad that serves mainland users may need the public-security filing (公安联网备案): an Alibaba Cloud page quoted in 2024 says so, the page of 2019 does not mention it. If in doubt ask the local police.
           *[other]
                Cases that are easily mistaken:

                - **Servers both in the mainland and outside**: the mainland one needs the filing
                - **Only CDN (mainland or global), OSS custom domain, WAF, Anti-DDoS**: the domain must be filed, though not necessarily through Alibaba Cloud
                - **Subdomains**: covered by the registered domain (except lower government units under .gov.cn)
                - **Reached by IP address only**: Alibaba Cloud cannot file it; report to the administration (管局)
                - **Apps**: none needed in September 2019; since September 2023 they need one
        }

answer-overview-flow =
    { $edition ->
        [current] First prepare account, domain and server, and look up pre-approvals (前置审批) and local rules. Then in the system: verify the type (验证备案类型), verify the product (产品验证), enter subject and site, upload papers with the face check, confirm and submit. Then come initial review (初审), SMS verification (短信核验; nationwide since 2020-08-17, 22 provinces in 2019) and the administration's review (管局审核), which gives the number. Last: show it, open the site, make the public-security filing (公安联网备案) within 30 days.
       *[other] First prepare account, domain and server, and look up pre-approvals (前置审批) and local rules. Then in the system: verify the type (验证备案类型), verify the product (产品验证), enter subject and site, upload papers with the face check, confirm and submit. Then come initial review (初审), papers by post if asked, SMS verification (短信核验; 22 provinces, nationwide since 2020-08-17) and the administration's review (管局审核), which gives the number. Last: show it, open the site, make the public-security filing (公安联网备案) within 30 days.
    }
    .label = The steps
    .more =
        { $edition ->
            [current]
                What to know at each step:

                - **Domain**: after real-name verification (实名认证) wait 3 to 5 working days
                - **Initial review (初审)**: 1 to 2 working days; the reviewer may call
                - **Papers by post (邮寄资料)**: an optional step in 2019; the part of the present page (2026-06-13) that I could read has no such step; unasked, send nothing
                - **SMS (短信核验)**: within 24 hours
                - **Administration (管局审核)**: usually 1 to 20 working days; an order there cannot be withdrawn
                - **Rejected (驳回)**: read the reason, correct, submit again
                - **Commercial site**: ICP licence (ICP许可证) after the filing
                - **Public-security filing (公安联网备案)**: within 30 days of opening, at beian.mps.gov.cn

                In a first filing and for added sites, the site stays closed until the number is there; in access filings and changes it may stay open. Send `/new`, and I will lead you through.
           *[other]
                What to know at each step (September 2019):

                - **Domain**: after real-name verification (实名认证) wait 3 to 5 working days
                - **Initial review (初审)**: 1 working day; the reviewer may call
                - **Papers by post (邮寄资料)**: only if the system or the reviewer asks
                - **SMS (短信核验)**: 22 provinces, within 24 hours
                - **Administration (管局审核)**: usually 3 to 20 working days; an order there cannot be withdrawn
                - **Rejected (驳回)**: read the reason, correct, submit again
                - **Commercial site**: ICP licence (ICP许可证) after the filing
                - **Public-security filing (公安联网备案)**: within 30 days of opening, at www.beian.gov.cn (later beian.mps.gov.cn)

                In a first filing and for added sites, the site stays closed until the number is there; in access filings and changes it may stay open. Send `/new`, and I will lead you through.
        }

answer-overview-duration =
    { $edition ->
        [current] Usually 2 to 22 working days from submission: Alibaba Cloud's initial review (初审) 1 to 2, the administration's review (管局审核) 1 to 20; the SMS verification (短信核验) between them must be done within 24 hours. In 2019 the administration's review was given as 3 to 20. After a rejection (驳回) you correct and submit again, and the review starts anew; so complete papers are the quickest way.
       *[other] By the figures of 2019 it usually takes 5 to 22 working days from submission: Alibaba Cloud's initial review (初审) 1, passing it on 1, the administration's review (管局审核) 3 to 20; where SMS verification (短信核验) is asked, it must be done within 24 hours. Later the administration's review was given as 1 to 20. After a rejection (驳回) you correct and submit again, and the review starts anew; so complete papers are the quickest way.
    }
    .label = How long it takes
    .more =
        Count what comes before and after:

        - **Before**: after real-name verification (实名认证) of the domain it takes 3 to 5 working days until the ministry has the data
        - **Papers by post**: only if asked; Alibaba Cloud enters them 1 to 2 working days after arrival (2019)
        - **After**: the result comes by SMS and e-mail; Alibaba Cloud's system may show it 1 to 2 working days later
        - **Legal maximum**: 20 working days once the papers are complete; Tencent Cloud's pages of about 2020 to 2022 say 30 for Zhejiang
        - **Public-security filing (公安联网备案)**: due within 30 days of opening; in the few sources I have its review took 2 to 7 days

        Provinces differ, and I found no express way. Answer the reviewer's calls; a missed one costs time. `/progress` shows where you are.

answer-overview-cost =
    The filing is free: access providers (接入服务商) handle it without charge; Huawei Cloud, for one, says so of its service (2025-12-31). What costs money is the domain and a server in mainland China; in September 2019 Alibaba Cloud asked for a subscription (包年包月) of 3 months or more. You need no paid agent; you can do it yourself.
    .label = What it costs
    .more =
        - **Domain**: if it expires soon, renew it first; with too little validity left you cannot file
        - **Server**: keep it paid until the reviews are over; on someone else's server, ask them for a service code (备案服务号)
        - **Paid agents**: not required; with one, too, Alibaba Cloud and the administration (管局) do the reviews
        - **Somebody wants a “filing fee”**: ask Alibaba Cloud first, 95187
        - **Commercial site**: after the filing it needs an ICP licence (ICP许可证), which only companies can get and which asks for a certain registered capital

answer-overview-app =
    { $edition ->
        [current] Yes. Apps have needed a filing (App备案) since September 2023; in 2019 they did not. It is made through the access provider as well: with a server on Alibaba Cloud, in the same filing system as websites. I lead through website filings only; for an app follow the prompts at beian.aliyun.com. Mini programs (小程序) are filed with their platform.
       *[other] In September 2019 there was no app filing; apps usually needed none (Alibaba Cloud's forum said so in 2017). A website behind the app needs its filing all the same. Later the rule changed: since September 2023 apps need a filing too (App备案), through the access provider. I lead through website filings only.
    }
    .label = Filing an app (App备案)
    .more =
        How it came about:

        - the ministry's notice was published on 2023-08-04; applications have been taken since 2023-09-04
        - existing apps had until the end of March 2024; since 2024-04-01 unfiled ones are taken down

        What is special:

        - besides the subject's data it needs the package name, the public key and the signature's MD5 or SHA-1
        - several sites or apps may go into one order
        - if the subject is filed already, the app is one more service (新增互联网信息服务); its number ends like “-2A”, A for app
        - since 2023-11-17 a mobile number used only for an app's lead needs no SMS verification (短信核验)
        - show the number in the app's settings or about page, linked to beian.miit.gov.cn

        Questions: Alibaba Cloud, 95187.

answer-overview-materials =
    Three things above all: the subject's certificate (an individual's ID card, an enterprise's business licence (营业执照), another body's own certificate); the ID documents of the subject lead (主体负责人) and site lead (网站负责人); a mobile number that gets SMS, an emergency phone and an e-mail address. Some provinces add a letter of authority (授权书), domain certificate (域名证书) or commitment (承诺书). Are you an individual, an enterprise or something else?
    .label = What to have ready
    .individual =
        An individual can file, with the original **ID card** (second generation, both sides, over 3 months valid), a mobile number that gets SMS, an emergency phone and an e-mail address. You yourself are the site lead (网站负责人) and do the face check. Some provinces also want a photo of you holding the card or a domain certificate (域名证书). Outside your home province you mostly need a residence permit (居住证); some provinces refuse. Hong Kong, Macao and Taiwan residents use their residence or travel permit, foreigners a passport; Hebei refuses foreigners.
    .enterprise =
        An enterprise needs its newest **business licence (营业执照)**, the original; the ID document of the subject lead (主体负责人), who in most provinces must be the legal representative (法定代表人); that of the site lead (网站负责人) if another person, in some provinces with a letter of authority (授权书); for each a mobile number, an emergency phone and an e-mail address. The site lead does the face check. You can only file in the province of the licence.
    .sole-trader =
        Most provinces treat a sole trader (个体工商户) as an enterprise: have ready the original **business licence (营业执照)**, the ID documents of subject lead (主体负责人) and site lead (网站负责人), and for each a mobile number, an emergency phone and an e-mail address. The site lead does the face check. You can only file in the province of the licence. Without a trade name (字号) or seal the rules differ: tell me your province.
    .organisation =
        Such a body needs its **original certificate**: agencies the unified code certificate (统一社会信用代码证书), public institutions 事业单位法人证书, social organisations, private non-enterprises, foundations and foreign enterprises' offices their registration certificate (登记证书), law firms the practice licence (执业许可证). Add the ID documents, mobile numbers, emergency phones and e-mail addresses of both leads. Some provinces want a letter of authority (授权书); agencies in a few also need a paper of the staffing office (编办).
    .more =
        { $edition ->
            [current]
                Added by some places:

                - **Letter of authority (授权书)**: for a subject lead who is not the legal representative, accepted in a few provinces; for a site lead who is another person, asked in about ten (about 2022)
                - **Commitment (承诺书)**: common now, mostly signed by the site lead; Guangdong has its own
                - **Domain certificate (域名证书)**: download it at your registrar
                - **Residence permit (居住证)**: individuals who file outside their home province
                - **Pre-approval document (前置审批)**: for news, publishing and the like

                Photograph the originals: in colour, whole, legible. Temporary ID cards are refused in several provinces. A foreign enterprise's office uses its registration certificate (登记证); a foreign enterprise with no presence in the mainland cannot file and must set up a branch or office first.

                In September 2019 Guangdong and Tibet still asked for the authenticity slip (核验单); later sources have notices and commitments (告知书, 承诺书) instead. Now the papers of orders approved within three years can be reused, except after a cancellation. The province's administration (管局) has the last word.
           *[other]
                Added by some places (September 2019):

                - **Authenticity slip (核验单)**: still in Guangdong and Tibet; later replaced by notices and commitments (告知书, 承诺书)
                - **Letter of authority (授权书)**: for a lead who is not the legal representative, or a site lead who is another person, if the province takes it
                - **Domain certificate (域名证书)**: download it at your registrar
                - **Photo holding the document**, **construction plan (网站建设方案书)**: a few provinces
                - **Residence permit (居住证)**: individuals who file outside their home province
                - **Pre-approval document (前置审批)**: for news, publishing and the like

                Photograph the originals: in colour, whole, legible. A foreign enterprise's office uses its registration certificate (登记证); a foreign enterprise with no presence in the mainland cannot file and must set up a branch or office first. The province's administration (管局) has the last word.
        }

# Channel

answer-channel-pc-or-app =
    { $edition ->
        [current] Either. I recommend the Alibaba Cloud app (阿里云APP): it reads your documents automatically, the face check is on the phone anyway, and it is quicker. On a computer use beian.aliyun.com and change to the phone for upload and face check. In September 2019 the app took only first filings (首次备案) and added sites, filed elsewhere (新增网站，原备案不在阿里云); what it takes now I could not find. If it turns you away, the computer does all four types.
       *[other] By type. First filings (首次备案) and added sites, filed elsewhere (新增网站，原备案不在阿里云), work on both; I recommend the Alibaba Cloud app (阿里云APP), which reads documents automatically and is quicker, but needs a China-site account. All else (access, added sites filed with Alibaba Cloud, changes, cancelling) is for the computer only, at beian.aliyun.com; there too, upload and face check move to the phone.
    }
    .label = Phone or computer
    .more =
        { $edition ->
            [current]
                The flow is nearly the same; the difference lies in the upload:

                - **Computer**: enter everything first; at upload and verification (上传资料及真实性核验) scan the page's QR code or open the link sent by SMS, and go on with the phone for photos and face check
                - **Phone**: all in the app; papers are uploaded as you go

                In September 2019 the app had to be 4.17.0 or newer on Android 5.0 or newer, with a China-site account (中国站账号); an international account worked on the computer, scanning with the app without logging in. Now both need a China-site account. Both are in Chinese only.
           *[other]
                The flow is nearly the same; the difference lies in the upload (September 2019):

                - **Computer**: enter everything first; at upload and verification (上传资料及真实性核验) scan the page's QR code with the app, without logging in to it; go on by phone, or back on the computer if your account cannot log in to the app
                - **Phone**: the subject's certificate goes up while the type is verified, and individuals do their face check there; both leads' papers and the site lead's face check come with the details; only extra papers (辅助资料) remain for the end

                The app must be 4.17.0 or newer, Android 5.0 or newer. Both are in Chinese only. Later the page gives a QR code or an SMS link, and international accounts are no longer accepted.
        }

answer-channel-account =
    { $edition ->
        [current] You need a **China-site account (中国站账号)** from aliyun.com, with its identity verified (实名认证). International-site accounts (国际站账号, alibabacloud.com) are no longer accepted, says Alibaba Cloud's page of 2026-06-13; in September 2019 they still worked on the computer. If you have only an international one, register another at aliyun.com.
       *[other] Either, but I recommend a **China-site account (中国站账号)**, also for managing the filing later. September 2019: an international-site account (国际站账号) works on the computer only; for the upload you scan a QR code with the app without logging in. The app itself needs a China-site account. Later this changed: international accounts are no longer accepted (page of 2026-06-13).
    }
    .label = China or international site
    .more =
        { $edition ->
            [current]
                - One account files for one subject (主体); one subject may have several sites
                - The account that files and the one that owns the server may differ; a service code (备案服务号) connects them
                - Server in an international account: ask 95187 whether it can issue a service code; if not, buy a mainland server with the China-site account
                - The international site offers help (GoChina ICP Filing Assistant); ask Alibaba Cloud about it
                - In 2019 it did not matter whether the account itself was identity-verified; now it must be
           *[other]
                - One account files for one subject (主体); one subject may have several sites
                - The account that files and the one that owns the server may differ; a service code (备案服务号) connects them
                - In September 2019 it did not matter whether the account itself was identity-verified (实名认证); later it had to be
                - If your international account cannot log in to the app, go back to the computer after the upload to check and submit
        }

answer-channel-language =
    No English version: the filing system at beian.aliyun.com and the Alibaba Cloud app (阿里云APP) are in Chinese only, and the applicant must read and write Chinese; so it was in 2019 and so it is now. If you know no Chinese, do it together with a colleague who does, and let a lead who speaks Chinese take the reviewer's call. I can prepare everything with you in English; `/language` switches.
    .label = Language of the system
    .more =
        - Names and addresses are entered as on the Chinese certificate; the site's name needs 3 or more Chinese characters
        - The reviewer phones to check the data; whoever answers must know them
        - `/dossier` gives you what you answered, in the order of the form, to be copied over
        - Alibaba Cloud's international site offers help (GoChina ICP Filing Assistant); ask Alibaba Cloud about it
        - The site itself may be in other languages; the form lets you name several

# Filing types

answer-type-which =
    It depends on whether your subject (主体) and your domain have been filed before:

    - neither: **first filing (首次备案)**
    - both, and Alibaba Cloud is added or replaces the provider: **access filing (接入备案)**
    - subject through another provider, domain not: **add a site, filed elsewhere (新增网站，原备案不在阿里云)**
    - subject through Alibaba Cloud, domain not: **add a site, filed with Alibaba Cloud (新增网站，原备案在阿里云)**

    You need not choose: the system finds the type. To find it step by step with me, send `/new`.
    .label = Which type is mine
    .more =
        { $edition ->
            [current]
                How to find out: look up the domain, the subject's name or the number at beian.miit.gov.cn.

                - Subject with Alibaba Cloud, domain filed elsewhere: an access filing (接入备案) too
                - The domain stands in someone else's filing: they have to cancel it (注销) first
                - A number without any site, a shell (空壳主体): in eleven provinces a site can be added directly, elsewhere cancel first, then a first filing (2025)
                - Both are with Alibaba Cloud: nothing to file; if data changed, a change (变更备案)
                - The system finds another type: look for a slip in certificate number, region or domain; if the certificate has a new number, search with the old one

                Adding a site is now called 新增互联网信息服务, （无主体） without or （有主体） with an existing subject, since apps can be filed too; in 2019 it was 新增网站.
           *[other]
                How to find out: look up the domain, the subject's name or the number on the ministry's filing site.

                - Subject with Alibaba Cloud, domain filed elsewhere: an access filing (接入备案) too
                - The domain stands in someone else's filing: they have to cancel it (注销) first
                - A number without any site, a shell (空壳主体): usually cancel it first, then a first filing
                - Both are with Alibaba Cloud: nothing to file; if data changed, a change (变更备案)
                - The system finds another type: look for a slip in certificate number, region or domain; if the certificate has a new number, search with the old one

                In September 2019 the phone took only 首次备案 and 新增网站（原备案不在阿里云）.
        }

answer-type-first =
    First filing (首次备案): **neither** the subject (主体) nor the domain was ever filed. You enter the data of both subject and site, on phone or computer. Until you have the number the site stays closed: no DNS record yet, or remove the one that exists. Start with account, domain and mainland server; send `/new`, and I will lead you through.
    .label = First filing (首次备案)
    .more =
        { $edition ->
            [current]
                - The domain must be real-name verified (实名认证) and held by the subject
                - SMS verification (短信核验): subject lead and site lead; one message if they share a mobile number
                - One account, one subject; one order in progress per subject, those at other providers included
                - Filed before and forgotten? The system finds another type, or the review says that a record exists. Look it up at beian.miit.gov.cn; if the certificate has a new number, search with the old one
                - A shell (空壳主体, a number without a site): in eleven provinces a site can be added directly, elsewhere cancel the shell first (2025)

                In September 2019 only 22 provinces asked for SMS verification; since 2020-08-17 all do.
           *[other]
                - The domain must be real-name verified (实名认证) and held by the subject
                - SMS verification (短信核验) in 22 provinces: subject lead and site lead; one message if they share a mobile number. Since 2020-08-17 everywhere
                - One account, one subject; one order in progress per subject, those at other providers included
                - Filed before and forgotten? The system finds another type, or the review says that a record exists. Look it up; if the certificate has a new number, search with the old one
                - A shell (空壳主体, a number without a site): usually cancel it first, then the first filing
        }

answer-type-access =
    Access filing (接入备案): subject and domain are **both filed**, and Alibaba Cloud becomes the access provider or is added as one. The old filing and its number stay, and the site may stay open. No data can be changed along the way; the site lead's mobile number must be the one on record. If it is a new one, change it at the old provider first (变更备案).
    .label = Access filing (接入备案)
    .more =
        { $edition ->
            [current]
                - Subject never filed through Alibaba Cloud: 新增接入, from your account. Subject already here: 继续接入, from the account that holds it
                - First succeed here, then cancel access (取消接入) at the old provider; the other way round the filing becomes a shell (空壳) and may be cancelled
                - Do not cancel the filing itself (注销) there: the number would be gone
                - SMS verification (短信核验): the site lead only
                - The domain is filed under another subject? Then it is no access filing; they have to cancel theirs first
                - Data out of date: change them first, then add access

                In September 2019 access filings were for the computer only and needed the filing password (备案密码). Whether the password is still asked I could not find; follow the page.
           *[other]
                - On the computer only, with the filing password (备案密码)
                - Subject never filed through Alibaba Cloud: 新增接入. Subject already here: 继续接入, from the account that holds it
                - First succeed here, then cancel access (取消接入) at the old provider; the other way round the filing becomes a shell (空壳) and may be cancelled
                - Do not cancel the filing itself (注销) there: the number would be gone
                - SMS verification (短信核验, 22 provinces): the site lead only
                - If the old site has become a shell, only cancelling and filing anew helps
                - The domain is filed under another subject? Then it is no access filing; they have to cancel theirs first
        }

answer-type-new-site-elsewhere =
    { $edition ->
        [current] Your subject (主体) is filed through another provider, and an **unfiled** site is to run on Alibaba Cloud: add a website, filed elsewhere (新增网站，原备案不在阿里云), now called （无主体）新增互联网信息服务. The old filing stays as it is; the subject's data must match the ministry's record. The new site stays closed until it has its number. Send `/new`, and I will lead you through.
       *[other] Your subject (主体) is filed through another provider, and an **unfiled** site is to run on Alibaba Cloud: add a website, filed elsewhere (新增网站，原备案不在阿里云), on phone or computer. The old filing stays as it is; the subject's data must match the ministry's record. The new site stays closed until it has its number. Later the type was renamed （无主体）新增互联网信息服务. Send `/new`, and I will lead you through.
    }
    .label = Add a site, filed elsewhere
    .more =
        - Certificate number (三证合一, say), name or lead has changed: make the change (变更备案) at the old provider first
        - Your existing sites are inspected too: they must open, show their number and fit the subject
        - SMS verification (短信核验): the site lead; 22 provinces in September 2019, all since 2020-08-17
        - One order in progress per subject, those at other providers included
        - The domain itself is filed elsewhere and only moves to Alibaba Cloud? That is an access filing (接入备案)
        - The subject's number stays; the new site gets the next “-2”, “-3” behind it

answer-type-new-site-aliyun =
    { $edition ->
        [current] Your subject (主体) is filed through Alibaba Cloud, and one more **unfiled** site is added: add a website, filed with Alibaba Cloud (新增网站，原备案在阿里云), now called （有主体）新增互联网信息服务. Use **the account that holds the filing**; you enter only the new site, the subject is there already. The new site stays closed until it has its number. Send `/new`, and I will lead you through.
       *[other] Your subject (主体) is filed through Alibaba Cloud, and one more **unfiled** site is added: add a website, filed with Alibaba Cloud (新增网站，原备案在阿里云), on the computer only. Use **the account that holds the filing**; you enter only the new site. It stays closed until it has its number. Later the type was renamed （有主体）新增互联网信息服务. Send `/new`, and I will lead you through.
    }
    .label = Add a site, filed here
    .more =
        { $edition ->
            [current]
                - From another account the system says that the certificate is already filed; if you have forgotten the right one, call 95187. A server in another account will do, with a service code (备案服务号)
                - Subject's data out of date: make the change (变更备案) first
                - Your existing sites are inspected too: they must open, show their number and fit the subject
                - SMS verification (短信核验): the site lead, everywhere since 2020-08-17
                - Papers of orders approved within three years can be reused
                - How many sites an individual may have: sources differ, some provinces set a limit; the administration (管局) decides

                In September 2019 this type was for the computer only. Whether the app takes it today I could not find; if not, use the computer.
           *[other]
                - From another account the system says that the certificate is already filed; if you have forgotten the right one, call 95187. A server in another account will do, with a service code (备案服务号)
                - Subject's data out of date: make the change (变更备案) first
                - Your existing sites are inspected too: they must open, show their number and fit the subject
                - SMS verification (短信核验): the site lead, in 22 provinces; everywhere since 2020-08-17
                - How many sites an individual may have: some provinces set a limit; the administration (管局) decides
        }

answer-type-change =
    When data of a filing change, make a **change (变更备案)**: log in to the Alibaba Cloud account that holds it and edit subject, leads, phones, site name and so on. The site may stay open meanwhile. Province and domain cannot be changed: another province means a new filing, and domains can only be removed (since 2019-04-22). If it was filed through another provider, make the change there.
    .label = Change a filing (变更备案)
    .more =
        { $edition ->
            [current]
                - State Council Order 292 asks for notice 30 days ahead; for data that are wrong, providers give 10 working days
                - A new name of the subject needs the registry's letter (变更证明) in most provinces
                - A new certificate number: Alibaba Cloud in 2019 has you change the filing to it first; Huawei Cloud in 2026 says the number cannot be changed. Ask your provider beforehand
                - New lead or mobile number: for subject data the subject lead verifies by SMS (短信核验), for site data the site lead (22 provinces in September 2019, all since 2020-08-17)
                - One order in progress per subject; change first, then add sites
                - Only a new IP address on Alibaba Cloud: nothing to report, said Alibaba Cloud in 2019; Huawei Cloud advised in 2026 to report it, since some administrations check. In doubt ask the administration (管局)
           *[other]
                - State Council Order 292 asks for notice 30 days ahead
                - In September 2019 changes could be made on the computer only
                - A new name of the subject needs the registry's letter (变更证明) in most provinces
                - A new certificate number (三证合一, say): change the filing to it first; Huawei Cloud in 2026 says the number cannot be changed, so ask your provider beforehand
                - New lead or mobile number: in 22 provinces SMS verification (短信核验), for subject data by the subject lead, for site data by the site lead; everywhere since 2020-08-17
                - One order in progress per subject; change first, then add sites
                - Only a new IP address on Alibaba Cloud: nothing to file, says Alibaba Cloud; Huawei Cloud later advised to report it. In doubt ask the administration (管局)
        }

answer-type-cancel =
    { $edition ->
        [current] There are three things to tell apart: **cancel the subject (注销主体)**, number and all sites go; **cancel a site (注销网站)**, one stops; **cancel access (取消接入)**, you only leave Alibaba Cloud. All in the filing system, from the account that holds the filing. Cancelling is final, so be sure first. The first two need SMS verification (短信核验; since 2020-08-17, in 2019 the filing password instead); cancelling access needs none from the ministry.
       *[other] There are three things to tell apart: **cancel the subject (注销主体)**, number and all sites go; **cancel a site (注销网站)**, one stops; **cancel access (取消接入)**, you only leave Alibaba Cloud. All in the filing system on the computer; cancelling takes the filing password (备案密码), no SMS. It is final, so be sure first. Since 2020-08-17 the first two need SMS verification (短信核验).
    }
    .label = Cancel a filing (注销)
    .more =
        - **Moving?** Do not cancel: add access at the new provider first, then cancel access here. Without another provider the filing becomes a shell (空壳) and is removed
        - With its last site cancelled, the subject becomes a shell
        - Usually 1 to 5 working days, at most 20 (Tencent Cloud, about 2020 to 2022)
        - A domain with a suffix that was never approved cannot be filed again (.org, .cc, .tv, .name in 2019; .cc and .tv were approved by 2022)
        - After a cancellation old papers cannot be reused, and a spent service code (备案服务号) does not come back
        - A bought domain still filed for its former holder: ask them to cancel; if you cannot reach them, apply with the domain certificate (域名证书) to the administration of their province
        - When the site ends, cancel its public-security filing (公安联网备案) as well

        Who gets the SMS since 2020-08-17: for the subject its lead, for a site the site lead.

# Preparation

answer-prepare-account =
    { $edition ->
        [current] Yes: first register a **China-site account (中国站账号)** at aliyun.com, verify its identity (实名认证), then log in at beian.aliyun.com. One account files for one subject (主体), so use the account of whoever runs the site. International accounts cannot file now; in September 2019 they could, and verification of the account did not matter.
       *[other] Yes: register an Alibaba Cloud account before filing, best a **China-site account (中国站账号)** at aliyun.com, which also makes the filing easier to manage later. In September 2019 it did not matter whether the account was identity-verified, and an international one worked on the computer; later a verified China-site account became necessary. One account files for one subject (主体).
    }
    .label = Registering an account
    .more =
        - You need it again for changes, more sites and cancelling: use no throw-away account, and not your agent's
        - A server in another account is no problem: ask its owner for a service code (备案服务号)
        - Subject already filed in another Alibaba Cloud account: use that one; if you have forgotten it, call 95187
        - Identity verification of the account and of the domain (域名实名认证) are two things; the domain's holder must be the subject

answer-prepare-domain =
    { $edition ->
        [current] Five conditions: suffix approved by the ministry, registrar approved, not expired, real-name verified (实名认证), held by the subject that files. After verification wait 3 to 5 working days, or it comes back as 域名未入库 (not on record). Most provinces want over 3 months of validity left (September 2019: over 90 days, Shanghai 180); if it runs out soon, renew first.
       *[other] Five conditions: suffix approved by the ministry, registrar approved, not expired, real-name verified (实名认证), held by the subject that files. After verification wait 3 to 5 working days, or it comes back as 域名未入库 (not on record). In September 2019 over 90 days of validity had to be left, in Shanghai over 180; later most provinces said over 3 months. If it runs out soon, renew first.
    }
    .label = Preparing the domain
    .more =
        - **Suffix**: the approved list is at domain.miit.gov.cn; a copy of 2022 has .cn, .com, .net, .top, .xyz, .vip, .shop, .club, .cc, .tv and more
        - **Registered abroad** (alibabacloud.com included) after 2018-01-01: transfer it to an approved mainland registrar first
        - **Holder**: since 2018-01-01 the subject itself; an individual in person, an organisation as such. Some provinces accept the legal representative or a shareholder, some do not. If it does not match, transfer it (过户)
        - **Document**: the same kind for the domain's verification and the filing
        - **Validity**: in September 2019 Alibaba Cloud said over 90 days, Shanghai over 180; the provinces' pages mostly say over 3 months
        - **How many**: one domain per site (since 2019-04-22); subdomains need no filing of their own
        - **DNS**: no record before the number is there, in a first filing and for an added site

answer-prepare-server =
    { $edition ->
        [current] You need an Alibaba Cloud server in **mainland China**, by subscription (包年包月). September 2019: an ECS for 3 months or more with public bandwidth, no pay-as-you-go (按量付费); Simple Application Server (轻量应用服务器) and web host (虚拟主机) 3 months too. Of the present page I could read only a part, which names no newer term, so this is the safe choice. Keep it paid until the reviews are over.
       *[other] You need an Alibaba Cloud server in **mainland China**, by subscription (包年包月): an ECS for 3 months or more with public bandwidth, no pay-as-you-go (按量付费); Simple Application Server (轻量应用服务器) and web host (虚拟主机) 3 months too (September 2019). Server in someone else's account? Ask them for a service code (备案服务号). Keep it paid until the reviews are over.
    }
    .label = Preparing the server
    .more =
        - Servers in Hong Kong, Singapore and the like cannot be filed and need not be
        - Same account: choose the instance at product verification (产品验证). Another account: use a service code (备案服务号)
        - Behind a load balancer: choose its ECS
        - Each server can carry a limited number of sites: ECS and Simple Application Server 5 each
        - Other products (2019): elastic web hosting 6 months, NAT gateway and IPv6 translation 1 month, ENS 3 months, a marketplace site product 12 months
        - A site reached by IP address only cannot be filed through Alibaba Cloud
        - Server with another provider: file there

answer-prepare-service-code =
    A filing service code (备案服务号) is a string of 36 characters that lets you file on a certain server. If server and filing are in the same account you **need none**: choose the instance. If the server is in another account, ask for a code from that account, and enter it at product verification (产品验证). Once the filing succeeds the code is spent.
    .label = Service code (备案服务号)
    .more =
        - **How many**: an ECS or Simple Application Server has 5 (in 2019 and on the present page as far as readable). In 2019 also: web host 5, elastic web hosting 5 per account, ENS 5, NAT gateway and IPv6 translation 2 each, marketplace product 1
        - **Renewing** the server gives no more; if it is full, take another server
        - **Cancelling** the filing or the access does not give a spent code back
        - **Unused codes**: the sources name no time limit
        - **Form**: 8-4-4-4-12 digits and letters a to f; best copied whole
        - **Keep it secret**: whoever has it can use it
        - Called invalid? See first whether it was used already

# SMS verification

answer-sms-province =
    { $edition ->
        [current] Yes. Since 2020-08-17 **every province** asks for SMS verification (短信核验), for everything but cancelling access (取消接入); before, in September 2019, only 22 did. After the initial review (初审) the ministry sends a code to the leads, who verify within 24 hours. Which province are you in? I can tell you what held there before.
       *[other] It depends. In September 2019, 22 provinces asked for SMS verification (短信核验); Beijing, Hebei, Liaoning, Jilin, Shanghai, Jiangsu, Jiangxi, Guangdong and Guizhou did not. Since 2020-08-17 all do. Which province are you in?
    }
    .label = Is an SMS check needed
    .listed =
        { $edition ->
            [current] Yes: { $province } asks for SMS verification (短信核验), as every province has done since 2020-08-17. It was already among the 22 provinces of September 2019. After the initial review (初审) the ministry sends a code to the leads' mobile phones; verify within 24 hours.
           *[other] Yes: { $province } is among the 22 provinces of September 2019. SMS verification (短信核验) must be done within 24 hours before the order can go to the administration (管局). Since 2020-08-17 it holds for every province, so nothing changes for { $province }.
        }
    .not-listed =
        { $edition ->
            [current] Yes: { $province } asks for SMS verification (短信核验) now, as every province has done since 2020-08-17. In September 2019 it was not yet needed: { $province } was not among the 22 provinces. After the initial review (初审) the ministry sends a code to the leads' mobile phones; verify within 24 hours.
           *[other] Not in September 2019: { $province } is not among the 22 provinces, and the order goes straight from the initial review (初审) to the administration (管局). Later this changed: since 2020-08-17 every province asks for SMS verification (短信核验), { $province } too.
        }
    .more =
        The 22 provinces of 2019 came in three waves:

        - 2017-12-18: Tianjin, Gansu, Tibet, Ningxia, Hainan, Xinjiang, Qinghai
        - 2018-09-10: Zhejiang, Sichuan, Fujian, Shaanxi, Chongqing, Guangxi, Yunnan
        - 2018-09-24: Shandong, Henan, Anhui, Hunan, Shanxi, Heilongjiang, Inner Mongolia, Hubei

        The other nine since 2020-08-17: Beijing, Hebei, Liaoning, Jilin, Shanghai, Jiangsu, Jiangxi, Guangdong, Guizhou.

        Who gets the code depends on the type: in a first filing (首次备案) subject lead (主体负责人) and site lead (网站负责人); for added sites and access filings the site lead; in a change, by what is changed. Cancelling needs it since 2020-08-17, cancelling access does not. Since 2023-11-17 a number used only for an app's lead is not verified.

answer-sms-how =
    { $edition ->
        [current] Whoever gets the message does it in person: open its link, or the SMS page (短信核验) of beian.miit.gov.cn, and enter the **6-digit code, mobile number and last 6 characters of the ID document** within 24 hours. In a first filing both leads verify, for added sites and access filings only the site lead (网站负责人). In September 2019 it was done on each province's own site.
       *[other] Whoever gets the message does it in person: open the SMS site of the province's administration (管局) and enter the **6-digit code, mobile number and last 6 characters of the ID document** within 24 hours. In a first filing both leads verify, for added sites and access filings only the site lead (网站负责人). Later it moved to the ministry's site, by a link in the message.
    }
    .label = How the SMS check is done
    .more =
        { $edition ->
            [current]
                - **Who**: first filing, both leads (one message if they share a number); added sites and access filings, the site lead, for access with the number on record; a change, by whether subject or site is changed; cancelling the subject its lead, cancelling a site the site lead
                - The message goes to the mobile number in the filing; whoever receives it verifies
                - **Sender**: 12381, or a number that begins with 106 and ends in 12381
                - A final X is entered as X; HK/Macao travel permit: last 6 of the number on the front
                - Five wrong entries at most: by Alibaba Cloud the fifth ends it, by Huawei Cloud the sixth. After three stop and compare number and document
                - In September 2019 cancelling needed no SMS, nor did nine of the provinces; since 2020-08-17 all but cancelling access (取消接入) does
           *[other]
                - **Who**: first filing, both leads (one message if they share a number); added sites and access filings, the site lead, for access with the number on record; a change, by whether subject or site is changed; cancelling, nobody
                - The message goes to the mobile number in the filing; whoever receives it verifies
                - **Sender**: Telecom 106598051001, Unicom 10655113, Mobile 106575000130; later 12381
                - A final X is entered as X. HK/Macao travel permit: last 6 of the number on the front; in Zhejiang of the HK/Macao ID number on the back, brackets in full width
                - Five wrong entries end it; after three stop and compare number and document
        }

answer-sms-deadline =
    { $edition ->
        [current] You have **24 hours**; do it as soon as the message comes. Too late, or five wrong entries, and this attempt has failed: the order comes back and must be submitted again. Alibaba Cloud's present page says it is rejected (驳回) and starts again; in 2019 unchanged data could be submitted again without a new initial review (初审).
       *[other] You have **24 hours** (Alibaba Cloud, August 2019). Too late, or five wrong entries, and this attempt has failed: the order comes back to Alibaba Cloud. Unchanged data can be submitted again without a new initial review (初审); changed data pass it again. Alibaba Cloud's later page says it is rejected (驳回) and starts again.
    }
    .label = Time for the SMS check
    .more =
        - Some texts say 48 hours (Alibaba Cloud in 2018, JD Cloud in 2019); count on 24
        - The message usually comes about 5 minutes after the order is passed to the administration (管局), sometimes later
        - If both leads have to verify, both must do so in time
        - Five wrong entries: by Alibaba Cloud that is a failure, and the order comes back after 24 hours; by Huawei Cloud five are allowed and the sixth returns it. Stop after three
        - Missed it? No harm: submit again and you get another try

answer-sms-not-received =
    { $edition ->
        [current] Give it ten minutes, then look among blocked and spam messages for 12381, or a number that begins with 106 and ends in 12381. Still nothing: on the SMS page (短信核验) of beian.miit.gov.cn enter mobile number and last 6 of the document to **send it again**, twice at most. If that fails, call 95187. In 2019 it was resent on each province's own site.
       *[other] Give it ten minutes, then look among blocked and spam messages for 106598051001 (Telecom), 10655113 (Unicom) or 106575000130 (Mobile). Still nothing: have it **sent again** on the SMS site (短信核验) of the province's administration (管局). If that fails, call 95187. Later it moved to the ministry's site, with two resends at most.
    }
    .label = No SMS has come
    .more =
        Check in this order:

        - Phone bill paid, signal good? Restart once
        - Does a security app block numbers like 106… or 12381?
        - Is the number in the filing right, and is it the phone of the lead concerned?
        - Has the order really gone to the administration (管局)? No message before that
        - Numbers of virtual operators (162, 165, 167, 170, 171) and some new ranges may not get the ministry's messages; ask 95187, you may need another number
        - Access filing (接入备案): it goes to the number on record; if that is out of use, change it at the old provider first
        - The ministry decides by the filing type who is asked; where both leads share a number there is one message

        The 24 hours run meanwhile; when they are over, submit again.

# Authenticity check

answer-identity-face =
    { $edition ->
        [current] The **site lead (网站负责人)** does the face check (人脸识别, liveness check) in person on a phone; for an individual that is you. Filing on a computer, you scan a QR code or open an SMS link at the upload and go on with the phone; in special cases the system also asks the subject lead or legal representative. The curtain photo (幕布) has not been used since 2019-07-29; no curtain to order, nothing to mail.
       *[other] The **site lead (网站负责人)** does the face check (人脸识别, liveness check) in person on a phone; for an individual that is you. Filing on a computer, you scan a QR code with the Alibaba Cloud app at the upload, without logging in. The curtain photo (幕布) has not been used since 2019-07-29; no curtain to order, nothing to mail. Another page changed that same day still lists it by region, but the later quick start (2019-09-16) goes first.
    }
    .label = Face check (人脸识别)
    .more =
        { $edition ->
            [current]
                How to pass the first time:

                - pure white background, even light
                - no hat, no glasses, no fringe over the face
                - your own document, and the data exactly as printed on it
                - failed? Try other light, and see that the document is clear and valid

                In September 2019 it needed the Alibaba Cloud app 4.17.0 or newer on Android 5.0 or newer, scanning without login; now the computer gives a QR code or an SMS link. If the phone is very old, take another.
           *[other]
                How to pass the first time:

                - pure white background, even light
                - no hat, no glasses, no fringe over the face
                - your own document, and the data exactly as printed on it
                - failed? Try other light, and see that the document is clear and valid

                The app must be 4.17.0 or newer, Android 5.0 or newer. On the phone individuals do it while the type is verified (验证备案类型), an organisation's site lead with the details; on the computer it belongs to 上传资料及真实性核验 (upload and verification).
        }

answer-identity-non-resident =
    { $edition ->
        [current] Yes, a person in charge need not be a mainland resident. The **site lead (网站负责人)** does the face check; the subject lead (主体负责人) usually need not, though a later page says that in special cases the system also asks the subject lead or legal representative. Documents: Hong Kong, Macao and Taiwan residents use their residence permit (居住证) or mainland travel permit (通行证), foreigners their passport (护照); Hebei refuses foreign individuals.
       *[other] Yes, a person in charge need not be a mainland resident. Only the **site lead (网站负责人)** does the face check, the subject lead (主体负责人) need not (September 2019); a later page says that in special cases the subject lead is asked too. Documents: Hong Kong, Macao and Taiwan residents use their residence permit (居住证) or mainland travel permit (通行证), foreigners their passport (护照); Hebei refuses foreign individuals.
    }
    .label = Not a mainland resident
    .more =
        - **Hong Kong, Macao**: 港澳居民居住证 (residence permit) or 港澳居民来往内地通行证 (travel permit); Shanghai says plainly that the Hong Kong ID card and passports are not accepted
        - **Taiwan**: 台湾居民居住证 or 台湾居民来往大陆通行证
        - **Foreign**: passport (护照); Shanghai also wants residence permit and slip (Tencent Cloud, about 2022). Whether the permanent-residence card (外国人永久居留身份证) will do, no source says
        - **SMS verification (短信核验)**: last 6 characters of the document number; HK/Macao travel permit, the front; in Zhejiang in 2019 the HK/Macao ID number on the back
        - **Individual filing**: both leads are one person, who does the face check
        - **Mobile number**: it must get the ministry's messages

        Provinces differ; the administration (管局) of the subject's province has the last word. In doubt call 95187 or send `/human`.

# Pre-approval

answer-pre-approval-which =
    { $edition ->
        [current] It depends on what the site does. Approval (前置审批) is needed today for news, publishing, commercial culture, broadcasting and ride-hailing, also for internet finance, games, off-campus tutoring and religion; drug and device information has needed only a notification since 2025. Education, health care and bulletin boards, listed in 2019, were cancelled. All other sites need none. What does yours do?
       *[other] It depends on what the site does. The list of September 2019 has nine kinds (前置审批): news, publishing, drugs and devices, culture, radio/film/TV, education, health care, ride-hailing, bulletin boards; Alibaba Cloud's page adds finance and games. Of these, education and health care are left in a few provinces only, and bulletin boards are stated to be cancelled. All other sites need none. What does yours do?
    }
    .label = Who needs a pre-approval
    .none =
        Usually not: that business is none of those that need a pre-approval (前置审批), so you can simply file. Where the site's content, the subject's name or its business scope speaks of news, publishing, drugs, audio-visual programmes, training, finance, games or religion, the administration may still ask. If the site does something else as well, tell me.
    .games =
        Yes. An online game first needs its publication number (版号, ISBN 978-7-…) from the National Press and Publication Administration (国家新闻出版署); Shanghai and Guangdong want it in the remarks or uploaded. The culture authority's licence came on top before; since 2019-05-14 the Ministry of Culture and Tourism no longer approves games (I have found only the document's number, not its text). An organisation's name with 游戏 (game) may raise the question too: ask the administration (管局) first.
    .finance =
        Yes. Internet finance has no common licence; the document comes from the regulator of the business: payments the central bank (人民银行); loans, insurance, trusts and consumer finance the financial regulator (金融监管部门); crowdfunding and fund sales the CSRC (证监会); private funds the fund association (基金业协会). Alibaba Cloud listed it in 2019 too. If only your name or business scope sounds like finance, change it; some provinces take a commitment (承诺书).
    .tutoring =
        { $edition ->
            [current] Yes. Since the opinions of 2021-07-24 (双减) off-campus tutoring (校外培训) is a class of its own and needs the local education department's approval first. If only your name or business scope touches it, hand in a commitment that you do none (不涉及校外培训承诺书). Vocational training is outside for now. In 2019 this class did not exist; the education class of that time was cancelled nationwide later.
           *[other] In September 2019 there was no class for off-campus tutoring (校外培训), only education: it was in the list, but Alibaba Cloud's page of 2019-06-04 says that only Zhejiang, Qinghai and Tibet still wanted the provincial education department's paper. This changed later: since 2021-07-24 tutoring is a class of its own and needs the education department's approval.
        }
    .religion =
        { $edition ->
            [current] Yes. A site with religious information first needs the Internet Religious Information Service Licence (互联网宗教信息服务许可证) from the provincial religious affairs department; the measures have been in force since 2022-03-01 (I have found only their name, not their text). The nine kinds of 2019 had no religion, though Ningxia has long wanted the religious affairs department's consent. If in doubt ask that department and the administration (管局).
           *[other] Religion is not among the nine kinds of September 2019; ask the province's administration (管局) and its religious affairs department first. Ningxia has long wanted the latter's consent (Tencent Cloud, about 2022). Later, since 2022-03-01, the Internet Religious Information Service Licence (互联网宗教信息服务许可证) is needed.
        }
    .more =
        Approval first, filing second: by State Council Order 292, articles 5 and 8, the authority's consent comes before the filing and is handed in with it.

        - Not only content counts: such words in the organisation's name, business scope, site name or domain raise the question too
        - Only organisations can get these documents, individuals cannot
        - If the authority says none is needed, write that in the remarks (备注) or upload a commitment (承诺书); Hubei accepts none (Tencent Cloud, about 2022), there the business scope must be reduced
        - If the document cannot be had, change the name, the scope or the content

        Provinces differ; the communications administration (管局) of the subject's province has the last word.

answer-pre-approval-news =
    { $edition ->
        [current] Yes. Publishing or reprinting reports and comment on politics, the economy, the military or foreign affairs first needs the Internet News Information Service Licence (互联网新闻信息服务许可证) from the cyberspace administration (网信办), national or provincial; Alibaba Cloud's page of 2019 named the Information Office (新闻办公室), but licensing had moved on 2017-06-01. A company's own notices, product announcements and technical articles are not news.
       *[other] Yes. Publishing or reprinting reports and comment on politics, the economy, the military or foreign affairs first needs the Internet News Information Service Licence (互联网新闻信息服务许可证). Alibaba Cloud's page of 2019-06-04 names the Information Office (新闻办公室); licensing had moved to the cyberspace administration (网信办) on 2017-06-01, so ask there. A company's own notices, product announcements and technical articles are not news.
    }
    .label = News (新闻)

answer-pre-approval-publishing =
    { $edition ->
        [current] Yes. Spreading e-books, online literature, journals, audio or video publications or maps first needs the Online Publishing Service Licence (网络出版服务许可证) from the National Press and Publication Administration, through the province; before 2016-03-10 it was 互联网出版许可证, and Alibaba Cloud's page of 2019 still says so. A company's own brochures and manuals and a personal essay blog are not publishing. Selling printed books needs another licence (出版物经营许可证), an online game a publication number (版号).
       *[other] Yes. Spreading e-books, online literature, journals, audio or video publications or maps first needs a licence from the press and publication authority. Alibaba Cloud's page of 2019-06-04 calls it 互联网出版许可证, the old name; since 2016-03-10 it is 网络出版服务许可证. A company's own brochures and manuals and a personal essay blog are not publishing. Selling printed books needs another licence (出版物经营许可证), an online game a publication number (版号).
    }
    .label = Publishing (出版)

answer-pre-approval-medicine =
    { $edition ->
        [current] No approval any more but a notification: sites with drug or device information notify the provincial drug administration (互联网药品医疗器械信息服务备案). In 2019 a certificate was due (互联网药品信息服务资格证书); according to a second-hand source this changed on 2025-01-20, and the rules on notification took effect in December 2025. Cosmetics and food do not count; a device shop on a third-party platform only needs another notification (医疗器械网络销售备案).
       *[other] Yes. Sites with drug or device information first need the Qualification Certificate for Internet Drug Information Services (互联网药品信息服务资格证书) from the provincial drug administration; Alibaba Cloud's page of 2019-06-04 also lists the trading licences. Since 2025 it is only a notification to that authority. Cosmetics and food do not count, nor does a company profile without such product information.
    }
    .label = Drugs and devices (药械)

answer-pre-approval-culture =
    { $edition ->
        [current] Only if commercial: paid online music, animation, performances, live shows and online trade in art first need the Online Culture Operating Licence (网络文化经营许可证) from the provincial culture and tourism department. A culture company's mere showcase site usually does not count, though some provinces want a commitment (承诺书). Online games left this class on 2019-05-14; they need a publication number (版号).
       *[other] Only if commercial: paid online music, animation, performances, live shows and online trade in art first need the Online Culture Operating Licence (网络文化经营许可证) from the provincial culture department (省文化厅 on Alibaba Cloud's page of 2019-06-04). A culture company's mere showcase site usually does not count. Online games left this class on 2019-05-14; they need a publication number (版号).
    }
    .label = Culture (文化)

answer-pre-approval-broadcast =
    { $edition ->
        [current] Yes. Making, aggregating or playing video or audio programmes, films on demand, or a platform where the public uploads them first needs the audio-visual licence (信息网络传播视听节目许可证) from the National Radio and Television Administration, through the province; only state-owned or state-controlled organisations can apply. A corporate film or product demonstration on your own site does not count; live shows belong to culture.
       *[other] Yes. Making, aggregating or playing video or audio programmes, films on demand, or a platform where the public uploads them first needs the audio-visual licence (信息网络传播视听节目许可证) of the radio and television authority (广电总局 on Alibaba Cloud's page of 2019-06-04). A corporate film or product demonstration on your own site does not count; live shows belong to culture.
    }
    .label = Radio, film and TV (广电)

answer-pre-approval-education =
    { $edition ->
        [current] No: in June 2019 only Zhejiang, Qinghai and Tibet still wanted the provincial education department's paper, and by about 2022 the education class was cancelled nationwide, subject to the local administration. Often confused with it: off-campus tutoring (校外培训), a class of its own since 2021-07-24, needs the education department's approval. Vocational training is outside that for now, and a school's own site does not count.
       *[other] It depends on the province. Education is in the list of September 2019, but Alibaba Cloud's page of 2019-06-04 says it is cancelled except in Zhejiang, Qinghai and Tibet; there ask the provincial education department, no document is named. A school's own site and vocational courses do not count. Later it ended everywhere, and off-campus tutoring (校外培训) became a class of its own (2021-07-24).
    }
    .label = Education (教育)

answer-pre-approval-health =
    { $edition ->
        [current] No: the State Council cancelled the review of health-care sites in October 2015; in June 2019 only Hebei and Tibet still wanted the provincial health department's paper, by about 2022 none, subject to the local administration. That does not mean that anything goes: treating patients online needs a medical practice licence (医疗机构执业许可证; in Guangdong one that covers online treatment, 互联网诊疗), and drug or device information is a class of its own.
       *[other] It depends on the province. The State Council cancelled the review in October 2015; health care is still in the list of September 2019, but Alibaba Cloud's page of 2019-06-04 leaves only Hebei and Tibet: there ask the provincial health department, no document is named. Fitness and wellness shops do not count; drug or device information is a class of its own. Later these two ended it as well.
    }
    .label = Health care (医疗保健)

answer-pre-approval-ride-hailing =
    { $edition ->
        [current] Yes. A platform that matches passengers with hailed cars first needs the Operating Licence for Online-Hailed Taxis (网络预约出租汽车经营许可证) from the local transport or taxi authority (交通运输主管部门); in 2019 too, when Alibaba Cloud's page named the transport commission of the company's seat. A car-rental showcase, car-pooling information and freight do not count.
       *[other] Yes. A platform that matches passengers with hailed cars first needs the Operating Licence for Online-Hailed Taxis (网络预约出租汽车经营许可证), by Alibaba Cloud's page of 2019-06-04 from the transport commission (交通管理委员会) of the company's seat; required since 2016-11-01. A car-rental showcase, car-pooling information and freight do not count.
    }
    .label = Ride-hailing (网约车)

answer-pre-approval-bulletin-board =
    { $edition ->
        [current] No: forums, guest books and chat rooms (电子公告) once needed a special approval or filing of the communications administration; the State Council cancelled it in July 2010. But names with 论坛 (forum), 社区 (community) or 博客 (blog) still call for papers or are closed to individuals in a good many provinces (Tencent Cloud, about 2022): ask the administration (管局) first. A site without interaction and a contact form do not count.
       *[other] Sources disagree: the list of September 2019 names bulletin boards (电子公告); Alibaba Cloud's page of 2019-06-04 calls them cancelled nationwide (since July 2010); its FAQ of April 2019 says forums need an organisation's application, are closed to individuals, and stopped in some provinces. Before opening a forum, guest book or chat room ask the communications administration (管局) of your province, which has the last word. A contact form does not count.
    }
    .label = Forums, BBS (电子公告)

# Local rules

answer-province-rules =
    Each provincial administration (管局) has rules of its own; those of the subject's province apply, wherever the server stands. Which province is yours? A city will do.

    They mostly concern individuals from other provinces, whether the subject lead must be the legal representative, age, phone numbers, site names, the domain's holder and extra papers. What I have may be out of date: the administration has the last word.
    .label = Rules of each province
    .in =
        What I found on filing in { $province } (it may have changed; the administration has the last word):
    .more =
        - Organisations file only in the province on their certificate; elsewhere the order comes back. Individuals in another province mostly need a residence permit (居住证) or the like; some provinces refuse
        - For one province, Alibaba Cloud (2019), Tencent Cloud (about 2022) and Huawei Cloud (end of 2025) sometimes differ; I say which is which. Preparing for the newest and strictest is safest
        - The rules themselves can be looked up by region on the home page of beian.aliyun.com
        - If something does not fit or is not mentioned, ask the province's communications administration, or Alibaba Cloud at 95187

# Filling in and uploading

answer-form-site-name =
    At least 3 Chinese characters; not only digits or letters, no special characters, not the domain itself; none that begins with 中国, 中华, 国家 or the like unless you are a national body. An organisation's site name must relate to the organisation: its full name or a recognisable short form; explain a product or project name in the remarks (备注). An individual's site name must not sound like a company, trade or platform: let it say what your site is about.
    .label = Site name (网站名称)
    .more =
        For an individual's site also:

        - no person's name, place, idiom, trade, company or product
        - none of 资讯, 网站, 网络, 网址, 爱好者, 作品展示, 论坛, 社区, 工作室, 平台, 主页, 热线, 社团, 导航
        - without approval none of 博客 (blog), 在线 (online), 交流 (exchange)

        No site may use sensitive words such as 反腐, 赌博, 廉政, 色情. Eleven provinces add word lists of their own; Tianjin refuses 资讯, 网站, 论坛, 平台 to organisations as well (Tencent Cloud, about 2022); Chongqing refuses English in organisations' names; Jiangsu in 2019 wanted individuals' sites called 某某的个人博客 or 某某的个人主页. Huawei Cloud suggests 3 to 10 characters for individuals.

        Sent back because of the name? Choose another by these rules and submit again. If the name must mention a trade, file as an organisation.

answer-form-persons =
    The subject lead (主体负责人) stands for the organisation; many provinces want the legal representative, some accept an authorised person. The site lead (网站负责人) looks after the site and does the face check; it may be another colleague: my sources ask for no rank, but the person must be old enough and answer the phone, and some provinces want a letter of authority (授权书). An individual is both. Provinces differ: name yours, and I list what it asks.
    .label = Persons in charge (负责人)
    .more =
        - Letter of authority accepted for the subject lead: Jilin, Anhui, Sichuan, Gansu (Tencent Cloud, about 2022)
        - Letter wanted for the site lead: Tianjin, Shanghai, Chongqing, Anhui, Fujian, Jiangxi, Hunan, Hubei, Sichuan, Guizhou (same source)
        - Whether Beijing, Shanxi, Jilin, Anhui, Hainan and Jiangsu insist on the legal representative, the texts of 2019, about 2022 and 2025 do not agree; ask the administration, or simply let the legal representative be it
        - Age: mostly 18, in some provinces 16 with proof; Tianjin refuses site leads past retirement age (Tencent Cloud, about 2022)
        - Two different persons use different mobile numbers and e-mail addresses; in 2019 Tianjin insisted on two persons
        - One person may have an own individual filing and lead one organisation's site, but not several companies' sites; Jiangsu, Jiangxi and Heilongjiang are strict
        - A new legal representative or lead means a change (变更备案)

answer-form-contact =
    Give real numbers that are answered. Contact 1 (联系方式1) is the lead's own mobile number; the verification SMS goes there. The emergency phone (应急联系电话) has been mandatory since 2019; I found no general rule on whose it must be, but let it differ from contact 1, as several provinces demand. Give an e-mail address that you read. The postal address down to the door number, in the same province as the certificate's.
    .label = Phones, e-mail, address
    .more =
        - One mobile number serves one subject; if another uses it, take a different one or change it there first
        - Virtual operators (162, 165, 167, 170, 171) and some new number ranges may not get the ministry's message
        - A local number is wanted in Jiangsu, Hunan, Guangxi, Shaanxi, Gansu and Xinjiang (Shaanxi: or the reason in the remarks); also from individuals in Tianjin and from non-local individuals in Hebei
        - Contact 2 (联系方式2): mobile or landline of an organisation; individuals have none
        - Emergency phone and contact 1: individuals in Beijing may repeat it; Gansu wants a third person's, with name and position in the remarks
        - Two different leads: different numbers and e-mail addresses
        - No door number? Write 此地址已是最详细地址 in the remarks; never write 市辖区; some provinces want the same city as on the certificate

answer-form-upload =
    { $edition ->
        [current] Colour photos or colour scans of the originals, all four edges, legible; no copies, nothing in black and white, no photos of a screen. Formats jpg, jpeg, png, gif, each below 4 MB: that is Alibaba Cloud's rule of 2019; I could not read the present one, so go by the upload page (Huawei Cloud at the end of 2025 also says up to 4 MB). Too big? Compress it, but keep it legible.
       *[other] Colour photos or colour scans of the originals, all four edges, legible; no copies, nothing in black and white, no photos of a screen. Formats jpg, jpeg, png, gif, each below 4 MB (Alibaba Cloud, August and September 2019); several papers may be joined into one picture. Too big? Compress it, but keep it legible.
    }
    .label = Uploading papers (上传)
    .more =
        { $edition ->
            [current] Papers of orders that passed at Alibaba Cloud within three years may be used again, except after a cancellation (注销); the sources of 2019 have no such rule.
           *[other] On the phone the documents are uploaded in earlier steps and only auxiliary papers remain here; on a computer a QR code takes you to the phone.
        }

        - The newest certificate, with over 3 months of validity; in Shanghai a business licence over 1 year, and no electronic one
        - Second-generation ID cards; several provinces refuse temporary ones
        - A watermark is fine if it says 仅供备案使用 (for filing only) and hides nothing
        - Letters and proofs mostly of the last 3 months; Hunan wants a domain certificate of the last 45 days
        - Exception: Guangdong accepts a sealed copy (Tencent Cloud, about 2022)
        - No source states a size in pixels

        Sent back? See whether it is blurred, cut off, in black and white or expired, and photograph the original again.

answer-form-confirm =
    Before submitting, compare subject, site and access data with the documents: names, numbers, phones, address, domain, site name. A mistake found afterwards: as long as the order is not with the administration (管局), recall (撤销) or abandon (放弃) it in the system, correct and submit again, or call 95187. Once there it cannot be withdrawn: wait; if rejected correct it, if approved file a change (变更备案).
    .label = Check and correct
    .more =
        Where slips happen most:

        - the subject's name equals certificate and domain holder letter for letter, brackets in the same width
        - the document number, with a final X
        - the site lead's mobile number; the SMS verification (短信核验) needs it
        - the domain; one domain for one site (since 2019-04-22)
        - the province, as on the certificate

        On a computer: after upload and face check on the phone you may go on checking there; if your account cannot log in to the app, go back to the computer (September 2019).

        One subject can have only one order under way, those at other providers included.

# Reviews

answer-review-initial =
    { $edition ->
        [current] The initial review (初审) is Alibaba Cloud's and usually takes 1 to 2 working days (in 2019: 1, and up to 1 more to pass it on to the administration). The reviewer may call; please answer (in 2019 the calls came from 95187 and 0571-88158388). After a missed call they usually try again; if nobody can be reached, the order may come back. Nothing after 2 working days? Call 95187.
       *[other] The initial review (初审) is Alibaba Cloud's and usually takes 1 working day; within 1 more the order goes to the administration (Alibaba Cloud, June 2019). The reviewer may call from 95187 or 0571-88158388; please answer. After a missed call they usually try again; if nobody can be reached the order may come back.
    }
    .label = Initial review (初审)
    .more =
        It checks that papers are legible, data right, and your province's rules kept.

        - Missed a call? Look at messages, mail and the order's notes, and supply what is missing; if in doubt call 95187. That they try again and may then return it is Tencent Cloud's description; Alibaba Cloud states no number of calls
        - Keep the phone on and take 95187 off any blocking list
        - First filing and added sites: the site stays closed and unresolved until the number exists; with access filings and changes it may stay open
        - After it comes the SMS verification (短信核验), within 24 hours, then the administration's review
        - Returned: correct it by the stated reason and submit again

answer-review-mail =
    { $edition ->
        [current] Usually nothing is mailed now: Alibaba Cloud's flow page of 2026-06-13, as far as it could be read, no longer lists this step; only a few provinces have wanted papers by post, in special cases. In September 2019 it was optional, only if the system or the reviewer asked. If you are asked, send exactly what the system lists to the address it shows; otherwise send nothing.
       *[other] Only if asked: during the initial review the system or the reviewer may want papers by post (邮寄资料), depending on your papers and your province (September 2019). Then send exactly what the system lists to the address it shows; after arrival it is entered within 1 to 2 working days and the review goes on. Unasked, send nothing.
    }
    .label = Papers by post (邮寄资料)
    .more =
        - Use the address in the system, not an old one from the web; send only what is asked for
        - The curtain photo (幕布照片) ended on 2019-07-29; the phone's face check replaced it. No curtain to order, no photo to mail
        - In September 2019 only Guangdong and Tibet still wanted the authenticity slip (真实性核验单); notices and commitments (告知书, 承诺书), mostly uploaded, took its place
        - Guangxi, and Guangdong for filings with many domains, wanted papers sent to the administration about 2022; if in doubt ask the administration or 95187
        - Somebody's full account of a filing in 2024 has no mailing

answer-review-authority =
    { $edition ->
        [current] The administration's review (管局审核) usually takes 1 to 20 working days (in June 2019 it was given as 3 to 20; for Zhejiang Tencent Cloud said up to 30, about 2020 to 2022). The result comes by SMS and e-mail, with the number if approved; beian.miit.gov.cn shows it too, Alibaba Cloud's system perhaps 1 to 2 working days later. An order with the administration cannot be withdrawn; just wait for the result.
       *[other] The administration's review (管局审核) usually takes 3 to 20 working days (Alibaba Cloud, June 2019). The result comes by SMS and e-mail, with the number if approved; the system may show it a little later. An order with the administration cannot be withdrawn; just wait for the result. Nothing after 20 working days? Call 95187 or the administration itself.
    }
    .label = Administration's review
    .more =
        - By law 20 working days at most once the papers are complete (Ministry of Information Industry Order 33 of 2005); Zhejiang's 30 is from Tencent Cloud, about 2020 to 2022
        - Where the SMS verification (短信核验) is due it comes first, within 24 hours
        - Keep the phone on, the administration may call; let neither server nor domain expire
        - First filing and added sites: closed until approved; with access filings and changes the site may stay open
        - Approved: show the number at the bottom of the site, and make the public-security filing (公安联网备案) within 30 days from opening
        - Rejected (驳回): correct it by the stated reason and submit again. Provinces differ in speed; I found no express way

answer-review-rejected =
    A rejection (驳回) is no disaster: correct it and submit again. Read the reason in the order in Alibaba Cloud's filing system, correct what it names and submit again (重新提交); changed data are reviewed anew. Reason not clear? Ask the reviewer at 95187, or paste its words here. If the system does not show the rejection yet, wait a little: the state takes time to arrive.
    .label = Rejected (驳回)
    .more =
        Common reasons and what helps:

        - 域名未入库, not in the registrar's records: wait 3 to 5 working days after real-name verification
        - Wrong domain holder or document type: transfer the domain (过户) or verify it again
        - 网站名称不合格: another site name
        - 证件不合格: the newest original in colour, whole, legible, valid
        - 主体负责人非法定代表人: the legal representative, or a letter of authority where allowed
        - Phone: reachable, local where asked, no virtual operator; 备案频率大于1 means that another subject uses it, so take another number
        - 跨省备案: an organisation files in its certificate's province; an individual adds proof of residence or files at home
        - 未备案网站开启访问: stop resolution, clear CDN and DNS caches
        - 存在进行中的订单: finish or abandon the other order, also at other providers
        - Pre-approval: the document or a commitment, or reduce the business scope
        - SMS verification lapsed: in 2019 unchanged data could be submitted again without a new review; the present page says it starts again

# After the filing

answer-after-footer =
    { $edition ->
        [current] When the site opens, put its filing number (备案号, with “-1” or the like) at the bottom centre of the home page, linked to `https://beian.miit.gov.cn`; in 2019 the address was www.beian.miit.gov.cn, before that miitbeian.gov.cn, so replace old links. Guangdong shows the subject's number (主体号), without “-1”. I found no rule on font size: legible and clickable will do.
       *[other] When the site opens, put its filing number (备案号, with “-1” or the like) at the bottom centre of the home page, linked to the ministry's filing site: about 2019 www.beian.miit.gov.cn, before that miitbeian.gov.cn, later `https://beian.miit.gov.cn`. Guangdong shows the subject's number (主体号), without “-1”. I found no rule on font size: legible and clickable will do.
    }
    .label = Number in the footer
    .more =
        Ministry of Information Industry Order 33 of 2005, article 13, asks for both number and link.

        - Number or link not as required: a fine of 5,000 to 10,000 CNY under Order 33. For showing no number at all State Council Order 292, article 22, says 5,000 to 50,000 CNY; the two do not mean the same conduct
        - Icon, number and link of the public-security filing (公安联网备案) go there too, within 30 days of its approval
        - Several sites of one subject share the number but not the “-n”; each shows its own
        - The first character stands for the province: Sichuan 蜀, Guizhou 黔, Yunnan 滇, Shaanxi 陕, Gansu 陇
        - Apps show the number in the settings or the “about” page, with the link
        - When you add a site later, the old ones are inspected again: they must open, show their number and fit the subject

answer-after-licence =
    Only commercial (经营性) sites: those that provide information, web pages or like services against payment, such as paid membership or content. For these the filing is not enough; after it they need the ICP licence (增值电信业务经营许可证). In 2019 Alibaba Cloud said that platforms with third-party sellers need it too. Only companies can hold one, neither individuals nor representative offices. Free showcase sites do not need it.
    .label = ICP licence (ICP许可证)
    .more =
        State Council Order 292: filing first, then the licence; charge nobody before you hold it.

        - Apply to the provincial administration (管局) for one province, to the ministry (工信部) for several; the answer comes within 60 days
        - Conditions: a company; registered capital 1 million CNY for one province, 10 million for several; a business and technical plan, security measures; pre-approval first where due. Valid 5 years
        - Alibaba Cloud supplies its provider papers and the access agreement (接入商资质, 接入协议); you apply for the licence yourself. Beijing, Guangdong (not Shenzhen), Liaoning, Shanghai and Hebei have rules for the server's IP (March 2019)
        - Selling your own goods on your own site is commonly held non-commercial, but no official text says so; a platform for other sellers may need an EDI (B21) or ICP licence. In checks of 2019 Alibaba Cloud judged sites with prices or buy links commercial (内容涉及经营性). If in doubt ask the administration (管局), and say who pays whom for what
        - Without a licence: gains confiscated and a fine of 3 to 5 times; with none or under 50,000 CNY, 100,000 to 1,000,000 CNY; closure if grave (article 19)

answer-after-public-security =
    { $edition ->
        [current] Once filed and open, every site, personal ones too, also needs the public-security filing (公安联网备案), within 30 days from opening, at beian.mps.gov.cn (www.beian.gov.cn in September 2019; moved between 2022 and 2024): register, enter the subject, then the site, wait for the review, and take the number, icon and HTML code. Alibaba Cloud's site-builder FAQ says that it differs from place to place: if in doubt ask the local police.
       *[other] Once filed and open, every site, personal ones too, also needs the public-security filing (公安联网备案), within 30 days from opening, at www.beian.gov.cn (September 2019): register, enter the subject, then the site, wait for the review, and take the number, icon and HTML code. The platform later moved to beian.mps.gov.cn.
    }
    .label = Public-security filing
    .more =
        It is separate from the ICP filing and belongs to the police, under Ministry of Public Security Order 33 of 1997.

        - Login (2024): with the app 公安一网通办 and a face check; subject first, but the site can be entered before it is approved
        - An individual needs: both sides of the ID card, a photo holding it, the domain certificate (域名证书, not SSL); organisations their own papers
        - Access provider: 阿里云计算有限公司; access mode: 租赁虚拟空间; phone 95187
        - They ask about interaction, information on controlled goods, pre-approval. A site with login, comments or users' posts is interactive: an interview or a visit with originals may follow; others are done after the first review
        - An officer phones about residence, purpose and changes; please answer
        - Usually 3 to 7 working days; some reports say two or four days
        - Icon, number and link go to the bottom of the home page within 30 days of approval
        - Sites on servers abroad that serve the mainland need it too, says an Alibaba Cloud page quoted in 2024; the page of 2019 does not mention them
        - When the site ends, cancel it there too

answer-after-public-security-deadline =
    Submit the public-security filing (公安联网备案) within 30 days from the day the site opened: the day after is day 1, day 30 is the last, holidays do not extend it. The limit is the same in 2019 and now. Already past? Do not worry, file now, the sooner the better. Tell me the opening day, and I count the days and remind you.
    .label = Police filing: 30 days
    .more =
        - Ministry of Public Security Order 33 of 1997, article 12: within 30 days of going on line
        - It runs from the opening of the site, not from the day of the ICP number; while the site is closed it has not begun
        - What matters is submitting in time; the review (usually 3 to 7 working days) may end later
        - Not done: a warning, or shut-down of at most 6 months (article 23)
        - Another 30 days: after approval, icon, number and link must be on the home page
        - The way of counting is mine; to be safe submit some days early, and ask the local police if in doubt

answer-after-keep =
    A filing does not expire: it stays valid while its data are true and kept up to date, the domain is alive and yours, the site can be reached, and the DNS points to your mainland Alibaba Cloud server. A site that long points to another provider, Hong Kong or abroad, or is dead, counts as a shell (空壳): you are warned, then access is cancelled, and the filing may be cancelled too. Warned? Point the DNS back.
    .label = Keeping it valid
    .more =
        - Another provider: make the access filing (接入备案) there first, then cancel access (取消接入) here; the other way round the site has no provider and the province cancels it
        - A site bound to nodes in Hong Kong or abroad only may lose its filing
        - Changed name, lead, phone or address: file a change (变更备案). State Council Order 292 says 30 days ahead; providers give 10 working days to correct inaccurate data
        - Special checks (专项核查) look at name, certificate, legal representative, phones, expired domains, content against subject, commercial content. Answer the phone
        - Number and link stay at the bottom of the home page
        - False data: the administration closes the site and cancels the filing
        - Domain expired or sold: remove it from the filing; if the site has no other, cancel the site (注销)
        - A new server IP: nothing to report, said Alibaba Cloud in 2019; Huawei Cloud advised in 2026 to report it
        - A cancelled number does not come back; you file anew

# About the bot

answer-bot-progress =
    Send `/progress`: I tell you where you are, what is missing and about how long it will take; `/deadlines` shows the deadlines that run. Everything is kept, so even days later you just go on answering; `/repeat` shows the question again. With several filings, switch with `/filings`.
    .label = Where am I
    .more =
        - I only know what you told me and cannot see the order at Alibaba Cloud; for its state log in to beian.aliyun.com or call 95187
        - To change an earlier answer send `/edit`; one step back, `/back`
        - For another filing send `/new`

answer-bot-human =
    Send `/human`: I note where you stand and give you a number, and whoever takes it over can see that; I cannot promise when somebody will look. In a hurry? Call Alibaba Cloud at 95187 or open a ticket (工单) there, and say it is about an ICP filing (ICP备案). On the rules the communications administration (管局) of the subject's province has the last word.
    .label = Talk to a person

answer-bot-privacy =
    Your answers are kept encrypted with me, used for your filing only and given to nobody. `/mydata` shows what is kept, `/forget` erases all of it for good. For personal data you would rather not write here send `/hold`, and fill them in yourself later. If you do not agree to anything being kept, you can still go all the way.
    .label = My data, erasing it
    .more =
        - Of photos of documents I look at size and type only and keep no copy
        - `/mydata` lists everything, so you can copy it for yourself
        - What you left alone here for half a year (two years once submitted) is erased, a week after I told you, unless you want it kept
        - Erasing concerns my side only; an order at Alibaba Cloud stays as it is
        - On Telegram what you write passes its servers, which are outside China; clear the chat's history in the app
        - After `/human` the person who takes over sees how far this filing has come
        - To change your mind send `/edit consent`

answer-bot-help =
    Three things: I answer questions on the ICP filing (just ask, or `/ask`; common ones in `/faq`), I lead you step by step to everything the form will want, checked (`/new` begins), and I remind you of deadlines. I never file anything: you submit in Alibaba Cloud's own system. All commands: `/help`.
    .label = What I can do
    .more =
        - `/new` begins a filing, `/edit` changes an answer, `/back` goes one step back
        - `/progress` where you are and how long it takes, `/deadlines` what runs
        - `/dossier` the list to copy into Alibaba Cloud's system
        - `/ask` a question, `/faq` common questions
        - `/human` for a person
        - `/mydata` what I keep, `/forget` erases it
        - `/language` switches the language

        My answers come from public texts and name source and date; rules change, and the communications administration has the last word.
