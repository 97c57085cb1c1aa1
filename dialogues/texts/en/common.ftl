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
    - `/progress` with an estimate, `/deadlines`
    - `/dossier`: what to fill in
    - `/filings`, `/use REFERENCE` to switch, `/new` for another
    - `/mydata`: what I keep, `/forget` to erase it all
    - `/language`, `/cancel` to stop this filing

help-field = About “{ $label }”:
help-person = Still unsure? Send `/human` for a person or call Alibaba Cloud at 95187; `/help` shows all you can do here.
said-stall = All right. What you answered is kept; go on with this step when you are ready. `/deadlines` shows what is running.
said-hello = Hello, I am here. Just go on with the step below; if you have a question, ask it.
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
estimate = Counted from the day you submit: { $min } to { $max } working days; submitted today, about { $earliest } to { $latest }. Only weekends are left out, not holidays or returns:
estimate-line = { $step }: { $min } to { $max } working days ({ $source })
duration-domain-sync = The domain's real-name data reach the ministry
duration-initial-review = Alibaba Cloud's first review (备案初审)
duration-sms = SMS verification (短信核验)
duration-authority-review = The administration's review (管局审核)

# Deadlines and reminders
deadlines-head = Running deadlines (Beijing time):
deadlines-line = { $what }: { $due }, { $state ->
        [overdue] { $left ->
            [one] 1 day ago
           *[other] { $left } days ago
        }
        [today] today
       *[ahead] { $left ->
            [one] 1 day left
           *[other] { $left } days left
        }
    }
deadlines-none = No deadline is running.
deadline-sms-window = SMS verification (短信核验)
deadline-public-security-due = Public-security filing (公安联网备案)
timer-sms-window-1 = 20 hours of the SMS verification (短信核验) are gone, **less than 4 are left**. If it is not done, open the page and verify now; no message? Press “No message came”.
timer-sms-window-2 = The 24 hours of the SMS verification (短信核验) are over. Is it done? If not, the order is likely to come back: press “Too late”, and I help you submit again.
timer-public-security-due-1 = Your site is open, congratulations! Within 30 days the **public-security filing (公安联网备案)** is due; the last day is { $due }.
timer-public-security-due-2 = Public-security filing (公安联网备案): due { $due }, days left: { $days }. The review takes some days; this week is a good time.
timer-public-security-due-3 = Public-security filing (公安联网备案): due { $due }, days left: { $days }. If not submitted yet, please do it these days.
timer-public-security-due-4 = Public-security filing (公安联网备案): due { $due }, days left: { $days }. Please submit it soon at beian.mps.gov.cn.
timer-public-security-due-5 = Public-security filing (公安联网备案): due { $due }, days left: { $days }. Better submit it today; if you are stuck, send `/human`.
timer-public-security-due-6 = Today ({ $due }) is the **last day of the public-security filing (公安联网备案)**. Submitting today is enough, the review may take longer. Already done? Tell me the number.

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
words-already = done|finished|already|already done|submitted|it is|I have|received|passed|approved
dossier-line = { $label }: { $value }
nothing-to-stop = This is not handled here, so there is nothing to stop. A wrong choice? Send `/back`. Another filing? `/new`.
nothing-to-keep = There is no earlier answer to keep here.
