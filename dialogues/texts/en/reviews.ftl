# First review, mailing, SMS, the administration's review, returns: what the world did, as you report it.

stage-initial-review =
    The order is in Alibaba Cloud's first review (备案初审), usually { $edition ->
        [current] 1 to 2 working days.
       *[other] 1 working day and 1 more to pass it on (Alibaba Cloud, 2019).
    }

    The reviewer may call from **95187**{ $edition ->
        [current] {""}
       *[other] {" "}or 0571-88158388
    }. Keep your phone on; a missed call can send the order back.
    .label = First review (备案初审)

field-initial-review-outcome =
    Is there a result of Alibaba Cloud's first review? Look at messages, mail, or the order's state in the filing system.
    .label = Result of the first review (初审结果)
    .help =
        They check that papers are clear, data right, and your province's rules kept.

        - The system says 已提交管局 (passed on), or a notice says so: “Passed”
        - The system or the reviewer wants papers by post: “Papers asked by post”. Send none unasked
        - It says 退回 or 驳回: “Returned”, and I lead you through it

        Nothing after 2 working days? Call 95187. Until it reaches the administration, an order can be recalled (撤销) or abandoned (放弃).
    .opt-passed = Passed
    .also-passed = it passed|passed|approved|we passed|it has passed|passed yesterday
    .opt-mail-asked = Papers asked by post (邮寄资料)
    .opt-returned = Returned (退回)
    .also-returned = it came back|sent back|rejected|it was returned|not passed
    .opt-not-yet = No result yet
    .also-not-yet = not yet|still waiting|waiting|no news|in review|under review|still in review|in progress|submitted|nothing yet|no result|submitted, waiting
    .again-not-yet = Fine, we wait. Keep the phone audible and take calls from 95187; tell me when there is a result.

stage-mailing =
    Not everybody has this step: { $edition ->
        [current] the present flow hardly asks for it (Alibaba Cloud's page of 2026-06-13 no longer lists it); single provinces still do in special cases.
       *[other] only if the system or the reviewer asks, depending on your papers and your province (September 2019).
    }
    .label = Papers by post (邮寄资料)

field-mailing-outcome =
    Send the papers that the system lists to the address it shows. **Have they arrived and been entered?**
    .label = Result of mailing (邮寄结果)
    .help =
        - Only what was asked; forget no signature or seal
        - Put the order number and a phone number inside, use a tracked courier
        - After arrival Alibaba Cloud enters them within 1 to 2 working days (2019), then the first review goes on

        Use the address in the system, not an old one from the web.
    .opt-received = Received and entered
    .also-received = received|it arrived|they have it
    .opt-not-yet = Not yet
    .also-not-yet = sent|i sent it|it is on its way
    .again-not-yet = Fine. Keep the tracking number; after arrival it takes 1 to 2 working days to enter them. Tell me then.

stage-sms =
    The first review is passed; now the **SMS verification (短信核验)**: the ministry sends a code, and whoever gets it must verify **within 24 hours**. { $edition ->
        [current] Since 2020-08-17 in every province.
       *[other] In September 2019 in 22 provinces, { $subject-province-label } among them.
    }

    It usually comes minutes after the order is passed on. I remind you before the time is up.
    .label = SMS verification (短信核验)

field-sms-subject-lead-outcome =
    { $subject-group ->
        [individual] Have **you** done the SMS verification (短信核验)?
       *[other] Has the **subject lead** done the SMS verification (短信核验)?
    }

    - The message comes from { $edition ->
        [current] 12381, or a number that begins with 106 and ends in 12381
       *[other] 106598051001 (Telecom), 10655113 (Unicom) or 106575000130 (Mobile)
    }
    - Open { $edition ->
        [current] the SMS page (短信核验) of beian.miit.gov.cn
       *[other] the administration's site named in the message
    }; enter the 6-digit code, the mobile number and the **last 6 characters of the document number**
    - Five wrong entries end it
    .label = Subject lead's SMS (主体负责人短信核验)
    .help =
        Whoever receives the message verifies; one person or one shared number verifies once.

        - The last 6 include letters; a final X is entered as X
        - HK/Macao travel permit: the last 6 of the number on the front; Zhejiang in 2019: of the HK/Macao ID number on the back, brackets in full width
        - After three errors stop and compare number and document
        - Older texts say 48 hours; count on 24

        Too late or five errors: the order comes back, and unchanged data may be submitted again at once.
    .opt-done = Verified
    .also-done = done|it is done|i did it|i verified it
    .opt-not-received = No message came
    .also-not-received = no sms|no message|i got no sms|no sms came|nothing came|i did not get it|i did not get the sms|no sms yet
    .opt-lapsed = Too late, or 5 wrong entries
    .also-lapsed = too late|expired|it expired|i missed it|missed it
    .opt-not-yet = Not yet
    .also-not-yet = haven't done it|not done|i got it|received
    .again-not-received =
        Try in this order:

        - Give it ten minutes, then look among blocked and spam messages
        - On the SMS page (短信核验) enter the mobile number and the last 6 of the document to **send it again**; only two times
        - Restart the phone, find better reception, pay an open bill
        - Numbers of virtual operators (162, 165, 167, 170, 171) may not get it: ask 95187 what to do
    .again-not-yet = Fine, but within 24 hours: code, mobile number, last 6 of the document. Tell me when it is done.

field-sms-site-lead-outcome =
    { $subject-group ->
        [individual] Have **you** done the SMS verification (短信核验)?
       *[other] Has the **site lead** done the SMS verification (短信核验)?
    }

    - The message comes from { $edition ->
        [current] 12381, or a number that begins with 106 and ends in 12381
       *[other] 106598051001 (Telecom), 10655113 (Unicom) or 106575000130 (Mobile)
    }
    - Open { $edition ->
        [current] the SMS page (短信核验) of beian.miit.gov.cn
       *[other] the administration's site named in the message
    }; enter the 6-digit code, the mobile number and the **last 6 characters of the document number**
    - Five wrong entries end it
    .label = Site lead's SMS (网站负责人短信核验)
    .help =
        Whoever receives the message verifies. A first filing asks both leads; access filings and added sites only the site lead.

        - The last 6 include letters; a final X is entered as X
        - Access filing (接入备案): it goes to the number on record
        - After three errors stop and compare number and document

        Too late or five errors: the order comes back, and unchanged data may be submitted again at once.
    .opt-done = Verified
    .also-done = done|it is done|i did it|i verified it
    .opt-not-received = No message came
    .also-not-received = no sms|no message|i got no sms|no sms came|nothing came|i did not get it|i did not get the sms|no sms yet
    .opt-lapsed = Too late, or 5 wrong entries
    .also-lapsed = too late|expired|it expired|i missed it|missed it
    .opt-not-yet = Not yet
    .also-not-yet = haven't done it|not done|i got it|received
    .again-not-received =
        Try in this order:

        - Give it ten minutes, then look among blocked and spam messages
        - On the SMS page (短信核验) enter the mobile number and the last 6 of the document to **send it again**; only two times
        - Restart the phone, find better reception, pay an open bill
        - Numbers of virtual operators (162, 165, 167, 170, 171) may not get it: ask 95187 what to do
    .again-not-yet = Fine, but within 24 hours: code, mobile number, last 6 of the document. Tell me when it is done.

stage-authority-review =
    Now { $administration } reviews (管局审核), usually { $edition ->
        [current] { $subject-province ->
            [33] 1 to 20 working days, in Zhejiang at times 30 (Tencent Cloud, about 2020 to 2022)
           *[other] 1 to 20 working days
        }
       *[other] 3 to 20 working days (Alibaba Cloud, June 2019)
    }. The result comes by SMS and e-mail.
    .label = Administration's review (管局审核)

field-authority-review-outcome =
    Is there a result of the administration's review?
    .label = Result of the review (管局审核结果)
    .help =
        An order with the administration cannot be withdrawn; it only takes patience. Keep the phone on, they may call.

        - Approved: message and mail give the number; beian.miit.gov.cn shows it too, Alibaba Cloud's system perhaps 1 to 2 working days later
        - Rejected (驳回): the system gives the reason; correct and submit again

        { $filing-type ->
            [access] The site may stay open meanwhile.
           *[other] Keep the site closed and the domain unresolved meanwhile.
        } Let neither server nor domain expire.
    .opt-approved = Approved, I have the number
    .also-approved = it passed|passed|approved|we got it|the number came|we got the number|it is approved
    .opt-rejected = Rejected (驳回)
    .also-rejected = it came back|sent back|returned|not passed|it was rejected
    .opt-not-yet = No result yet
    .also-not-yet = not yet|still waiting|waiting|no news|in review|under review|still in review|in progress|submitted|nothing yet|no result|submitted, waiting
    .again-not-yet = Fine, we wait. The result comes by SMS and e-mail; if it takes longer than usual, call 95187 or the administration. Tell me when you know.

stage-returned =
    { $sms-subject-lead-outcome ->
        [lapsed] The SMS verification ran out and the order came back. No harm done: unchanged data may be **submitted again at once**.
       *[other] { $sms-site-lead-outcome ->
            [lapsed] The SMS verification ran out and the order came back. No harm done: unchanged data may be **submitted again at once**.
           *[other] Returns are common and no failure: see the reason, correct it, submit again.
        }
    }
    .label = Returned (退回修改)

field-returned-reason =
    What reason was given? Paste the words of the system or the message to correct by. Or skip.
    .label = Reason of the return (退回原因)
    .help =
        The order in Alibaba Cloud's filing system shows it. Common ones:

        - **域名未入库**, not in the registrar's records: wait 3 to 5 working days after real-name verification
        - **网站名称不合格**: another site name
        - **证件不合格**: a clear colour photo of the original
        - **电话号码问题**: not answered, not local, virtual operator, or used by another subject
        - **主体负责人非法定代表人**: another lead, or a letter of authority
        - **未备案网站开启访问**: stop resolution, clear CDN caches
        - **存在进行中的订单**: finish or abandon the other order

        Not clear? Paste it, or send `/human`.

field-returned-fields =
    What is to be changed? I ask only these again, and what depends on them. Nothing to change: choose the first.
    .label = What to change (要修改的内容)
    .help =
        Follow the reason. Not sure which one is meant? Call 95187 and ask the reviewer.

        Your old answers stay at hand: where nothing changed, press “Keep”. Returned only because the SMS ran out: choose the first.

returned-none = Nothing to change

field-resubmitted =
    When it is corrected, change it in Alibaba Cloud's system and **submit again (重新提交)**. Done?
    .label = Submit again (重新提交)
    .help =
        Open the returned order at beian.aliyun.com or in the app, change it after `/dossier`, and submit.

        - Changed data pass the first review again
        - Only the SMS ran out: no new review by the text of 2019; the present page says it starts again
        - The system does not show the return yet? Its state takes time to arrive
    .opt-resubmitted = Submitted again
    .also-resubmitted = resubmitted|i submitted it again|i resubmitted it|submitted it again
    .opt-not-yet = Not yet
    .again-not-yet = No hurry, get it right first. Once submitted again in Alibaba Cloud's system, come back and press “Submitted again”.
