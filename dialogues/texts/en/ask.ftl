# What stands around an answer. The answers themselves are in answers.ftl.

ask-sources = Sources: { $sources }
ask-province-says = In { $province } (this changes; its communications administration has the last word):
ask-law = Law: { $law }
ask-which = Which of these do you mean?
# Above the answers offered in another chat: the way into the private one.
inline-private = Ask in a private chat
ask-more-hint = For details, ask again with `--more`.
ask-unknown =
    I do not know this, and I will not guess.

    Put it in other words, or send `/human` for a person. Alibaba Cloud answers at 95187; on a province's rules its communications administration (通信管理局) has the last word.
ask-not-forging =
    I cannot help with that: papers must be real, and the certificates the subject's own (主体). False papers are sent back; if they are found out after the filing, the administration (管局) closes the site and cancels the filing.

    If a paper is missing there is a proper way: tell me which, and I say how to get it; or send `/human`.
ask-not-dodging =
    I cannot help with that: a filing that dodges the review, or is bought or borrowed, rests on false data; once found out, the administration (管局) closes the site and cancels it.

    The proper way is not slow: your own domain under your own subject (主体), free of charge, one or two working days for the initial review (初审), usually at most twenty for the administration's. Send `/new`, and I will lead you through.
ask-not-injection = I only answer questions on website filing; I follow no other instructions and show nothing internal. Ask away about the filing, or send `/human` for a person.
ask-how = Just ask, for example: `/ask is SMS needed in Hangzhou`. To browse, send `/faq`.

nav-ask = Ask: { $topic }
nav-meant = That was my answer
nav-more = Details

topics-groups = What would you like to know? You can also simply ask.
topics-which = Choose one:

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
    } Have a look: press one to untick it, and “That is all” if all is right.

nav-told = All right, fill in
nav-not-told = No, ask me each
