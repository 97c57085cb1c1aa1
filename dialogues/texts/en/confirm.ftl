# The last look, the dossier, and the submission in Alibaba Cloud's system.

stage-confirm =
    Nearly all is asked. Now a last look; get done what is not ready, then submit in Alibaba Cloud's system.

    - send `/dossier` for the **dossier**: everything in the system's order, to copy line by line
    - check **subject (主体), site (网站) and access (接入)**; to change something, send `/edit`
    - send `/progress` to see what is still to do
    .label = Check and submit (信息核验)

field-submitted =
    If all is right, submit the filing order (提交备案订单) in Alibaba Cloud's system. **Is it submitted?**

    { $channel ->
        [app] Open the filing page (备案) in the Alibaba Cloud app, check, and press 提交 (submit).
       *[other] Check and submit at beian.aliyun.com; after the check on the phone you may also go on there, and if your account cannot log in to the app, on the PC.
    }
    .label = Submit the order (提交备案订单)
    .help =
        I cannot submit for you; the review begins only when you press 提交. Look at three places first:

        - subject: name, certificate number, postal address
        - site: name, domain, lead, mobile number
        - access: the right server or service code

        { $filing-type ->
            [access] During an access filing the site may stay open.
           *[other] Until there is a number the site must stay closed: stop the domain's resolution first.
        } One order at a time for each subject, orders at other providers included.
    .opt-submitted = Submitted
    .also-submitted = i submitted it|i have submitted it|i have submitted|already submitted|it is submitted|i submitted it yesterday|waiting for review|waiting for the review|under review|in review|submitted, waiting|submitted already
    .opt-not-yet = Not yet
    .also-not-yet = not submitted|not submitted yet|no|i will do it tomorrow|not ready yet
    .again-not-yet = No hurry. Take the dossier (`/dossier`), submit in Alibaba Cloud's system, then come back and press “Submitted”; I wait through the reviews with you.

field-notice-domain-unverified =
    It is **not certain that { $domain-label } is real-name verified** (域名实名认证); submitted now, the filing most likely comes back.

    Look in the registrar's console: the holder must equal the subject to the letter, and be verified. Then wait 3 to 5 working days until the data have reached the ministry.
    .label = Domain not verified yet (域名实名认证)
    .help =
        The ministry compares the domain's holder with the subject. Once it is done, send `/edit domain.verified` and answer yes; this note is gone then.
    .opt-understood = Understood, I will see to it first
