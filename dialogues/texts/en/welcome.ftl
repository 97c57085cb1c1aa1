# Hello: the language, what this is, how answers are kept, what the applicant came for; and what is done elsewhere.

stage-welcome =
    你好，我陪你办 ICP 备案：先选语言，看看我怎么保管你的信息，再说你想办什么。
    Hello, I guide you through the ICP filing (ICP备案): first the language, then how I keep what you tell me, then what you came for.
    .label = Welcome

field-language =
    请选语言。
    Please choose a language.
    .label = Language
    .help =
        I understand Chinese and English; `/language` switches at any time.

        Alibaba Cloud's filing system and its app are in Chinese only, so whoever fills in the forms in the end must read and write Chinese. I write out each official term as it stands on the screen, what to enter and what to click.
    .opt-zh-CN = 中文
    .opt-en = English

field-consent =
    I gather and check all that Alibaba Cloud's filing system will ask, and stay with you until the case is over. **I only talk, I never file anything**: you submit in Alibaba Cloud's own system, which is in Chinese only. Their number is 95187.

    Your answers are
    - sealed in this bot's own store, used for your filing only, given to nobody
    - shown by `/mydata`, erased by `/forget`, and by me when a draft has lain for half a year, or a submitted filing for two years: I tell you a week before
    - up to you: `/hold` keeps any personal field to yourself
    - on Telegram, seen by its servers too, which are outside China

    May I keep your personal data this way?
    .label = Keeping your data
    .help =
        A filing needs names, document numbers and phone numbers, so I ask first.

        - **Agree**: I check the numbers for slips and hand you a complete list to copy from.
        - **Decline**: you still walk the whole path. Personal fields are neither taken nor stored; the list leaves them blank for you.

        To change your mind later, send `/edit consent`. If you ask for a person with `/human`, that person sees how far this filing has come. The chat app's own history is not mine to delete; clear it there.
    .opt-agree = I agree
    .opt-decline = I decline, go on without
    .also-agree = yes|y|yes I agree|yes please|sure|ok|okay|fine
    .also-decline = no|n|no thanks|nope|I disagree|I do not agree|I don't agree
    .brief = May I keep your personal data this way?

field-operation =
    What would you like to do?

    A new site, one more site, or a filed site that moves to Alibaba Cloud: all of these are the first choice.
    .label = What you came for
    .help =
        I lead you through the first one: filing a website. First-time filing (首次备案), access filing (接入备案) and adding a website (新增网站) are all in it, and you need not know which is yours; a few answers will tell.

        The others are done in another way; choose one and I give you the steps. Chosen wrongly? Send `/new` and start over.
    .opt-file = File a website (备案)
    .also-file = file|filing|I want to file|I want to file a website|icp filing|first filing
    .opt-change = Change a filing (变更备案)
    .opt-cancel = End a filing for good (注销)
    .opt-cancel-access = Leave Alibaba Cloud (取消接入)
    .opt-transfer = Hand a filing to another subject
    .opt-app = File an app (APP备案)
    .opt-ip-only = Site reached by IP address only

exit-change =
    To correct a filing you make a **change (变更备案)**; nothing is filed anew. The steps:

    - log in to beian.aliyun.com with the account that holds the filing, find it, choose 变更 (change)
    - correct the data and upload what is asked; for a new name most provinces want the registry's proof of the change (变更证明)
    - submit and wait for Alibaba Cloud's first review (初审)
    - { $edition ->
        [current] verify by SMS (短信核验; every province since 2020-08-17)
       *[other] verify by SMS if the province asks for it (短信核验; 22 of them in September 2019)
      }: the subject lead for subject data, the site lead for site data
    - wait for the communications administration (管局); the site may stay open meanwhile

    Three things cannot be changed: province, certificate number, domain. Another province means a new filing; domains can only be removed since 2019-04-22; if your business licence has a new number, ask 95187 how to connect the two.

    One open order per subject, those at other providers included. State Council Order 292 wants changes reported 30 days ahead.

exit-cancel =
    Cancelling (注销) **cannot be undone**. First be clear about what goes:

    - **the subject (注销主体)**: the number and every site under it
    - **one service (注销互联网信息服务; in 2019 注销网站)**: one site stops, the subject's number stays; if it was the last site, the subject becomes an empty shell (空壳主体) and may be removed

    The steps:
    - take the site's DNS records down
    - log in to beian.aliyun.com with the account that holds the filing, find it, choose the 注销 you need
    - { $edition ->
        [current] verify by SMS: the subject lead for the subject, the site lead for a site (since 2020-08-17, no filing password any more)
       *[other] enter the filing password (备案密码); in 2019 cancelling needs no SMS
      }
    - wait for the administration (管局): mostly 1 to 5 working days, 20 at most (Tencent Cloud, about 2020–2022)

    The number does not come back and papers cannot be reused. A domain whose suffix was never approved cannot be filed again. If the site has a public-security filing (公安联网备案), cancel that too.

exit-cancel-access =
    By **cancelling access (取消接入)** you tell the ministry that the site has left Alibaba Cloud. The order matters:

    - first complete an access filing (接入备案) at the new provider
    - point the DNS to the new server
    - then log in to beian.aliyun.com with the account that holds the filing, find the site, choose 取消接入

    The other way round the site has no provider, becomes a shell (空壳) and may lose its filing.

    No SMS is needed here; a used service code (备案服务号) is not returned. If the site simply ends, you need 注销 instead: send `/new` and choose again.

exit-transfer =
    A filing belongs to its subject (主体) and usually **cannot be handed over**. What is done instead:

    - transfer the domain to the new subject, verify it by real name (实名认证), wait 3 to 5 working days
    - the old subject cancels this site's filing (注销)
    - the new subject files the domain anew: come back with `/new` and I lead you

    From the cancelling until the new approval the site stays closed. Some provinces can move a site between subjects (迁移): ask the communications administration of the subject's province first, or call 95187.

    Same organisation, only a new name? Then it is a change (变更备案).

exit-app =
    { $edition ->
        [current]
            Apps need a filing too (APP备案), made at the provider of their servers. On Alibaba Cloud servers in the mainland:

            - have ready: the app's name, icon and domains, and for each platform the package name (包名), public key (公钥) and signature MD5 or SHA-1 (ask the developer)
            - log in to beian.aliyun.com with a China-site account, add the app (新增互联网信息服务, then App)
            - fill in, upload, do the face check, submit
            - first review, SMS, administration: as for a website
            - then show the number in the app's settings or “about” page, linked to beian.miit.gov.cn

            Required by the ministry's notice of 2023-08-04; accepted since 2023-09; unfiled apps are removed since 2024-04-01. Mini programs (小程序) are filed with their platform.
       *[other]
            In September 2019 there is no filing for apps: Alibaba Cloud's forum said in 2017 that usually none is needed. If a site or domain behind the app is on a mainland server, file that site: send `/new` and choose “File a website”.

            The rule changed later: since 2023-09 apps are filed at the provider of their servers, and since 2024-04-01 unfiled ones are removed. Today's steps: package name, public key and signature digest at hand, log in to beian.aliyun.com, add the app; the reviews are those of a website.
    }

exit-ip-only =
    A site reached by IP address only cannot be filed through Alibaba Cloud. It is reported straight to the administration (**IP报备**):

    - call the communications administration (通信管理局) of the subject's province, say the site is reached by IP only, ask where to report it and with which papers
    - prepare those papers and hand them in
    - open the site only after their answer

    Simpler: give the site a domain and file it as usual. Send `/new` and choose “File a website”.

exit-cancelled =
    Filing { $reference } stops here; I will not remind you any more.

    - Your answers are still kept: `/mydata` shows them, `/forget` erases them.
    - An order already submitted to Alibaba Cloud is not withdrawn by this. Before it goes to the administration you can abandon or recall it there (放弃, 撤销); after that you can only wait.
    - To file again, send `/new`.

field-cancel-confirmed =
    Stop filing { $reference }? I will no longer lead you through it nor remind you of its deadlines.
    .label = Stop this filing
    .help =
        This stops only my part; an order in Alibaba Cloud's system stays as it is.

        To correct one thing, send `/edit`. To take a break, do nothing and come back whenever you like.
    .opt-yes = Stop it
    .opt-no = No, go on
