# 程序自己要说的话，能短就短。

yes = 是
no = 否
solved = 解决了
paper-ready = 备好了
paper-not-yet = 还没有
paper-not-yet-again = 这一项以后再问。
held-back = （由你自己填）
skipped = （跳过）
not-given = （还没填）
list-separator = 、
source-separator = ；
administration-unknown = 省管局
returned-none = 什么都不用改
nav-back = 上一步
nav-help = 帮助
nav-skip = 跳过
nav-hold = 不写在这里
nav-human = 找人帮忙
nav-edit = 修改
nav-leave = 不改了
nav-done = 选好了
nav-keep = 沿用原来的
nav-dossier = 填写清单
nav-new = 再办一件
words-yes = 是|是的|对|对的|嗯|好|好的|可以|有|没错
words-no = 否|不|不是|不对|没|没有|不要|不用
words-solved = 解决了|已解决|弄好了|办好了|好了
words-unknown = 不知道|不清楚
words-whatever = 随便|随便填|随便写|都行|都可以|无所谓
words-question = 怎么|怎样|如何|什么|多少|为什么|哪里|哪个|哪儿|吗|么
words-question-end = 吗|嘛|呢|么|行不|行不行|好不好|对不对|可以不|对吧|是吧|可以吧|行吧
words-none = 没有|都没有|全没有|一个都没有|没有这些|无|没|都不是|都不|不涉及|没什么|没有了|暂无
words-same = 同上|一样的|都一样|同证件住所|同证件地址|同住所|和上面一样|和证件一样|和证件上一样|跟上面一样|一样|相同|一致
words-ack = 好|好的|行|可以|嗯|ok
words-stall = 等一下|等下|等等|等会|等会儿|等一会|等一会儿|稍等|稍等一下|等我一下|我想想|我想一下|让我想想|想想再说|再想想|没想好|还没想好|还没定|没定|还没定好|还没决定|没决定|待定|晚点|晚点再说|晚点再填|以后再说|以后再填|回头再说|先放着|先不管|改天|明天再说|还没准备好|没准备好|还没拿到|还没办下来|我去查一下|我查一下|我问一下|我去问问
words-hello = 你好|您好|你好啊|嗨|哈喽|在吗|在不在|有人吗|早上好|上午好|中午好|下午好|晚上好
words-thanks = 谢谢|谢谢你|谢谢您|多谢|感谢|非常感谢|谢了|辛苦了
words-not-yet = 还没|还没有|没有|没呢|没弄|正在办|等着
words-already = 办好了|已经好了
words-help = 帮助|怎么填|什么意思|不懂|？
words-back = 返回|上一步|后退|回去
words-skip = 跳过|略过
words-hold = 不写在这里|不想写|先不填|先不写|自己填
words-human = 找人帮忙|人工|转人工|找人|客服|真人
words-repeat = 再说一遍|重复|重说
words-keep = 沿用|沿用原来的|不变|没变|照旧
words-done = 选好了|选完了|就这些
panel-progress = { $stage } · 第 { $step } 步，共 { $steps } 步
panel-old-value = 原来是：{ $value }。不变就发 `/keep`。
panel-later = 别的都问过了，只差先前放下的：{ $labels }。
panel-example = 例如：`{ $example }`
panel-choices-hint = 可以多选，比如 `1 3`，然后选“就这些”。
panel-personal-hint = 不想写在这里：`/hold`。
panel-optional-hint = 可以跳过：发 `/skip`。
province-says = { $administration }在这一项上的规则：
province-rule = { $text }（{ $sources }）
category-falls = 算在内的：{ $list }
category-not-falls = 不算的：{ $list }
category-change = { $date }：{ $what }（{ $sources }）
help = `/back`、`/edit`、`/repeat`、`/skip`、`/hold`、`/progress`、`/new`、`/mydata`、`/forget`、`/language`、`/cancel`、`/human`。
help-field = 关于“{ $label }”：
help-person = 拿不准就发 `/human`。
said-stall = 好的，答过的都留着，准备好了就接着这一步答。正在计时的期限，发 `/deadlines` 看。
said-hello = 你好，我在。接着答下面这一步就行；想问什么，直接问。
said-ack = 好，接着答下面这一步就行。
said-thanks = 不客气。答过的都留着，随时可以接着办。
nothing-asked = 现在没有要问的。`/new` 重新开始。
back-nothing = 已经是最前面了，没有可以退的。
back-done = 退回到“{ $label }”，原来的回答还在。
edit-menu = 要改哪一项？点它，或发序号、名称。
edit-unmatched = 没对上列表里的任何一项，什么都没改。写序号或名称；不想改了，发“不改了”。
edit-closed = 好，什么都没改。
edit-unknown = 没有这一项。发 `/edit` 看列表。
edit-started = 好，来改“{ $label }”。受它影响的，我会再问。
edit-after-submission = 提醒：只改我这份记录。
edit-nothing = 还没有可以改的回答。
edit-left = 好，“{ $label }”不改了，还是原来的。
skip-not-optional = 这一题不能跳过。不知道怎么答就发 `/help`；不想写个人信息，发 `/hold`。
skip-not-optional-personal = 这一题不能跳过。不想写个人信息，发 `/hold`，到时自己填；不知道怎么答就发 `/help`。
skip-done = 好，跳过。以后想补，发 `/edit`。
hold-not-personal = 这一题不是个人信息，需要你在这里回答。不知道怎么答就发 `/help`。
hold-done = 好，清单里留空。
hold-declined-note = 好，我不留个人信息；已有的已抹掉。
cancel-kept = 好，不停，接着办。
already-closed = 已经停了。`/new` 再来一件。
nothing-to-stop = 这里没有什么要停的。
nothing-to-keep = 这一项没有可沿用的回答。
already-complete = 已经办完，没有什么要停的。
old-button = 这个按钮已经过时了，什么都没改。请看最新的一条。
done-nothing = 现在没有要勾选的题，什么都没改。
re-asked = “{ $because }”变了，所以这几项要再问一遍：{ $labels }。
news-new = 您上次来过之后，规则或问题有更新，还要补问：{ $labels }。
news-option-gone = 您原来选的那一项现在没有了，请重新选择：{ $labels }。
news-no-longer-fits = 现在的检查更严格了，请再核对一次：{ $labels }。
news-depends = 它所依据的内容有变化，所以再问一遍：{ $labels }。
news-not-asked = 好消息，这些现在不需要了：{ $labels }。
news-closed = 你上次来过之后，规则或问题有更新，这件备案因此办到这里为止，原因如下。
news-stopped = 你上次来过之后，规则或问题有更新，下面这件事要先解决。
news-moved = 上次提问之后问题有更新，所以刚才这条没有当作回答。现在要问的是：
human-with-team = 已转给同事，编号 { $ticket }。
human-without-team = 现在没有人值守，编号 { $ticket }。
human-already = 已经找过人了，编号 { $ticket }。
human-words = 写在 `/human` 后面的话我没有转，只记了走到哪一步；打电话或提工单时再说。
language-changed = 好，以后用中文。
language-which = 用哪种语言？ Which language?
filings-list = 你的备案：
filings-line = **{ $reference }** · { $about }
filings-one = 只有这一件。再办一件，发 `/new`。
use-unknown = 没有这个编号的备案。发 `/filings` 看有哪些。
use-done = 好，现在说的是备案 { $reference }。
new-started = 新的一件，{ $reference }。
new-limit = 备案太多了，不能再开。先把用不着的办完，或发 `/forget` 抹掉重来。
takeover = 沿用 { $reference } 的回答吗？
takeover-yes = 拿过来
takeover-done = 拿过来 { $count } 项。有变化的，随时发 `/edit` 改。
mydata-head = 我存着你的这些信息：
mydata-line = { $label }：{ $value }
mydata-filing = 备案 { $reference }，{ $created } 开始：
mydata-nothing = 还没有。
mydata-ticket = 求助 { $ticket }：停在“{ $label }”，还没有人处理
mydata-ticket-bare = 求助 { $ticket }：还没有人处理
mydata-end = 要全部抹掉，发 `/forget`；只改一项，发 `/edit`。
forget-ask = 要抹掉你的**全部信息**吗？
forget-yes = 全部抹掉
forget-no = 不，留着
forget-done = 已抹掉。
forget-kept = 好，都还在。
progress-head = 已答 { $done } 项，共 { $total } 项：
progress-closed-head = 走过的：
progress-closed = 到此为止：{ $why }
dossier-closed = 已经结束：{ $why }
closed-cancelled = 是你要停的。
progress-stage-done = ✓ { $stage }
progress-stage-now = ▶ **{ $stage }**
progress-stage-later = · { $stage }
progress-todo-head = 还要办的：
todo-domain-verify = 给域名做实名认证
todo-domain-unknown = 看看域名是否已实名
todo-pre-approval = 拿到“{ $category }”的前置审批文件
todo-paper = 备好：{ $label }
todo-held = 自己填：{ $label }
estimate = { $min } 至 { $max } 个工作日：{ $earliest } 到 { $latest }。
estimate-line = { $step }：{ $min } 至 { $max } 个工作日（{ $source }）
deadlines-head = 期限和要问的事（北京时间）：
deadlines-filing = **{ $reference }**
deadlines-line = { $what }：{ $due }，{ $state ->
        [overdue] 已过 { $left } 天
        [today] 就是今天
       *[ahead] 还有 { $left } 天
    }{ $wanted ->
        [stopped] （提醒已停）
       *[on] {""}
    }
deadlines-check = { $what }：{ $wanted ->
        [stopped] 提醒已停
       *[on] { $next } 再问
    }
deadlines-none = 现在没有在计时的期限。
deadlines-tail = 想看或改不打扰的时间，发 `/quiet`；想放进日历，发 `/calendar`。
about-day = 约 { $day }
checklist = 转给网站负责人。
calendar-name = 备案期限
calendar-event = 截止：{ $what }（{ $reference }）
calendar-about = 备案 { $reference } 的“{ $what }”，{ $due } 截止（北京时间）。
calendar-file = { $count } 个期限都在文件里，用日历打开就能导入。期限变了，再发一次 `/calendar` 重新导入，一般会替换旧的。
footer-none = 还没有备案号。等管局审核通过，把备案号告诉我，再发 `/footer`，我给你能直接贴的代码。
footer-filing =
    备案号放在**首页底部中间**。这段代码贴进网页就行：

    `<a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener">{ $number }</a>`
footer-public-security =
    公安备案号也放在首页底部，前面放平台上下载的图标（这里叫 `beian.png`）：

    `<img src="beian.png" alt="" height="20"> <a href="https://beian.mps.gov.cn/#/query/webSearch?code={ $code }" target="_blank" rel="noopener">{ $number }</a>`
footer-public-security-none = 公安备案号下来以后，再发 `/footer`，我把它那一段也给你。
reminder-of = **{ $reference }** · { $text }
nav-retain = 留着
nav-settled = 已办好
nav-answer = 接着办
nav-snooze-1h = 1 小时后再说
nav-snooze-tomorrow = 明天 9 点再说
nav-snooze-3h = 3 小时后
nav-snooze-3d = 3 天后
nav-snooze-7d = 7 天后
nav-snooze = 换个时间
nav-stop = 不再提醒
snooze-when = 什么时候再提醒？点一个，或者写“3 小时”“5 天”，或者一个日期。
snooze-how = 没看懂这个时间。写“3 小时”“5 天”，或者一个以后的日期，比如 2026-12-24。
taken-inside = { $value }
words-waiting = 还没|还没有|没有|还没下来|没下来|审核中|还在审|正在审核|等审核|还在等|被退回|被退回了|退回了|没通过
retention-visited = 你来了，备案 { $reference } 就先留着；一直不来的话，{ $at } 再问你。不想留，发 `/forget`。
retention-goes = 好，到时删除。想现在就删，发 `/forget`；又想留了，回我“留着”。
words-erase = 删|不用了|算了|没必要|不想要了|不想办了|都不要了|都不用留了|都删了|都删吧|都删掉|全删了|删吧|删了|删掉|删掉吧|删除|不留|不用留|不用留了|不要了|不办了|不办|不留了
words-retain = 留着|都留着|都留|全留着|全部留着|全部留|两件都留着|两件都留|两个都留着|两个都留|一起留着|还是留着|还是留着吧|留|留着吧|留下|留下来|保留|保留着|要留|要留着|先留着|别删|不要删|不要删除|别删除|不删|还办|还要办|继续办|我还要
words-minutes = 分钟|分|分钟后
words-half-hour = 半小时|半个小时|半个钟头|半小时后
words-day-after-tomorrow = 后天|后天早上|后天再说
words-monday = 周一|星期一|礼拜一|这周一|本周一
words-tuesday = 周二|星期二|礼拜二|这周二|本周二
words-wednesday = 周三|星期三|礼拜三|这周三|本周三
words-thursday = 周四|星期四|礼拜四|这周四|本周四
words-friday = 周五|星期五|礼拜五|这周五|本周五
words-saturday = 周六|星期六|礼拜六|这周六|本周六
words-sunday = 周日|星期日|礼拜日|这周日|本周日|周天|星期天|礼拜天|这周天|本周天
words-hours = 小时|个小时|个钟头|钟头|小时后|个小时后|小时以后|个小时以后
words-days = 天|日|天后|天以后
words-myself = 我|我自己|就是我|是我|就写我|写我|本人|我本人|法人|就是法人|同法人|老板|跟公司名一样|同公司名|改好了|改了|不需要|没有投资人
words-tomorrow = 明天|明早|明天早上|明天再说
retention-erased = 备案 { $reference } 一直没有动静，照之前说的，已经删除了。
retention-forgotten = 备案 { $reference } 一直没有动静，照之前说的，已经连同你留下的信息一起删除了。还想办，发 `/new` 重新开始。
retention-kept = 好，备案 { $reference } 留着。一直不来的话，{ $at } 再问你。
remind-nothing = 刚才没有提醒过你什么。发 `/deadlines` 看期限。
remind-over = 这件事已经过去了，不会再提醒。
remind-done = 好，“{ $what }”办好了，不再提醒。
remind-stopped = 好，“{ $what }”不再提醒。有期限的，期限不变，发 `/deadlines` 看；改主意了，现在就发 `/resume`。
resume-nothing = 没有停掉的提醒。
remind-resumed = 好，“{ $what }”继续提醒。
remind-later = 好，{ $at } 再提醒。
remind-later-in-time = 等到那时期限已经过了，我改在 { $at } 提醒你。
quiet-are = { $state ->
        [off] 现在不分昼夜都会提醒（时区 { $zone }）。
       *[on] { $from } 点到 { $to } 点不打扰（时区 { $zone }），除非期限等不到天亮。
    } 要改，发 `/quiet 22-8`、`/quiet off`，或者加上时区：`/quiet 22-8 Europe/Berlin`。
quiet-set = { $state ->
        [off] 好，不分昼夜都会提醒（时区 { $zone }）。
       *[on] 好，{ $from } 点到 { $to } 点不打扰（时区 { $zone }），除非期限等不到天亮。
    }
quiet-how = 没看懂。这样写：`/quiet 22-8`、`/quiet off`、`/quiet 22-8 Asia/Shanghai`。
file-ready = “{ $label }”：大小和格式合格。
file-not-asked = 现在不需要文件，我也没有保存。
dossier-head = **备案 { $reference } 填写清单**
dossier-incomplete = 还缺：{ $missing }
dossier-note = 清单里有个人信息，请妥善保管。
dossier-line = { $label }：{ $value }
dossier-on-record = 系统里已有。
unknown-command = 没有这个命令。发 `/help` 看能用哪些。
chat-welcome-back = 欢迎回到 { $reference }。
chat-leave = 下次见，都存好了。
chat-interrupted = 都还在。要离开请打 `/quit`。
chat-number-hint = 写编号或文字都行；`/quit` 离开。
chat-file = 路径：看看文件合不合要求
chat-file-how = 后面写文件的路径。
unread-edited = 我看不到后来的修改。
unread-sticker = 表情收到了，不过我只看得懂文字和按钮。
unread-recording = 我听不了录音。
unread-place = 地图上的位置我看不了，请把地址打成文字发给我。
unread-contact = 我读不了名片。
unread-other = 我读不了这种消息。
set-aside = 这条没处理成，已记下。
too-fast = 太快了。
toast-old-button = 按钮已过期。
in-private = 请私聊我。
command-start = 开始，或接着办
command-help = 这一题怎么答，还能发什么
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
bot-description = 三十个问题，用来测速。
bot-short-description = 三十个问题。
refusal-not-an-option = 没有这个选项。
refusal-not-an-option-several = 没对上。写全序号，如 `2 5`。
refusal-choose-at-least-one = 至少选一个。
refusal-none-excludes = “没有”不能和别的一起选。
refusal-too-long = 太长了，请写短一些；几件事可以分几次说。
refusal-date-future = 这一天还没到。
refusal-file-unreadable = 打不开这个文件。
refusal-file-empty = 这个文件是空的。
refusal-file-type = 应为 { $formats }。
refusal-file-too-large = 文件有 { $size }，上限 { $limit }。
refusal-empty = 请再写一遍，例如 `{ $example }`。
refusal-ambiguous = 这个地名不止一处：{ $names }。
refusal-outside-mainland = 要写内地的省份。
refusal-unknown = 没找到这个地方。
refusal-bare-word = 域名要有后缀，例如 `{ $example }`。
refusal-characters = 里面有不该有的字符。
refusal-ip-address = 这是 IP 地址，请写域名。
refusal-label = 域名写法不对。
refusal-look-alike = 混进了形似的字母。
refusal-mail-address = 这是邮箱，请写域名。
refusal-suffix-alone = 这只是后缀。
refusal-unknown-suffix = 没有这个后缀。
refusal-format = 请这样写：`{ $example }`。
refusal-impossible = 没有这一天。
refusal-length = 应为 { $expected } 位，现在是 { $length } 位。
refusal-too-short = 太短了。
refusal-no-door-number = 缺门牌号。
refusal-placeholder = 请去掉占位的字。
refusal-dot = 间隔号只在两部分之间。
refusal-machine-range = 这是物联网号段。
refusal-not-mobile = 这不是内地手机号。
refusal-same = 请换一个。
refusal-landline = 座机号不对。
refusal-no-area-code = 请加区号。
refusal-service-number = 服务号码不算。
refusal-at-sign = 邮箱里要有一个 @。例如：`{ $example }`
refusal-domain = @ 后面不对。
refusal-local-part = @ 前面不对。
note-future = 记下了，这一天还没到。
note-reduced = 记为 `{ $to }`。
note-address = 我从网址里取出了域名：`{ $to }`。
note-virtual-range = 这是虚拟运营商号码。
note-named-by = 记下了：{ $subject-province-label }。

ask-sources = 来源：{ $sources }
ask-law = 依据：{ $law }
ask-which = 你想问的是哪一个？
inline-private = 私聊里问
ask-more-hint = 想看细节，加 `--more` 再问一次。
ask-unknown =
    这个我答不上来，不想乱说。

    换个说法再问一次，或发 `/human` 请人来答；阿里云客服是 95187，各省的规则以当地通信管理局的答复为准。
ask-not-forging =
    这个我不能帮：材料要真实，证件和营业执照要是主体自己的。弄虚作假会被退回，备案成功后查出来也会被注销。

    缺材料有正当的办法：告诉我缺哪一样，我说怎么补；也可以发 `/human` 找人帮忙。
ask-not-dodging =
    这个我不能帮：绕开审核、买卖或借用备案，备案号会被注销。

    正当的办法并不慢：自己的域名，用自己的主体备案，不收费，初审一两个工作日，管局最长二十个工作日。要我带你走一遍，发 `/new`。
ask-not-injection = 我只回答网站备案的问题，别的指令我不照做，内部的东西也不外传。想问备案，直接问就好；要找人，发 `/human`。
ask-how = 直接问就行，比如：`/ask 杭州备案要短信验证吗`。想翻着看，发 `/faq`。

nav-meant = 这就是我的回答
nav-more = 看细节

topics-groups = 想了解哪一方面？也可以直接打字问。
topics-which = 选一条看：
command-ask = 提问
command-faq = 常见问题

told-ask =
    我读到这些：

    { $lines }

    都对吗？对的话我直接填上，只问剩下的。
told-line = { $label }：{ $value }
told-filled =
    按你说的填好了：

    { $lines }
told-kept = 记下了，问到的时候直接填上。
told-dropped = 好，那就一项一项来。
told-after-consent = 姓名、电话、证件号码这些，要等你同意隐私说明以后才记。到时再发一遍就行。
told-unfit = 这几项看着不对，我先不记，到时候再问你：{ $labels }
told-rejection = 通知里提到的 { $count } 项已经勾上。看看对不对：点一下可以取消，都对就点「选好了」。

nav-told = 都对，填上
nav-not-told = 不对，一项一项问
ask-province-says = { $province }：
nav-ask = 问：{ $topic }
