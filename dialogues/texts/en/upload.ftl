# Papers of this very case, one by one, and who does the face check.

stage-upload =
    { $upload-moved ->
        [yes] Documents and face check were done earlier; only auxiliary papers remain in this step.
       *[other] Now the papers to upload, then the face check. If you file on a PC, this step moves to a phone.
    }

    If you have not begun in the system, send `/dossier` now and copy the **dossier** line by line into Alibaba Cloud's system, up to the upload.

    Use **colour photos or colour scans of originals**: all four edges, legible, no copies, no photos of screens. The files stay with you and are uploaded in Alibaba Cloud's system. { $consent ->
        [decline] {""}
       *[other] You may send them to me first: I look at size and type and keep nothing.
    }
    .label = Papers and face check (上传资料与真实性核验)

field-paper-subject-certificate =
    Is this ready: { $subject-certificate-label }? { $subject-group ->
        [individual] Both sides; of a passport, the data page.
       *[other] The newest one.
    }
    .label = Subject's certificate (主办单位证件)
    .help =
        Photo or colour scan of the original with all four edges; glare, blur and black-and-white come back.

        - Alibaba Cloud, September 2019: jpg, jpeg, png or gif, each below 4 MB; several pictures may be joined into one.
        - Over 3 months of validity; in Shanghai a business licence over 1 year, and no electronic one.
        - A watermark is fine if it says 仅供备案使用 (for filing only) and hides nothing.

        Papers of orders that passed at Alibaba Cloud within three years may be used again, not after a cancellation; the system offers it.

field-paper-subject-lead-document =
    Is the subject lead's document ready: { $subject-lead-document-label }?
    .label = Subject lead's document (主体负责人证件)
    .help =
        The original, in colour, all edges, both sides of an ID card. Name and number must equal what you gave. Each file below 4 MB (Alibaba Cloud, September 2019).

        { $upload-moved ->
            [yes] In the app it is uploaded with the data in this step; the app reads it by itself.
           *[other] If the person is elsewhere, ask for a photo of the original, not of a screen.
        }

field-paper-site-lead-document =
    Is the site lead's document ready: { $site-lead-document-label }?
    .label = Site lead's document (网站负责人证件)
    .help =
        The original, in colour, all edges, both sides of an ID card. The face check compares with it, so its photo must be clear. Each file below 4 MB (Alibaba Cloud, September 2019).

field-paper-subject-lead-authorisation =
    The subject lead is not the legal representative, so a **letter of authority (授权书)** goes with it. Ready?
    .label = Subject lead's authority (主体负责人授权书)
    .help =
        It says whom the organisation authorises as subject lead; signed by the legal representative, sealed, dated within 3 months. If the upload page has a template, use it.

        Tencent Cloud (about 2022) names Jilin, Anhui, Sichuan and Gansu as accepting it; if in doubt ask { $administration }.

field-paper-site-lead-authorisation =
    { $subject-province-label } wants a **letter of authority (授权书)** for the site lead. Ready?
    .label = Site lead's authority (网站负责人授权书)
    .help =
        It says whom the organisation authorises as site lead; signed, sealed, dated within 3 months. If the upload page has a template, use it.

        Tencent Cloud (about 2022) lists Tianjin, Shanghai, Anhui, Fujian, Jiangxi, Hubei, Hunan, Chongqing, Sichuan and Guizhou.

field-paper-residence-proof =
    Is your **proof of residence** in this province ready? Usually the residence permit (居住证).
    .label = Proof of residence (居住证明)
    .help =
        With an ID card from another province (in some also with a Hong Kong, Macao, Taiwan or foreign document) you show that you live here. Most accept the residence permit; some also social insurance, study or work. { $administration } decides.

        In force or issued within 3 months, with the name and number you gave.

field-paper-age-proof =
    Someone is under 18, so a **proof** goes with the filing. Ready?
    .label = Proof for under 18 (年龄相关证明)
    .help =
        Provinces differ: proof of work or income, or a guardian's document or statement (documents of 2019 to 2025). Ask { $administration } which one and in what form; date it within 3 months.

field-paper-pre-approval =
    Is the pre-approval document for **{ $category }** ready? It is: { $document }.
    .label = Pre-approval: { $category } (前置审批文件)
    .help =
        A colour photo or scan of the original, in force, with the organisation and domain of this filing.

        Still under way? Submit only after { $authority } has issued it; prepare the rest meanwhile, I wait.

field-paper-pre-approval-commitment =
    Where the authority says that no pre-approval is needed, a **statement or commitment (承诺书)** goes in. Ready?
    .label = Pre-approval statement (前置审批说明或承诺书)
    .help =
        It says: the name or business scope has such words but the site does no such business; which authority you asked, when, and its answer; sealed. Put a line into the remarks too.

        The form is { $administration }'s or a template in Alibaba Cloud's system. Hubei accepts none (Tencent Cloud, about 2022): there the name or scope must change.

field-paper-domain-certificate =
    Is the **domain certificate (域名证书)** ready? One for each domain of this filing.
    .label = Domain certificate (域名证书)
    .help =
        Not the SSL certificate: the registrar's certificate of registration, to be downloaded in its console under the domain. Its holder must be the subject.

        Hunan wants one of the last 45 days (Tencent Cloud, about 2022); a fresh one is safest anywhere.

field-paper-commitment =
    { $subject-province ->
        [44] Guangdong wants a **filing commitment (备案承诺书)**, signed by hand. Ready?
        [32] Jiangsu wants the site lead to sign a **notice of responsibility and a commitment (责任告知书, 真实性承诺书)**. Ready?
       *[other] Is the **filing commitment (备案承诺书)** ready?
    }
    .label = Filing commitment (备案承诺书)
    .help =
        If the upload page has a template, print and sign it, then photograph or scan in colour; change none of its words.

        - Jiangsu: since 2021-06-01 the site lead signs both papers.
        - Guangdong: the legal representative signs and seals; an individual signs with a fingerprint; written by hand in regular script (about 2022).

field-paper-authenticity-slip =
    Is the **authenticity slip (备案真实性核验单)** ready? (September 2019)
    .label = Authenticity slip (真实性核验单)
    .help =
        In September 2019 Guangdong and Tibet still wanted it. Fill in the system's template, sign, seal if an organisation, then photograph or scan in colour. Notices and commitments took its place later.

field-paper-holding-photo =
    Is the photo of the person holding the document ready? (September 2019, Beijing)
    .label = Photo holding the document (手持证件照片)
    .help =
        An individual holds their own document; for an organisation the site lead holds its certificate. Face and print must be clear and uncovered.

        This was Beijing's demand in 2019 and not the curtain photo (幕布照片), which ended on 2019-07-29.

field-paper-staffing-office =
    Is the **staffing office's (编办) certificate or form** ready?
    .label = Staffing office's paper (编办证明)
    .help =
        Agencies and public institutions in Inner Mongolia, Heilongjiang, Jiangxi and Yunnan first ask the staffing office of their level to approve the site or its name, then upload the approval, certificate or form. Names differ by place; ask { $administration } or the office which one.

field-paper-party-letter =
    { $subject-province ->
        [65] Xinjiang wants the **确认函 (网站党建备案信息确认函)** from the cyberspace office (网信办). Ready?
       *[other] A **letter of confirmation (确认函)** from a Party or government office goes in. Ready?
    }
    .label = Letter of confirmation (确认函)
    .help =
        - Xinjiang: for first filings and added sites, from the local cyberspace office (Tencent Cloud, about 2021 to 2022).
        - Tibet: in September 2019 every filing needed such a letter.

        Ask { $administration } whether it is still wanted and which office issues it.

field-paper-phone-bill =
    Are the **bills** of mobile and office phone for the last three months ready? (September 2019, Heilongjiang)
    .label = Phone bills (电话账单)
    .help =
        Print them at the carrier's shop or app; the owner must be the person in charge, three months in a row. Heilongjiang asked for this in 2019.

field-face-check =
    { $face-check-who ->
        [self] Have you done your own **face check (人脸识别)**?
        [site-lead-only] { $site-lead-same ->
            [yes] Has the subject lead, who is also the site lead, done the **face check** (人脸识别)?
           *[other] Has the **site lead** done the face check (人脸识别)? The subject lead is not a mainland resident and need not.
        }
        [site-lead-perhaps-subject-lead] { $site-lead-same ->
            [yes] Has the subject lead, who is also the site lead, done the **face check** (人脸识别)?
           *[other] Has the **site lead** done the face check (人脸识别)? The subject lead is not a mainland resident and usually need not; the system may still ask them or the legal representative. Follow the page.
        }
       *[other] Has the **site lead** done the face check (人脸识别)? It must be that person.
    }

    { $channel ->
        [app] In the Alibaba Cloud app (阿里云APP), as it tells you.
       *[other] { $edition ->
            [current] From the upload page on the PC: scan the QR code, or open the link in the text message on a phone.
           *[other] Scan the QR code of the upload page with the Alibaba Cloud app, **without logging in to the app**.
        }
    }

    It can be done once the system is filled in up to there. Not yet? Send `/dossier` and copy it; or choose “Not yet” for now.
    .label = Face check (真实性核验)
    .help =
        Pure white background, even light, no hat or glasses, hair off the face. Failed? Change the light and compare the document's data.

        - Since 2019-07-29 the phone's live detection replaces the curtain photo (幕布).
        - Phone (2019): Android 5.0 or newer, Alibaba Cloud app 4.17.0 or newer.
        - On the PC: afterwards go on checking on the phone; if your account cannot log in to the app, go back to the PC.

        The person is elsewhere? Send them the QR code or link; let them do it soon.
    .opt-done = Done
    .opt-not-yet = Not yet
    .again-not-yet = Fine, I put this one off and ask again after the others. Agree on a time with the person and find even light and a pure white background. Tell me when it is done.
