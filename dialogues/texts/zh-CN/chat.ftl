# 终端里的对话（`beian chat`）自己要说的话。

chat-welcome-back = 欢迎回来，接着办备案 { $reference }，上次的回答都在。
chat-leave = 好，先到这里。进度都存好了，回来接着办；祝备案顺利。
chat-interrupted = 没有丢任何东西。想离开，发 `/quit`，或按 Ctrl-D，或再按一次 Ctrl-C；回来接着办。
chat-number-hint = 答序号或文字都行；`/help` 看帮助，`/quit` 随时离开，进度会留着。
chat-file = 路径：看看文件合不合要求
chat-file-how = 请把文件的路径写在后面，例如 `/file ~/身份证.jpg`；把文件拖进窗口也行。我只看大小和格式，不保存。
