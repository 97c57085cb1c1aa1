# After the number: footer, opening, ICP licence, public-security filing.

stage-filed = Congratulations, the administration approved it! A few things remain until all is really done.
    .label = Filed (备案成功)

field-filing-number =
    What is the filing number (ICP备案号)? Copy it from the message or mail, with 号 and the number behind it.
    .label = Filing number (ICP备案号)
    .help =
        It is in the message and the mail, and under 公共查询 (public query) at beian.miit.gov.cn by domain.

        - Without “-1” it is the subject's number (主体号), with “-1” or “-2” the site's (网站号); I need the site's
        - The first character stands for the province; easy to mistake: Sichuan 蜀, Guizhou 黔, Yunnan 滇, Shaanxi 陕, Gansu 陇
        - Alibaba Cloud's system may show it 1 to 2 working days later

field-site-opened =
    Is the site open? Put the number at the **bottom centre of the home page**, linked to `https://beian.miit.gov.cn`.

    { $subject-province ->
        [44] Guangdong shows the **subject's number (主体号)**, without “-1”.
       *[other] Show the site's number, with the number behind it.
    }
    .label = Site open (网站是否开通)
    .help =
        You may now let the domain resolve and open the site.

        - Number and link are required (Ministry of Information Industry Order 33 of 2005, article 13); leaving them out can be fined
        - A domain without a site, or one that points to another provider's server, counts as a shell (空壳) and may lose its filing
        - Access filing and already open: choose “Open”
    .opt-open = Open
    .also-open = opened|it is open|it opened|online|live|it is online|it is live|launched|yes
    .opt-not-yet = Not yet
    .again-not-yet = Fine, open it when ready. Remember number and link at the bottom; tell me then, the 30 days of the public-security filing run from the opening day.

field-site-opened-on =
    On which day did the site open?

    Within **30 days** from it the public-security filing (公安联网备案) is due; I count the days.
    .label = Opening day (网站开通日期)
    .help =
        The first day on which others could open it, for example `2026-11-20`, “today” or “yesterday”.

        The opening day is day 0, the last day is the 30th after it; holidays do not extend it. Open for long already? Tell the true day; if the 30 days are over, I tell you how to catch up.

stage-public-security = Next the **public-security filing (公安联网备案)**. It is separate from the ICP filing and belongs to the police; personal sites need it too.
    .label = Public-security filing (公安联网备案)

field-public-security-outcome =
    { $public-security-state ->
        [ahead] Is the public-security filing done? It is due **by { $public-security-due }**; days left: { $public-security-days }.
        [today] Is the public-security filing done? **Today is the last of the 30 days**; please submit it today.
       *[overdue] Is the public-security filing done? The 30 days ended on { $public-security-due }. **Just file now**: the duty does not lapse, and the sooner the better.
    }

    At { $edition ->
        [current] beian.mps.gov.cn
       *[other] www.beian.gov.cn (later beian.mps.gov.cn)
    }: register, enter the subject, then the site, wait for the review, get number and icon.
    .label = Public-security result (公安联网备案结果)
    .help =
        By Ministry of Public Security Order 33 of 1997, article 12: within 30 days from opening.

        - **Login**: in 2024 with the app 公安一网通办 and a face check; subject first, but the site can be entered before it is approved
        - **Have ready**: both sides of the ID card, a photo of you holding it, the domain certificate (域名证书, not SSL); organisations their own papers
        - **Access provider**: 阿里云计算有限公司; **access mode**: 租赁虚拟空间 (rented hosting)
        - A site with login, comments or users' posts is interactive: an officer may check in person; others are done after the review. An officer phones; please answer

        Two or three days at best, usually 3 to 7 working days. Places differ a little; if in doubt ask the local police.
    .opt-done = Done
    .also-done = it is done|finished|approved
    .opt-submitted = Submitted, under review
    .also-submitted = submitted|i submitted it|in review|under review|waiting for review|submitted, waiting|i submitted it, waiting
    .opt-not-yet = Not yet
    .also-not-yet = working on it|returned|rejected|they sent it back
    .again-not-yet = Fine. Open { $edition ->
            [current] beian.mps.gov.cn
           *[other] www.beian.gov.cn
        }, register and enter the subject first; for a field you are unsure of, send /human. { $public-security-state ->
            [overdue] The last day is past: the sooner, the better.
           *[other] I remind you before the last day.
        }

field-public-security-number =
    { $public-security-outcome ->
        [submitted] When the public-security number (公安备案号) comes, send it to me. The review usually takes 3 to 7 working days; an officer phones, please answer. Until then there is nothing to do: I ask again in a few days.
       *[other] What is the public-security number (公安备案号)?
    }
    .label = Public-security number (公安备案号)
    .waiting = Fine, send it when it comes. If it was returned, correct it and submit it on the platform again; if it was not submitted after all, send `/edit public-security.outcome` and choose “Not yet”.
    .help =
        The platform shows it with your filed site; it has 14 digits. Some first characters differ from the ICP number: Sichuan 川, Guizhou 贵, Yunnan 滇, Shaanxi 陕, Gansu 甘.

        Within 30 days put icon, number and link at the bottom of the home page: the platform gives a piece of HTML to paste.

stage-licence = Your site is commercial, so it also needs the **ICP licence (ICP许可证)**. It runs beside the public-security filing; neither holds the other up.
    .label = ICP licence (ICP许可证)

field-licence-outcome =
    Is there a result for the ICP licence (增值电信业务经营许可证)?

    Apply to { $administration }; for several provinces to the ministry (工信部). Alibaba Cloud supplies **its provider papers and the access agreement (接入商资质, 接入协议)**: ask 95187 or open a ticket.
    .label = ICP licence result (ICP许可证结果)
    .help =
        State Council Order 292: information or services against payment need the licence after the filing; the answer comes within 60 days.

        - A company; registered capital 1 million CNY for one province, 10 million for several
        - A business and technical plan and security measures; pre-approval first where due
        - Some provinces have rules for the server's IP; they stand below the question
        - Valid 5 years; representative offices cannot hold one

        Charge nobody before; the fines are high. Not sure it counts as commercial? Ask { $administration }.
    .opt-granted = Granted
    .opt-refused = Refused
    .opt-not-needed = The administration says: not needed
    .opt-not-yet = Not yet
    .again-not-yet = Fine, it takes a while; the rest first. Do not charge on the site before you hold it. Tell me when there is a result.

stage-complete =
    All is done, **congratulations!** Keep in mind:

    - the number stays at the bottom of the home page, linked to `https://beian.miit.gov.cn`
    - the public-security icon and number go there within 30 days of approval
    - if name, leads, phones or server change, file a change (变更备案) soon
    - keep the domain alive, the site reachable, and the domain pointing to your mainland Alibaba Cloud server
    - stay reachable by phone; the administration checks at random

    { $licence-outcome ->
        [refused] Without the licence, keep everything paid off the site.{" "}
       *[other] {""}
    }For another site send `/new`.
    .label = All done (全部完成)

stage-closed = I no longer lead this filing. To start again send `/new`; if you stopped it by mistake, `/back`.
    .label = Closed (已结束)
