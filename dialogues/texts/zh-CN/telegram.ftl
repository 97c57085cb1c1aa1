# 在 Telegram 上要说的话：读不了的消息、过时的按钮、太快、出错、群里、命令菜单、机器人简介。

unread-edited = 我看的是消息刚发出来时的内容，后来的改动看不到。要改已经答过的，发 `/edit`。
unread-sticker = 表情收到了，不过我只看得懂文字和按钮。
unread-recording = 语音和视频我听不了也看不了，请打字告诉我。
unread-place = 地图上的位置我看不了，请把地址打成文字发给我。
unread-contact = 名片我看不了，也没有保存。要填电话或姓名时，请直接打字。
unread-other = 这种消息我看不了，请打字，或者点按钮。
set-aside = 抱歉，刚才那条消息我没能处理，问题在我这边，已经记下来让人去查。别的都没丢，可以接着办；那一条，换个说法再发一次也行。
too-fast = 发得太快了，刚才有几条我没看。已经答过的都在。请等几秒，把没看到的再发一次。

# 点按钮后弹出的一行字，最多 200 个字。
toast-old-button = 这个按钮已经过时了，什么都没改。请看最新的一条，或发 /repeat。
in-private = 备案要说到个人信息，请私下找我：

# 命令菜单里的说明
command-start = 开始，或接着办
command-help = 这一题怎么答，还能发什么
command-ask = 提问
command-faq = 常见问题
command-progress = 办到哪一步，还要多久
command-back = 上一步
command-edit = 修改答过的
command-repeat = 再问一遍
command-deadlines = 期限还有几天
command-calendar = 期限放进日历
command-quiet = 夜里不打扰的时间
command-footer = 首页底部备案号的代码
command-dossier = 填写清单，照着填进阿里云
command-human = 找人帮忙
command-filings = 我的备案
command-new = 再办一件
command-language = 换语言 · Language
command-cancel = 停止这件备案
command-mydata = 看我存了什么
command-forget = 全部抹掉

# 别人打开机器人时看到的简介：长的最多 512 个字，短的最多 120 个字。
bot-description =
    一步一步带你在阿里云办 ICP 备案：系统要问什么，我先问什么，填错当场告诉你。你是哪种备案、要备哪些材料、你那个省有什么规矩，都会说清楚，一直跟到公安联网备案。

    备案由你自己在阿里云提交，我不代办。个人信息可以不写在这里。
bot-short-description = 带你在阿里云办 ICP 备案，从第一句话到公安备案号。
