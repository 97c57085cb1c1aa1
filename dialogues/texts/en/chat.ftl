# What the conversation in a terminal (`beian chat`) says itself.

chat-welcome-back = Welcome back to filing { $reference }. Your answers are all here.
chat-leave = Until next time. Everything is saved, and you go on where you stopped. Good luck with the filing!
chat-interrupted = Nothing is lost. To leave, type `/quit`, press Ctrl-D, or press Ctrl-C once more; come back any time.
chat-number-hint = Answer with a number or in words; `/help` helps, `/quit` leaves, and your progress stays.
chat-file = PATH: check a file
chat-file-how = Write the file's path behind it, for example `/file ~/id-card.jpg`; dragging the file into the window works too. I look at size and format only and keep nothing.
