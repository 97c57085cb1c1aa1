# What the program says by name, as short as can be.

yes = Yes
no = No
solved = Solved
paper-ready = Ready
paper-not-yet = Not yet
paper-not-yet-again = I ask for this one again later.
held-back = (you fill it in yourself)
skipped = (skipped)
not-given = (not given yet)
list-separator = {", "}
source-separator = {"; "}
administration-unknown = the provincial administration (管局)
returned-none = Nothing to change
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
words-yes = yes|y|yep|yeah|ok|sure|right
words-no = no|n|nope|not|none
words-solved = solved|fixed|done|it is solved|resolved
words-unknown = I don't know|not sure
words-whatever = whatever|anything|any|does not matter
words-question = how|what|why|where|which|who|when
words-question-end = or not|is that right
words-none = none|none of them|none of these|nothing|no|nope|neither|n/a
words-same = same|the same|same as above|as above|same address|ditto
words-ack = ok|okay|sure|fine|all right|alright|right
words-stall = wait|wait a moment|wait a minute|hold on|one moment|just a moment|give me a minute|let me think|let me check|later|do it later|maybe later|not now|tbd|to be decided|to be determined|undecided|not decided|not decided yet|i will check|i'll check|tomorrow|not ready|not ready yet
words-hello = hi|hello|hey|hi there|hello there|good morning|good afternoon|good evening|anyone there
words-thanks = thanks|thank you|thank you very much|thanks a lot|many thanks|thx
words-not-yet = not yet|no, not yet|still waiting|pending|waiting
words-already = done|already submitted|finished|already|submitted
words-help = help|h|?|how|what
words-back = back|go back|previous|undo
words-skip = skip|skip it
words-hold = hold back|hold|rather not
words-human = ask a human|human|agent|operator|support
words-repeat = repeat|say again|pardon
words-keep = keep|unchanged|same as before
words-done = that is all|that's all|finished
panel-progress = { $stage } · step { $step } of { $steps }
panel-old-value = Before: { $value }. To leave it so: `/keep`.
panel-later = All else is asked; what was put off is still open: { $labels }.
panel-example = For example: `{ $example }`
panel-choices-hint = Several are possible, like `1 3`; then “That is all”.
panel-personal-hint = To keep it to yourself: `/hold`.
panel-optional-hint = May be skipped: `/skip`.
province-says = What { $administration } says on this:
province-rule = { $text } ({ $sources })
category-falls = Counts as this: { $list }
category-not-falls = Does not count: { $list }
category-change = { $date }: { $what } ({ $sources })
help = `/back`, `/edit`, `/repeat`, `/skip`, `/hold`, `/progress`, `/new`, `/mydata`, `/forget`, `/language`, `/cancel`, `/human`.
help-field = About “{ $label }”:
help-person = Unsure? Send `/human`.
said-stall = All right. What you answered is kept; go on with this step when you are ready. `/deadlines` shows what is running.
said-hello = Hello, I am here. Just go on with the step below; if you have a question, ask it.
said-ack = Fine. Just go on with the step below.
said-thanks = You are welcome. What you answered is kept; go on whenever you like.
nothing-asked = Nothing is asked right now. `/new` begins anew.
back-nothing = This is the beginning; there is nothing to go back to.
back-done = Back at “{ $label }”; your answer is still there.
edit-menu = What do you want to change?
edit-unmatched = That matches nothing in the list, and nothing was changed. Type a number or a name; or “Never mind”.
edit-closed = Nothing was changed.
edit-unknown = There is no such answer. `/edit` lists them.
edit-started = Let us change “{ $label }”. What depends on it I ask again.
edit-after-submission = Mind: this changes my record only.
edit-nothing = There is no answer to change yet.
edit-left = “{ $label }” stays as it was.
skip-not-optional = This one cannot be skipped.
skip-not-optional-personal = This one cannot be skipped. Rather not write personal data? Send `/hold`. Unsure? Send `/help`.
skip-done = Skipped. To add it later, send `/edit`.
hold-not-personal = This is not personal; I need the answer here.
hold-done = Held back; the dossier leaves it blank.
hold-declined-note = Then I keep no personal data; what was there is erased.
cancel-kept = Not stopped; we go on.
already-closed = This one is stopped already. `/new` begins another.
nothing-to-stop = There is nothing to stop here.
nothing-to-keep = There is no earlier answer to keep here.
already-complete = This one is finished; there is nothing to stop.
old-button = This button is out of date; nothing was changed.
done-nothing = There is nothing to tick at present; nothing was changed.
re-asked = “{ $because }” changed, so I ask these again: { $labels }.
news-new = The rules or my questions changed since you were last here, so I also ask: { $labels }.
news-option-gone = Of the answers to choose from, the one you gave is no longer there; please choose again: { $labels }.
news-no-longer-fits = What is checked became stricter since, so please look at this once more: { $labels }.
news-depends = Something this depends on is different now, so I ask it again: { $labels }.
news-not-asked = Good news: this is no longer needed: { $labels }.
news-closed = The rules or my questions changed since you were last here, and because of that this filing ends here. The reason follows.
news-stopped = The rules or my questions changed since you were last here. This must be solved first.
news-moved = My questions changed since I asked you, so I did not take this as an answer. Here is what I ask now.
human-with-team = Handed to a colleague as { $ticket }.
human-without-team = Nobody is on duty; noted as { $ticket }.
human-already = A human is already asked, as { $ticket }.
human-words = What you wrote behind `/human` is not passed on, only where you stand; tell it on the phone or in the ticket.
language-changed = From now on in English.
language-which = Which language? 用哪种语言？
filings-list = Your filings:
filings-line = **{ $reference }** · { $about }
filings-one = Only this one. For another, send `/new`.
use-unknown = There is none with this reference.
use-done = Now it is about filing { $reference }.
new-started = A new one, { $reference }.
new-limit = There are too many to open another.
takeover = Take the answers over from { $reference }?
takeover-yes = Take them over
takeover-done = Answers taken over: { $count }.
mydata-head = This is what I keep of you:
mydata-line = { $label }: { $value }
mydata-filing = Filing { $reference }, begun { $created }:
mydata-nothing = Nothing yet.
mydata-ticket = Request for a person { $ticket }, at “{ $label }”: still open
mydata-ticket-bare = Request for a person { $ticket }: still open
mydata-end = To erase it all, send `/forget`; to change one thing, `/edit`.
forget-ask = Erase **everything** I keep of you?
forget-yes = Erase everything
forget-no = No, keep it
forget-done = Erased.
forget-kept = Everything is still there.
progress-head = Answered { $done } of { $total }:
progress-closed-head = Walked:
progress-closed = It ends here. { $why }
dossier-closed = It has ended. { $why }
closed-cancelled = You stopped it.
progress-stage-done = ✓ { $stage }
progress-stage-now = ▶ **{ $stage }**
progress-stage-later = · { $stage }
progress-todo-head = Still to do:
todo-domain-verify = get the domain verified
todo-domain-unknown = look whether the domain is verified
todo-pre-approval = get the pre-approval document for “{ $category }”
todo-paper = prepare: { $label }
todo-held = fill in yourself: { $label }
estimate = { $min } to { $max } working days: { $earliest } to { $latest }.
estimate-line = { $step }: { $min } to { $max } working days ({ $source })
deadlines-head = Deadlines and checks (Beijing time):
deadlines-filing = **{ $reference }**
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
    }{ $wanted ->
        [stopped] {" "}(reminders stopped)
       *[on] {""}
    }
deadlines-check = { $what }: { $wanted ->
        [stopped] reminders stopped
       *[on] I will ask on { $next }
    }
deadlines-none = No deadline is running.
deadlines-tail = To see or change the hours at which I keep quiet, send `/quiet`; for your calendar, `/calendar`.
about-day = about { $day }
checklist = For the site lead.
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

    `<a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener">{ $number }</a>`
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
snooze-when = When shall I remind you? Choose, or write “3 hours”, “5 days” or a date.
snooze-how = I did not understand that time. Write “3 hours”, “5 days”, or a future date such as 2026-12-24.
taken-inside = { $value }
words-waiting = not yet|no|still waiting|waiting|in review|under review|no number yet|not come yet|rejected|returned|it was rejected|it was returned
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
remind-stopped = All right, no more reminders of “{ $what }”. A deadline, if there is one, does not change: see `/deadlines`. Changed your mind? Send `/resume` now.
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
file-ready = “{ $label }”: size and type are right.
file-not-asked = No file is needed now, and I kept none.
dossier-head = **Dossier of filing { $reference }**
dossier-incomplete = Still missing: { $missing }
dossier-note = The dossier holds personal data: keep it safe.
dossier-line = { $label }: { $value }
dossier-on-record = On record already.
unknown-command = There is no such command. Send `/help`.
chat-welcome-back = Welcome back to { $reference }.
chat-leave = Until next time. Everything is saved.
chat-interrupted = Nothing is lost. To leave, type `/quit`.
chat-number-hint = Answer with a number or in words; `/quit` leaves.
chat-file = PATH: check a file
chat-file-how = Write the file’s path behind it.
unread-edited = I do not see later changes of a message.
unread-sticker = A nice sticker! But I only understand words and buttons.
unread-recording = I cannot read recordings.
unread-place = I cannot read a place on the map. Please write the address.
unread-contact = I cannot read contact cards.
unread-other = I cannot read this kind of message.
set-aside = I could not deal with this message; it is noted.
too-fast = That was too fast for me.
toast-old-button = This button is out of date.
in-private = Please write to me in private.
command-start = Begin, or go on
command-help = How to answer this, and what else to send
command-progress = How far it has come, how long it takes
command-back = One step back
command-edit = Change an answer
command-repeat = Ask again
command-deadlines = How many days are left
command-calendar = Deadlines for your calendar
command-quiet = When I keep quiet
command-footer = Filing-number code for your footer
command-dossier = The list to copy into Alibaba Cloud
command-human = Ask a person for help
command-filings = My filings
command-new = One more filing
command-language = Language · 换语言
command-cancel = Stop this filing
command-mydata = Show what is kept of me
command-forget = Erase everything
bot-description = Thirty questions, asked to be measured.
bot-short-description = Thirty questions.
refusal-not-an-option = That matches none of the choices.
refusal-not-an-option-several = No such choices. Write their numbers, like `2 5`.
refusal-choose-at-least-one = Choose at least one.
refusal-none-excludes = “None” cannot go with another choice.
refusal-too-long = That is too long; please shorten it, or say it in parts.
refusal-date-future = That day is still to come.
refusal-file-unreadable = I cannot open this file.
refusal-file-empty = This file is empty.
refusal-file-type = Expected { $formats }.
refusal-file-too-large = The file has { $size }; the limit is { $limit }.
refusal-empty = Please write it again, like `{ $example }`.
refusal-ambiguous = There is a place of this name in { $names }.
refusal-outside-mainland = A province of the mainland is needed.
refusal-unknown = I do not find this place.
refusal-bare-word = A domain has a suffix, like `{ $example }`.
refusal-characters = There are characters that do not belong in it.
refusal-ip-address = This is an IP address. Please give the domain.
refusal-label = This domain is not well formed.
refusal-look-alike = A letter that only looks the same has slipped in.
refusal-mail-address = This is an e-mail address. Please give the domain.
refusal-suffix-alone = This is only the suffix.
refusal-unknown-suffix = There is no such suffix.
refusal-format = Please write it like `{ $example }`.
refusal-impossible = There is no such day.
refusal-length = Expected { $expected } characters, found { $length }.
refusal-too-short = That is too short.
refusal-no-door-number = The door number is missing.
refusal-placeholder = Please leave out the placeholder.
refusal-dot = The dot (·) stands only between two parts of the name.
refusal-machine-range = This range is for devices.
refusal-not-mobile = This is no mobile number of the mainland.
refusal-same = Please give another one than before.
refusal-landline = This landline is not right.
refusal-no-area-code = Please put the area code before it.
refusal-service-number = Service numbers do not count.
refusal-at-sign = An e-mail address has one @. For example: `{ $example }`
refusal-domain = The part behind the @ is not right.
refusal-local-part = The part before the @ is not right.
note-future = Noted; that day is still to come.
note-reduced = Noted as `{ $to }`.
note-address = I took the domain out of the address: `{ $to }`.
note-virtual-range = This is a virtual operator’s number.
note-named-by = Noted: { $subject-province-label }.

ask-sources = Sources: { $sources }
ask-law = Law: { $law }
ask-which = Which of these do you mean?
inline-private = Ask in a private chat
ask-more-hint = For details, ask again with `--more`.
ask-unknown =
    I do not know this, and will not guess.

    Put it in other words, or send `/human` for a person. Alibaba Cloud answers at 95187; on a province's rules its communications administration (通信管理局) has the last word.
ask-not-forging =
    I cannot help with that: papers must be real, and the certificates the subject's own (主体). False papers are sent back, and a number obtained with them is cancelled once found out.

    If a paper is missing there is a proper way: tell me which, and I say how to get it; or send `/human`.
ask-not-dodging =
    I cannot help with that: filings that dodge the review, or are bought or borrowed, are cancelled.

    The proper way is not slow: your own domain under your own subject, free of charge, one or two working days of first review (初审) and at most twenty at the administration (管局). Send `/new` and I lead you through it.
ask-not-injection = I answer questions on website filing only, follow no other orders and show nothing internal. Ask away about the filing, or send `/human` for a person.
ask-how = Just ask, for example: `/ask is SMS needed in Hangzhou`. To browse, send `/faq`.

nav-meant = That was my answer
nav-more = Details

topics-groups = What would you like to know? You can also simply ask.
topics-which = Choose one:
command-ask = Ask a question
command-faq = Common questions

told-ask =
    This is what I read:

    { $lines }

    Is it all right? If so, I fill it in and ask only for the rest.
told-line = { $label }: { $value }
told-filled =
    Filled in as you said:

    { $lines }
told-kept = Noted: each is filled in when its question comes.
told-dropped = All right, one at a time then.
told-after-consent = Names, phones and document numbers I note only once you have agreed to the privacy notice. Send them again then.
told-unfit = These do not look right, so I left them out and will ask for them: { $labels }
told-rejection = { $count ->
        [one] The one item that the notice names is ticked.
       *[other] The { $count } items that the notice names are ticked.
    } Have a look: press one to untick it, and “Done” if all is right.

nav-told = All right, fill in
nav-not-told = No, ask me each
ask-province-says = In { $province }:
nav-ask = Ask: { $topic }
