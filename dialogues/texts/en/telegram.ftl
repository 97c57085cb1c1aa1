# What is said on Telegram: messages that are not read, old buttons, too fast, gone wrong, in groups, the menu of commands, what the bot is.

unread-edited = I read messages as they were first sent and do not see later changes. To change an answer, send `/edit`.
unread-sticker = A nice sticker! But I only understand words and buttons.
unread-recording = I cannot listen to or watch recordings. Please write it to me.
unread-place = I cannot read a place on the map. Please write the address.
unread-contact = I cannot read contact cards, and kept nothing of it. Where a name or a phone number is asked, please type it.
unread-other = I cannot read this kind of message. Please write, or press a button.
set-aside = Sorry, I could not deal with your last message. The fault is mine, and it is noted for somebody to look into. Nothing else is lost, so just go on; you may also say that one again in other words.
too-fast = That was too fast for me: I did not look at your last few messages. Everything answered before is kept. Please wait some seconds and send again what I missed.

# The line that pops up after a press, 200 characters at most.
toast-old-button = This button is out of date, so nothing was changed. Please look at the newest message, or send /repeat.
in-private = A filing is about personal data, so please write to me in private:

# What the menu says of each command
command-start = Begin, or go on
command-help = How to answer this, and what else to send
command-ask = Ask a question
command-faq = Common questions
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

# What people see of the bot before they begin: 512 and 120 characters at most.
bot-description =
    I lead you through China's ICP filing (ICP备案) on Alibaba Cloud, step by step: I ask what their system will ask, check what you type, and tell you your filing type, the papers and your province's rules, up to the public-security filing (公安联网备案).

    You submit it yourself in Alibaba Cloud's system. You need not write personal data here.
bot-short-description = Leads you through China's ICP filing (ICP备案) on Alibaba Cloud, up to the public-security number.
