# Said everywhere: buttons, panel, help, editing, a human, several filings, own data, progress, deadlines, files, dossier.

yes = Yes
no = No
solved = Solved
paper-ready = Ready
paper-not-yet = Not yet
paper-not-yet-again = Never mind, I ask for this one again later. If it takes time, come back when you have it; everything is kept.
held-back = (you fill it in yourself)
skipped = (skipped)
not-given = (not given yet)
list-separator = {", "}
source-separator = {"; "}
administration-unknown = the provincial administration (管局)

# Words that are understood when typed, parted by bars: those on the buttons, and none that is an option too.
words-yes = yes|y|yep|yeah|ok|okay|sure|right|all right|alright|correct|that's right|looks good|fine
words-no = no|n|nope|not|none
words-solved = solved|fixed|done|it is solved|resolved
words-help = help|h|?|how|what
words-back = back|go back|previous|undo
words-skip = skip|skip it
words-hold = hold back|hold|rather not
words-human = ask a human|human|agent|operator|support
words-repeat = repeat|say again|pardon
words-keep = keep|unchanged|same as before
words-done = that is all|that's all|that’s all|done|finished

# Buttons
nav-back = Back
nav-help = Help
nav-skip = Skip
nav-hold = Hold back
nav-human = Ask a human
nav-edit = Change
nav-leave = Never mind
nav-done = That is all
nav-keep = Keep
nav-dossier = Dossier
nav-new = New filing

# The panel
panel-progress = { $stage } · step { $step } of { $steps }
panel-old-value = Before: { $value }. If unchanged, choose “Keep” (`/keep`).
panel-later = All else is asked; what was put off is still open: { $labels }.
panel-example = For example: `{ $example }`
panel-choices-hint = Several are possible. Typing: write all the numbers at once, like `2 5`. With buttons: press one by one, once more to untick, then “That is all”.
panel-personal-hint = Rather not write it here? Send `/hold` and fill it in yourself later.
panel-optional-hint = May be skipped: `/skip`.
province-says = What { $administration } says on this:
province-rule = { $text } ({ $sources })

# Help
help =
    At any time:

    - `/back` one step, `/edit` to change, `/repeat` the question
    - `/skip` what is optional, `/hold` personal data back
    - `/human` for a person
    - `/progress` with an estimate, `/deadlines`, `/calendar` for your calendar
    - `/snooze` a reminder, `/stop` it, `/quiet` for the hours without any
    - `/dossier`: what to fill in, `/checklist`: what the site lead must do, `/footer`: code for your footer
    - `/filings`, `/use REFERENCE` to switch, `/new` for another
    - `/mydata`: what I keep, `/forget` to erase it all
    - `/language`, `/cancel` to stop this filing

help-field = About “{ $label }”:
help-person = Still unsure? Send `/human` for a person or call Alibaba Cloud at 95187; `/help` shows all you can do here.
said-stall = All right. What you answered is kept; go on with this step when you are ready. `/deadlines` shows what is running.
said-hello = Hello, I am here. Just go on with the step below; if you have a question, ask it.
said-ack = Fine. Just go on with the step below.
said-thanks = You are welcome. What you answered is kept; go on whenever you like.
nothing-asked = Nothing is asked right now. Send `/progress` to see where you are, `/new` for another filing.
old-button = This button is out of date; nothing was changed. Please use the latest message.
done-nothing = There is nothing to tick at present; nothing was changed.
unknown-command = There is no such command. Send `/help` for those there are.

# Back and edit
back-nothing = This is the beginning; there is nothing to go back to.
back-done = Back at “{ $label }”; your answer is still there.
edit-menu = What do you want to change? Press it, or type its number or name.
edit-unmatched = That matches nothing in the list, and nothing was changed. Type a number or a name; or “Never mind”.
edit-closed = Nothing was changed.
edit-unknown = There is no such field, or it has no answer yet. Send `/edit` and choose from the list.
edit-started = Let us change “{ $label }”. What depends on it I ask again.
edit-after-submission =
    Mind: this changes my record only, **not the order at Alibaba Cloud**.

    Not yet with the administration? Ask 95187 about taking it back. Already approved? File a change (变更备案) at Alibaba Cloud.
edit-left = “{ $label }” stays as it was.
edit-nothing = There is no answer to change yet.
skip-not-optional = This one cannot be skipped. Unsure? Send `/help`.
skip-not-optional-personal = This one cannot be skipped. Rather not write personal data? Send `/hold`. Unsure? Send `/help`.
skip-done = Skipped. To add it later, send `/edit`.
hold-not-personal = This is not personal; I need the answer here. Unsure? Send `/help`.
hold-done = Held back; the dossier leaves it blank for you. I cannot look for slips in it, so look twice when you fill it in.
hold-declined-note = Then I take and keep no personal data in this filing; what was there is erased. All else goes on as usual, and the dossier leaves those lines blank for you.
cancel-kept = Not stopped; we go on.
already-complete = This filing is finished; there is nothing to stop. To end the filing itself (注销), send `/new`, choose “End a filing for good”, and I tell you how.
already-closed = This filing is stopped already. Send `/new` for another, or `/back` to take it up again.
re-asked = “{ $because }” changed, so I ask these again: { $labels }.

# Said once, where the questions or the rules changed since somebody was last here
news-new = The rules or my questions changed since you were last here, so I also ask: { $labels }.
news-option-gone = Of the answers to choose from, the one you gave is no longer there; please choose again: { $labels }.
news-no-longer-fits = What is checked became stricter since, so please look at this once more: { $labels }.
news-depends = Something this depends on is different now, so I ask it again: { $labels }.
news-not-asked = Good news: this is no longer needed: { $labels }.
news-closed = The rules or my questions changed since you were last here, and because of that this filing ends here. The reason follows.
news-stopped = The rules or my questions changed since you were last here. This must be solved first.
news-moved = My questions changed since I asked you, so I did not take this as an answer. Here is what I ask now.

# A human, and languages
human-with-team =
    Noted as { $ticket }. A colleague can see where filing { $reference } stands, but cannot answer here yet, and I cannot say when somebody will look.

    You may go on meanwhile. In a hurry? Call Alibaba Cloud at **95187** or open a ticket (工单) there, and say it is about an ICP filing (ICP备案).
human-without-team =
    Nobody is on duty here. I noted where you stand (as { $ticket }), but cannot say when somebody will look.

    In a hurry? Call Alibaba Cloud at **95187** or open a ticket (工单) there, and say it is about an ICP filing (ICP备案).
human-already = This is noted already, as { $ticket }. A colleague can see it, but cannot answer here yet. In a hurry, call Alibaba Cloud at 95187.
human-words = What you wrote behind `/human` is not passed on, only where you stand; tell it on the phone or in the ticket.
language-changed = From now on in English.
language-which = Which language? 用哪种语言？

# Several filings
filings-list = Your filings:
filings-line = **{ $reference }** · { $about }
filings-one = Only this one. For another, send `/new`.
use-unknown = There is no filing with this reference. Send `/filings` to see them.
use-done = Now it is about filing { $reference }.
new-started = A new filing, { $reference }. The earlier ones stay; `/filings` takes you back.
new-limit = There are too many filings to open another. Finish what you can, or erase all with `/forget`.
takeover = Is it the same subject? Then I can take its answers over from { $reference }.
takeover-yes = Take them over
takeover-done = Answers taken over: { $count }. If something changed, send `/edit`.

# Own data
mydata-head = This is what I keep of you:
mydata-line = { $label }: { $value }
mydata-filing = Filing { $reference }, begun { $created }:
mydata-nothing = Nothing yet.
mydata-ticket = Request for a person { $ticket }, at “{ $label }”: still open
mydata-ticket-bare = Request for a person { $ticket }: still open
mydata-end = To erase it all, send `/forget`; to change one thing, `/edit`.
forget-ask =
    Erase **everything** I keep of you? All filings, answers and reminders are destroyed and **cannot come back**.

    An order in Alibaba Cloud's system stays as it is.
forget-yes = Erase everything
forget-no = No, keep it
forget-done = Erased: your answers are gone from here, and so is the key that opened them. If you want to begin again, just write to me.
forget-kept = Everything is still there.

# Progress and estimate
progress-head = Answered { $done } of { $total }:
progress-closed-head = The stages you walked:
progress-closed = This filing ends here, and no other stage follows. { $why } For another, send `/new`; after a wrong choice, `/back`.
closed-other-operation = What you want is no filing of a website; the steps for it are further up.
closed-cancelled = You stopped it.
closed-no-filing-needed = The server is outside the mainland, so no filing is needed.
closed-file-with-other-provider = The server is not at Alibaba Cloud; the filing is made at the server's provider.
closed-already-filed = This site is filed already; it need not be filed again.
closed-not-possible = I cannot lead a subject of this kind through a filing.
progress-stage-done = ✓ { $stage }
progress-stage-now = ▶ **{ $stage }**
progress-stage-later = · { $stage }
progress-todo-head = Still to do:
todo-domain-verify = get the domain real-name verified (域名实名认证), then wait 3 to 5 working days before you submit
todo-domain-unknown = look in the registrar's console whether the domain is real-name verified (域名实名认证)
todo-pre-approval = get the pre-approval document for “{ $category }”
todo-paper = prepare: { $label }
todo-held = fill in yourself: { $label }
estimate = Counted from the day you submit: { $min } to { $max } working days; submitted today, about { $earliest } to { $latest }. Weekends and public holidays are left out; returns are not counted:
estimate-line = { $step }: { $min } to { $max } working days ({ $source })
duration-domain-sync = The domain's real-name data reach the ministry
duration-initial-review = Alibaba Cloud's first review (备案初审)
duration-sms = SMS verification (短信核验)
duration-authority-review = The administration's review (管局审核)

# Deadlines and reminders
deadlines-head = Deadlines and checks (Beijing time):
deadlines-filing = **{ $reference }**
deadlines-line = { $what }: { $due }, { $state ->
        [overdue] { $left ->
            [one] 1 day ago
           *[other] { $left } days ago
        }
        [past] over
        [today] today
       *[ahead] { $left ->
            [one] 1 day left
           *[other] { $left } days left
        }
    }{ $wanted ->
        [stopped] {" "}(reminders stopped, `/resume` to have them again)
       *[on] {""}
    }
deadlines-check = { $what }: { $wanted ->
        [stopped] reminders stopped, `/resume` to have them again
        [erased] will be erased on { $next }, unless you answer “keep it”
       *[on] I will ask on { $next }
    }
deadlines-none = No deadline is running.
deadlines-tail = To see or change the hours at which I keep quiet, send `/quiet`; for your calendar, `/calendar`.
about-day = about { $day }
checklist =
    { $subject-kind ->
        [individual] Subject lead and site lead are both you, so there is nothing to pass on.
       *[other] Pass this on to the site lead (网站负责人):
    }

    - **Face check (人脸核验)**: { $face-check-who ->
        [self] scan the code with the Alibaba Cloud app and do it yourself
       *[other] scan the code with the Alibaba Cloud app; the site lead must do it in person, nobody else can
    }
    - **SMS verification (短信核验)**: { $sms-site-lead ->
        [no] the message goes to the subject lead alone, who has 24 hours for it
       *[other] within 24 hours of the message from 12381 (or a number that begins with 106 and ends with 12381) open the page it names and verify; five wrong entries end it
    }
    - **Phone**: please stay reachable while the filing is reviewed; the administration or Alibaba Cloud may call
calendar-name = Filing deadlines
calendar-event = Due: { $what } ({ $reference })
calendar-about = Filing { $reference }: “{ $what }”, until { $due } (Beijing time).
calendar-file = { $count ->
        [one] One deadline is in the file.
       *[other] { $count } deadlines are in the file.
    } Open it with your calendar to import. If a deadline changes, send `/calendar` again; importing usually replaces the old entries.
footer-none = There is no filing number (备案号) yet. Once the administration has approved and you have told me the number, send `/footer` again for code that is ready to paste.
footer-filing =
    The filing number (备案号) goes at the **bottom centre of the home page**. Paste this into the page:

    `<a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener">{ $subject-province ->
        [44] { $subject }
       *[other] { $number }
    }</a>`
footer-public-security =
    The public-security number (公安备案号) goes in the footer too, after the icon that the platform gives you (here called `beian.png`):

    `<img src="beian.png" alt="" height="20"> <a href="https://beian.mps.gov.cn/#/query/webSearch?code={ $code }" target="_blank" rel="noopener">{ $number }</a>`
footer-public-security-none = Once you have the public-security number (公安备案号), send `/footer` again, and I will give you its part as well.
reminder-of = **{ $reference }** · { $text }
nav-retain = Keep it
nav-settled = Already done
nav-answer = Go on with it
nav-snooze-1h = In an hour
nav-snooze-tomorrow = Tomorrow at 9
nav-snooze-3h = In 3 hours
nav-snooze-3d = In 3 days
nav-snooze-7d = In 7 days
nav-snooze = Another time
nav-stop = Stop reminding
snooze-when = When shall I remind you? Choose, or write “3 hours”, “Friday”, “5 days” or a date.
snooze-how = I did not understand that time. Write “3 hours”, “Friday”, “5 days”, or a future date such as 2026-12-24.
taken-inside = I noted: { $value }. If that is wrong, send `/back`.
words-waiting = not yet|they sent it back|no number|none yet|it is in review|no|still waiting|waiting|in review|under review|no number yet|not come yet|rejected|returned|it was rejected|it was returned
retention-visited = Since you came back, filing { $reference } is kept; if you stay away I ask again on { $at }. To have it erased send `/forget`.
retention-goes = Fine, then it will be erased. To erase it now, send `/forget`; to keep it after all, answer “keep it”.
words-erase = erase|erase them|delete them|not needed|never mind|no longer needed|erase it|delete|delete it|do not keep it|don't keep it|no need|not any more|let it go
words-retain = keep it|keep both|keep them|keep them all|keep all|keep them both|keep it please|please keep it|keep this|please keep|do not erase|do not erase it|don't erase|don't erase it|dont delete|don't delete|don't delete it|do not delete it|i still want it|still want it
words-minutes = m|min|mins|minute|minutes
words-half-hour = half an hour|in half an hour|half hour
words-day-after-tomorrow = the day after tomorrow|day after tomorrow
words-monday = monday|on monday|mon|this monday
words-tuesday = tuesday|on tuesday|tue|this tuesday
words-wednesday = wednesday|on wednesday|wed|this wednesday
words-thursday = thursday|on thursday|thu|this thursday
words-friday = friday|on friday|fri|this friday
words-saturday = saturday|on saturday|sat|this saturday
words-sunday = sunday|on sunday|sun|this sunday
words-hours = h|hour|hours
words-days = d|day|days
words-myself = me|myself|it is me|it's me|the boss|our company|my company|no one|nobody|fixed it|not needed
words-tomorrow = tomorrow|tomorrow morning
retention-erased = Nobody came back to filing { $reference }, so it is erased now, as announced.
retention-forgotten = Nobody came back to filing { $reference }, so it is erased now, as announced, with all I had of you. To begin again send `/new`.
retention-kept = Fine, filing { $reference } is kept. If you do not come back I ask again on { $at }.
remind-nothing = There is nothing that I just reminded you of. `/deadlines` lists what is running.
remind-over = That is already over; I will not remind you of it again.
remind-done = Good, “{ $what }” is done; no more reminders.
remind-stopped = All right, no more reminders of “{ $what }”. A deadline, if there is one, does not change: see `/deadlines`. Changed your mind? Send `/resume`.
resume-nothing = No reminders are stopped.
remind-resumed = All right, I will keep reminding you of “{ $what }”.
remind-later = All right, I will remind you at { $at }.
remind-later-in-time = By then the deadline would have passed, so I will remind you at { $at }.
quiet-are = { $state ->
        [off] I remind you by day and by night (time zone { $zone }).
       *[on] I keep quiet from { $from }:00 to { $to }:00 (time zone { $zone }), unless a deadline cannot wait.
    } To change it send `/quiet 22-8`, `/quiet off`, or with a time zone: `/quiet 22-8 Europe/Berlin`.
quiet-set = { $state ->
        [off] All right, I remind you by day and by night (time zone { $zone }).
       *[on] All right, I keep quiet from { $from }:00 to { $to }:00 (time zone { $zone }), unless a deadline cannot wait.
    }
quiet-how = I did not understand that. Write `/quiet 22-8`, `/quiet off` or `/quiet 22-8 Asia/Shanghai`.

deadline-unfinished = The filing you began
timer-unfinished-1 = This filing has been waiting for 3 days. Your answers are all here: press “Go on with it”. If you are stuck, ask me or send `/human`.
timer-unfinished-2 = This filing has been waiting for two weeks. To continue, press “Go on with it”; if you no longer want it, send `/cancel`, and I will stop reminding you.
timer-unfinished-again = This filing is not finished yet. Your answers are all here: press “Go on with it”. If you no longer want it, send `/cancel`.
deadline-retention = The filing left unfinished
timer-retention-1 = Nothing has happened to this filing since { $since }. Personal data should not be kept for ever: I keep it until the end of { $due }, then erase it with whatever it holds. Still want it? Press “Keep it”, or answer “keep it”; `/dossier` gives you a copy.
timer-retention-again = Again nothing has happened to this filing since { $since }. Personal data should not be kept for ever: I keep it until the end of { $due }, then erase it with whatever it holds. Still want it? Press “Keep it”, or answer “keep it”; `/dossier` gives you a copy.
deadline-retention-handed-in = The record of a filing left alone for two years
timer-retention-handed-in-1 = Nothing has happened to this filing since { $since }. Personal data should not be kept for ever: I keep my record of it until the end of { $due }, then erase it with all its answers; a filing that was approved stays valid all the same. Still want the record? Press “Keep it”, or answer “keep it”; `/dossier` gives you a copy.
timer-retention-handed-in-again = Again nothing has happened to this filing since { $since }. Personal data should not be kept for ever: I keep my record of it until the end of { $due }, then erase it with all its answers; a filing that was approved stays valid all the same. Still want the record? Press “Keep it”, or answer “keep it”; `/dossier` gives you a copy.
deadline-domain-days = Submitting while the domain has enough time left
timer-domain-days-1 = Your domain will soon have too little time left for a filing: an order submitted after { $due } will probably be sent back. Submit before then, or renew the domain first.
timer-domain-days-2 = Your domain has enough time left for the filing only until { $due } (days left: { $days }). Please renew it, or submit by then.
timer-domain-days-3 = Only until { $due } does your domain have enough time left for the filing. Please renew it today, or submit today.
timer-domain-days-again = { $state ->
        [overdue] Your domain has too little time left for the filing (the last good day was { $due }). Please renew it, then change the date with `/edit domain.expires-on`.
       *[other] After { $due } your domain has too little time left for the filing. Renew it, or submit before.
    }
deadline-initial-review-check = First review (备案初审)
timer-initial-review-check-1 = Alibaba Cloud's first review (备案初审) has taken 2 working days; it usually takes 1 to 2. Is there a result? The reviewer may call, so please pick up.
timer-initial-review-check-2 = The first review (备案初审) has taken 4 working days. If there is no word yet, look at the order in Alibaba Cloud's filing system or call 95187. Tell me the result when it is there.
timer-initial-review-check-again = Is there a result of the first review (备案初审)? If not, look at the order in Alibaba Cloud's filing system, or phone 95187.
deadline-mailing-check = Papers by post (邮寄资料)
timer-mailing-check-1 = It is 3 working days since Alibaba Cloud asked for papers. Have you sent them? If not, please do; if so, check the parcel: they are usually entered 1 to 2 working days after arrival.
timer-mailing-check-2 = It is 7 working days since Alibaba Cloud asked for papers. Sent, but no word? Check the parcel, then call 95187. Not sent yet? Please send them soon.
timer-mailing-check-again = Have the papers arrived? Tell me when they have, and we go on.
deadline-sms-subject-lead-window = SMS verification (短信核验) of the subject lead
timer-sms-subject-lead-window-1 = **About { $hours ->
            [one] an hour is
           *[other] { $hours } hours are
        } left** for { $subject-kind ->
        [individual] your
       *[other] the subject lead's
    } SMS verification (短信核验). Counted from when you told me that the first review was passed, it ends at { $due } (Beijing time); if the message came earlier, sooner. Please verify now; five wrong entries end it too. No message? Reply “No message came”.
timer-sms-subject-lead-window-2 = The 24 hours for { $subject-kind ->
        [individual] your
       *[other] the subject lead's
    } SMS verification (短信核验) should be over. Done? Press “Already done”. If not, the order will probably come back: reply “Too late”, and I will help you submit again.
timer-sms-subject-lead-window-again = Is { $subject-kind ->
        [individual] your
       *[other] the subject lead's
    } SMS verification (短信核验) done? The 24 hours run from the message. No message? Reply “No message came”. Missed it? Reply “Too late”.
deadline-sms-site-lead-window = SMS verification (短信核验) of the site lead
timer-sms-site-lead-window-1 = **About { $hours ->
            [one] an hour is
           *[other] { $hours } hours are
        } left** for the site lead's SMS verification (短信核验). Counted from when you told me that the first review was passed, it ends at { $due } (Beijing time); if the message came earlier, sooner. Please verify now; five wrong entries end it too. No message? Reply “No message came”.
timer-sms-site-lead-window-2 = The 24 hours for the site lead's SMS verification (短信核验) should be over. Done? Press “Already done”. If not, the order will probably come back: reply “Too late”, and I will help you submit again.
timer-sms-site-lead-window-again = Is the site lead's SMS verification (短信核验) done? The 24 hours run from the message. No message? Reply “No message came”. Missed it? Reply “Too late”.
deadline-authority-review-check = Result of the administration's review (管局审核), usually by
timer-authority-review-check-1 = The administration's review (管局审核) has taken 10 working days, which is normal: it usually ends within 20, by { $due }; in Zhejiang at times within 30. The result comes by SMS and e-mail and shows in Alibaba Cloud. Please keep the leads' phones reachable.
timer-authority-review-check-2 = The administration's review (管局审核) has taken 20 working days; some provinces take longer. If there is no result, call 95187 or ask the administration itself. Tell me when it is there.
timer-authority-review-check-again = Is there a result of the administration's review (管局审核)? If not, call 95187 or ask the administration itself.
deadline-returned-check = The order that came back
timer-returned-check-1 = The order came back three days ago. Correct what was named, submit it again at Alibaba Cloud, and tell me. If the reason is unclear, paste it here.
timer-returned-check-2 = The order came back two weeks ago. Correct it and submit it again, and the review goes on; if you no longer want it, send `/cancel`.
timer-returned-check-again = The order has not been resubmitted yet. Correct it and submit; if the reason is unclear, paste it here.
deadline-site-opening = Opening day of the site
timer-site-opening-1 = Your number came 3 days ago. Is the site open? The public-security filing (公安联网备案) is due within 30 days of that day: tell me the date, and I will count for you.
timer-site-opening-2 = Is your site open? If so, tell me the date: the 30 days for the public-security filing (公安联网备案) are counted from it.
timer-site-opening-again = Is your site open? If so, tell me the day: the 30 days for the public-security filing (公安联网备案) run from it. If not, don't leave it too long: a domain that never points to Alibaba Cloud may count as a shell site (空壳网站) and lose its filing.
deadline-footer = The filing number in the footer
timer-footer-1 = Your site is open: the filing number (备案号) must be at the bottom centre of the home page, linked to `https://beian.miit.gov.cn`. For the ready code send `/footer`.
timer-footer-2 = Please look at the bottom of your home page: is the filing number (备案号) there, and does it link to `https://beian.miit.gov.cn`? A missing number can bring an order to correct it and a fine. For the code send `/footer`.
timer-footer-again = Is the filing number (备案号) in your footer? For the code send `/footer`.
deadline-licence-check = ICP licence (ICP 许可证)
timer-licence-check-1 = A commercial site also needs the ICP licence (ICP 许可证); do not charge anyone before you hold it. Have you applied?
timer-licence-check-2 = How is the ICP licence (ICP 许可证) coming along? Once you have applied, the answer is due within 60 days; do not charge before you hold it.
timer-licence-check-again = How is the ICP licence (ICP 许可证) coming along? Do not charge before you hold it.
deadline-public-security-due = Public-security filing (公安联网备案)
timer-public-security-due-1 = Your site is open, congratulations! Within 30 days the **public-security filing (公安联网备案)** is due; the last day is { $due }.
timer-public-security-due-2 = The public-security filing (公安联网备案) is due by { $due }, in { $days } days. The review takes some days, so now is a good time.
timer-public-security-due-3 = The public-security filing (公安联网备案) is due by { $due }, in { $days } days. If you have not submitted it, please do so in the next few days.
timer-public-security-due-4 = The public-security filing (公安联网备案) is due by { $due }, in { $days } days. Please submit it soon at beian.mps.gov.cn; if you have, press “Already done”.
timer-public-security-due-5 = The public-security filing (公安联网备案) is due by { $due }, { $days ->
        [one] tomorrow
       *[other] in { $days } days
    }. Please submit it today; if you are stuck, send `/human`.
timer-public-security-due-6 = { $state ->
        [overdue] The public-security filing (公安联网备案) was due on { $due }, { $days ->
            [one] one day
           *[other] { $days } days
        } ago. If you have not submitted it, do so now at beian.mps.gov.cn; not filing can bring a warning or a shutdown of up to six months (Ministry of Public Security, Order 33 of 1997, article 23). Already submitted? Press “Already done”, and I stop.
       *[other] **Today, { $due }, is the last day of the public-security filing (公安联网备案).** Submitting today is enough; the review need not end today. If it is submitted, press “Already done”.
    }
timer-public-security-due-again = { $state ->
        [overdue] The public-security filing (公安联网备案) was due on { $due }, { $days ->
            [one] one day
           *[other] { $days } days
        } ago. If you have not submitted it, do so now at beian.mps.gov.cn; not filing can bring a warning or a shutdown of up to six months (Ministry of Public Security, Order 33 of 1997, article 23). Already submitted? Press “Already done”, and I stop.
        [today] Today, { $due }, is the last day of the public-security filing (公安联网备案). Submitting today is enough.
       *[ahead] The public-security filing (公安联网备案) is due by { $due }, in { $days } days. Submit it at beian.mps.gov.cn.
    }
deadline-public-security-number = The public-security number (公安备案号)
timer-public-security-number-1 = Has the public-security number (公安备案号) come? Then send it to me, and I show you how it goes on the site. The review usually takes 3 to 7 working days; an officer phones, please answer.
timer-public-security-number-again = Has the public-security number (公安备案号) come? Then send it to me. Returned? Correct it and submit again. Not submitted after all? Send `/edit public-security.outcome`.
deadline-public-security-display = The public-security number and icon on the site
timer-public-security-display-1 = The public-security number (公安备案号) and icon must be on the home page within 30 days of approval; counted from the day you told me, by { $due }, sooner if it came earlier. For the ready code send `/footer`.
timer-public-security-display-2 = Are the public-security number (公安备案号) and the icon on your site? { $days } days left ({ $due }). For the code send `/footer`.
timer-public-security-display-3 = Only { $days } days are left to put the public-security number (公安备案号) and the icon on your site ({ $due }). For the code send `/footer`.
timer-public-security-display-4 = { $state ->
        [overdue] The public-security number (公安备案号) and icon were due on your site by { $due }; please add them now. For the code send `/footer`.
       *[other] Today, { $due }, is the last day to put the public-security number (公安备案号) and icon on your site. Send `/footer` for the code and paste it.
    }
timer-public-security-display-again = Are the public-security number (公安备案号) and the icon on your site? The last day is { $due }. For the code send `/footer`.
deadline-domain-renewal = Domain renewal
timer-domain-renewal-1 = Your domain expires in { $days } days ({ $due }). A lapsed domain can cost you the filing, so please renew it; then send `/edit domain.expires-on` with the new date, and I will keep watch.
timer-domain-renewal-2 = Your domain expires in { $days } days ({ $due }). Please renew it in the next few days.
timer-domain-renewal-3 = Days left on your domain: { $days } ({ $due }). Please renew it today.
timer-domain-renewal-again = The expiry day I have for your domain is { $due }. Renewed? Send `/edit domain.expires-on` with the new date.

# Files
file-ready = “{ $label }”: size and type are right. I **kept no copy**; upload it yourself in Alibaba Cloud's system. Please look once more whether it is legible.
file-not-asked = No file is needed now, and I kept none. I tell you when it is time for the papers.

# The dossier
dossier-head = **Dossier of filing { $reference }**
dossier-incomplete = Still missing: { $missing }
dossier-on-record = The subject's data are in the account; the system fills them in, just compare.
dossier-closed = This filing has ended, and there is nothing to fill in at Alibaba Cloud. { $why } What you answered stands in `/mydata`.
dossier-note = Copy it line by line into Alibaba Cloud's system. What you held back, fill in from the document. The dossier holds personal data: keep it safe or delete it after use.
dossier-section-type = Filing type (验证备案类型)
dossier-section-access = Product and access (产品验证、接入信息)
dossier-section-subject = Subject (主办单位信息)
dossier-section-subject-lead = Subject lead (主体负责人)
dossier-section-site = Site (网站信息)
dossier-section-site-lead = Site lead (网站负责人)
dossier-section-papers = Papers (上传资料)
dossier-section-check = Face check (真实性核验)

# Everyday words
words-unknown = I don't know|I do not know|I don’t know|I dont know|don't know|don’t know|dont know|dunno|idk|not sure|I am not sure|I'm not sure|no idea|unsure|I forgot
words-whatever = whatever|anything|any|does not matter
words-question = how|what|why|where|which|who|when|whose|do i|does it|do we|do you|can i|can we|can you|should i|should we|must i|must we|may i|need i|is it|is there|are there|tell me
words-question-end = or not|is that right
words-none = none|none of them|none of these|nothing|no|nope|neither|n/a
words-same = same|the same|same as above|as above|same address|ditto
words-ack = ok|okay|sure|fine|all right|alright|right
words-stall = wait|wait a moment|wait a minute|hold on|one moment|just a moment|give me a minute|let me think|let me check|later|do it later|maybe later|not now|tbd|to be decided|to be determined|undecided|not decided|not decided yet|i will check|i'll check|tomorrow|not ready|not ready yet
words-hello = hi|hello|hey|hi there|hello there|good morning|good afternoon|good evening|anyone there
words-thanks = thanks|thank you|thank you very much|thanks a lot|many thanks|thx
words-not-yet = not yet|no, not yet|still waiting|pending|waiting
words-already = done|already submitted|finished|already|already done|submitted|it is|I have|received|passed|approved
dossier-line = { $label }: { $value }
nothing-to-stop = This is not handled here, so there is nothing to stop. A wrong choice? Send `/back`. Another filing? `/new`.
nothing-to-keep = There is no earlier answer to keep here.
