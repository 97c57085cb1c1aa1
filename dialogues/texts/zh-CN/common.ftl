# 处处都用得着的话：按钮、面板、帮助、修改、求助、几件备案、我的信息、进度、期限、文件、填写清单。

yes = 是
no = 否
solved = 解决了
paper-ready = 备好了
paper-not-yet = 还没有
paper-not-yet-again = 没关系，这一份我待会儿再问。一时备不齐也不要紧，进度都留着，备好了再来。
held-back = （由你自己填）
skipped = （跳过）
not-given = （还没填）
list-separator = 、
source-separator = ；
administration-unknown = 省管局

# 打字时也认的说法，用竖线隔开；要有按钮上的字，不要和选项的说法相同。
words-yes = 是|是的|对|对的|都对|都对的|正确|嗯|好|好的|行|可以|有|没错|没问题|确认
words-no = 否|不|不是|不对|没|没有|不要|不用
words-solved = 解决了|已解决|弄好了|办好了|好了
words-help = 帮助|怎么填|怎么写|填什么|写什么|什么意思|不懂|看不懂|没看懂|不会填|不会写|不知道怎么填|不知道填什么|不知道怎么写|不知道写什么|？
words-back = 返回|上一步|后退|回去
words-skip = 跳过|略过
words-hold = 不写在这里|不想写|先不填|先不写|自己填
words-human = 找人帮忙|人工|转人工|找人|客服|真人
words-repeat = 再说一遍|重复|重说
words-keep = 沿用|沿用原来的|不变|没变|照旧
words-done = 选好了|选完了|选好|就这些|完了

# 按钮
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

# 面板
panel-progress = { $stage } · 第 { $step } 步，共 { $steps } 步
panel-old-value = 原来填的是：{ $value }。没变就选“沿用原来的”（`/keep`）。
panel-later = 别的都问过了，只差先前放下的：{ $labels }。
panel-example = 例如：`{ $example }`
panel-choices-hint = 可以选几项。打字的，把序号一次写全，如 `2 5`；点按钮的，一项一项点，再点一次就取消，最后点“选好了”。
panel-personal-hint = 不想写在这里，发 `/hold`，到时自己填。
panel-optional-hint = 可以跳过：发 `/skip`。
province-says = { $administration }在这一项上的规则：
province-rule = { $text }（{ $sources }）

# 帮助
help =
    随时可以用：

    - `/back` 上一步，`/edit` 修改，`/repeat` 再问一遍
    - `/skip` 跳过可选的题，`/hold` 个人信息不写在这里
    - `/human` 找人帮忙
    - `/progress` 进度和预计时间，`/deadlines` 期限，`/calendar` 放进日历
    - `/snooze` 晚点再提醒，`/stop` 不再提醒，`/quiet` 夜里不打扰的时间
    - `/dossier` 填写清单，`/checklist` 转给网站负责人的清单，`/footer` 首页底部的代码
    - `/filings` 我的备案，`/use 编号` 换一件，`/new` 再办一件
    - `/mydata` 看我存了什么，`/forget` 全部抹掉
    - `/language` 换语言，`/cancel` 停止这件备案

help-field = 关于“{ $label }”：
help-person = 还是拿不准，发 `/human` 找人帮忙，或打阿里云 95187；别的能做什么，发 `/help` 看。
said-stall = 好的，答过的都留着，准备好了就接着这一步答。正在计时的期限，发 `/deadlines` 看。
said-hello = 你好，我在。接着答下面这一步就行；想问什么，直接问。
said-ack = 好，接着答下面这一步就行。
said-thanks = 不客气。答过的都留着，随时可以接着办。
nothing-asked = 现在没有要你答的。发 `/progress` 看走到了哪里，发 `/new` 再办一件。
old-button = 这个按钮已经过时了，什么都没改。请看最新的一条。
done-nothing = 现在没有要勾选的题，什么都没改。
unknown-command = 没有这个命令。发 `/help` 看能用哪些。

# 上一步与修改
back-nothing = 已经是最前面了，没有可以退的。
back-done = 退回到“{ $label }”，原来的回答还在。
edit-menu = 要改哪一项？点它，或发序号、名称。
edit-unmatched = 没对上列表里的任何一项，什么都没改。写序号或名称；不想改了，发“不改了”。
edit-closed = 好，什么都没改。
edit-unknown = 没有这一项，或者还没答过。发 `/edit` 从列表里选。
edit-started = 好，来改“{ $label }”。受它影响的，我会再问。
edit-after-submission =
    提醒一下：在这里改，只改我这份记录，**不会改动阿里云里的订单**。

    还没到管局的，打 95187 问能不能撤回来改；已经通过的，要在阿里云办**变更备案**。
edit-left = 好，“{ $label }”不改了，还是原来的。
edit-nothing = 还没有可以改的回答。
skip-not-optional = 这一题不能跳过。不知道怎么答就发 `/help`。
skip-not-optional-personal = 这一题不能跳过。不想写个人信息，发 `/hold`，到时自己填；不知道怎么答就发 `/help`。
skip-done = 好，跳过。以后想补，发 `/edit`。
hold-not-personal = 这一题不是个人信息，需要你在这里回答。不知道怎么答就发 `/help`。
hold-done = 好，这一项不写在这里，填写清单里给你留空。我没法替你查错，填的时候多看一眼。
hold-declined-note = 好，这件备案的个人信息我一律不收、不存，以前写在这里的也抹掉了。其余照常走，填写清单里留空给你自己填。
cancel-kept = 好，不停，接着办。
already-complete = 这件备案已经办完了，没有什么要停的。真要注销备案，得在阿里云系统里办：发 `/new`，选“注销备案”，我告诉你怎么做。
already-closed = 这件备案已经停止了。发 `/new` 再办一件，或发 `/back` 恢复。
re-asked = “{ $because }”变了，所以这几项要再问一遍：{ $labels }。

# 规则或问题更新后，只说一次
news-new = 你上次来过之后，规则或问题有更新，还要补问：{ $labels }。
news-option-gone = 你原来选的那一项现在没有了，请重新选择：{ $labels }。
news-no-longer-fits = 现在的检查更严格了，请再核对一次：{ $labels }。
news-depends = 它所依据的内容有变化，所以再问一遍：{ $labels }。
news-not-asked = 好消息，这些现在不需要了：{ $labels }。
news-closed = 你上次来过之后，规则或问题有更新，这件备案因此办到这里为止，原因如下。
news-stopped = 你上次来过之后，规则或问题有更新，下面这件事要先解决。
news-moved = 上次提问之后问题有更新，所以刚才这条没有当作回答。现在要问的是：

# 找人帮忙与语言
human-with-team =
    记下了，编号 { $ticket }。同事能看到备案 { $reference } 走到了哪一步，但还不能在这里给你回话，我也不敢说什么时候有人看。

    可以接着答。着急的话，打阿里云 **95187**，或在阿里云提工单，说明是 ICP 备案的问题。
human-without-team =
    现在没有专人值守。我记下了你走到哪一步（编号 { $ticket }），但不敢说什么时候有人看。

    着急的话，打阿里云 **95187**，或在阿里云提工单，说明是 ICP 备案的问题。
human-already = 这一处已经记过了，编号 { $ticket }，同事看得到，但还不能在这里回话。着急就打阿里云 95187。
human-words = 写在 `/human` 后面的话我没有转，只记了走到哪一步；打电话或提工单时再说。
language-changed = 好，以后用中文。
language-which = 用哪种语言？ Which language?

# 几件备案
filings-list = 你的备案：
filings-line = **{ $reference }** · { $about }
filings-one = 只有这一件。再办一件，发 `/new`。
use-unknown = 没有这个编号的备案。发 `/filings` 看有哪些。
use-done = 好，现在说的是备案 { $reference }。
new-started = 新开了一件，编号 { $reference }。原来的还在，发 `/filings` 可以换回去。
new-limit = 备案太多了，不能再开。先把用不着的办完，或发 `/forget` 抹掉重来。
takeover = 主体是同一个吗？是的话，可以把 { $reference } 里主体的回答拿过来，不用再填。
takeover-yes = 拿过来
takeover-done = 拿过来 { $count } 项。有变化的，随时发 `/edit` 改。

# 我的信息
mydata-head = 我存着你的这些信息：
mydata-line = { $label }：{ $value }
mydata-filing = 备案 { $reference }，{ $created } 开始：
mydata-nothing = 还什么都没存。
mydata-ticket = 求助 { $ticket }：停在“{ $label }”，还没有人处理
mydata-ticket-bare = 求助 { $ticket }：还没有人处理
mydata-end = 要全部抹掉，发 `/forget`；只改一项，发 `/edit`。
forget-ask =
    要抹掉你的**全部信息**吗？所有备案、回答和提醒都会销毁，**找不回来**。

    阿里云系统里的订单不受影响。
forget-yes = 全部抹掉
forget-no = 不，留着
forget-done = 都抹掉了：这里不再有你的回答，也没有了打开它们的密钥。想再来，随时跟我说一声。
forget-kept = 好，都还在。

# 进度与预计
progress-head = 已答 { $done } 项，共 { $total } 项：
progress-closed-head = 走过的环节：
progress-closed = 这件备案到此为止，后面的环节都不用走了：{ $why }再办一件，发 `/new`；选错了，发 `/back`。
closed-other-operation = 你要办的不是网站备案，步骤在上面已经告诉你了。
closed-cancelled = 是你要停的。
closed-no-filing-needed = 服务器不在内地，不需要备案。
closed-file-with-other-provider = 服务器不在阿里云，要找提供服务器的服务商备案。
closed-already-filed = 这个网站已经备过案了，不用再备。
closed-not-possible = 我带不了这样的主体备案。
progress-stage-done = ✓ { $stage }
progress-stage-now = ▶ **{ $stage }**
progress-stage-later = · { $stage }
progress-todo-head = 还要办的：
todo-domain-verify = 给域名做实名认证，做完等 3 至 5 个工作日再提交
todo-domain-unknown = 到注册商后台看一看域名实名认证了没有
todo-pre-approval = 拿到“{ $category }”的前置审批文件
todo-paper = 备好：{ $label }
todo-held = 自己填：{ $label }
estimate = 从提交那天算，顺利的话 { $min } 至 { $max } 个工作日拿到备案号；今天就提交，大约 { $earliest } 到 { $latest }。周末和法定节假日已经除去，没算退回：
estimate-line = { $step }：{ $min } 至 { $max } 个工作日（{ $source }）
duration-domain-sync = 域名实名信息同步
duration-initial-review = 阿里云初审
duration-sms = 短信核验
duration-authority-review = 管局审核

# 期限与提醒
deadlines-head = 期限和要问的事（北京时间）：
deadlines-filing = **{ $reference }**
deadlines-line = { $what }：{ $due }，{ $state ->
        [overdue] 已过 { $left } 天
        [past] 已经过了
        [today] 就是今天
       *[ahead] 还有 { $left } 天
    }{ $wanted ->
        [stopped] （提醒已停，`/resume` 恢复）
       *[on] {""}
    }
deadlines-check = { $what }：{ $wanted ->
        [stopped] 提醒已停，`/resume` 恢复
        [erased] { $next } 删除，要留就回我“留着”
       *[on] { $next } 再问
    }
deadlines-none = 现在没有在计时的期限。
deadlines-tail = 想看或改不打扰的时间，发 `/quiet`；想放进日历，发 `/calendar`。
about-day = 约 { $day }
checklist =
    { $subject-kind ->
        [individual] 主体负责人和网站负责人都是你自己，没有要转给别人的事。
       *[other] 下面这段转给网站负责人就行：
    }

    - **刷脸**：{ $face-check-who ->
        [self] 用阿里云 App 扫码，你本人做人脸核验
       *[other] 用阿里云 App 扫码，网站负责人本人做人脸核验，别人不能代
    }
    - **短信核验**：{ $sms-site-lead ->
        [no] 短信只发给主体负责人，收到后 24 小时内做完
       *[other] 收到 12381（或 106 开头、12381 结尾）的短信后，24 小时内按短信里的网址做完，输错 5 次也算失败
    }
    - **接电话**：审核期间请保持手机畅通，管局或阿里云可能来电核实
calendar-name = 备案期限
calendar-event = 截止：{ $what }（{ $reference }）
calendar-about = 备案 { $reference } 的“{ $what }”，{ $due } 截止（北京时间）。
calendar-file = { $count } 个期限都在文件里，用日历打开就能导入。期限变了，再发一次 `/calendar` 重新导入，一般会替换旧的。
footer-none = 还没有备案号。等管局审核通过，把备案号告诉我，再发 `/footer`，我给你能直接贴的代码。
footer-filing =
    备案号放在**首页底部中间**。这段代码贴进网页就行：

    `<a href="https://beian.miit.gov.cn/" target="_blank" rel="noopener">{ $subject-province ->
        [44] { $subject }
       *[other] { $number }
    }</a>`
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
snooze-when = 什么时候再提醒？点一个，或者写“3 小时”“周五”“5 天”，或者一个日期。
snooze-how = 没看懂这个时间。写“3 小时”“周五”“5 天”，或者一个以后的日期，比如 2026-12-24。
taken-inside = 我记下的是：{ $value }。不对就发 `/back`。
words-waiting = 还没|号还没下来|还没有号|没有号|没号|等着|还在等着|已经办好|办好了|不用提醒了|还没有|没有|还没下来|没下来|审核中|还在审|正在审核|等审核|还在等|被退回|被退回了|退回了|没通过
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
remind-stopped = 好，“{ $what }”不再提醒。有期限的，期限不变，发 `/deadlines` 看；改主意了，发 `/resume`。
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

deadline-unfinished = 没填完的备案
timer-unfinished-1 = 这件备案已经 3 天没动了。答过的都在，点“接着办”就行；卡住了，直接问我，或者发 `/human`。
timer-unfinished-2 = 这件备案放了两个星期了。还办，点“接着办”；不办了，发 `/cancel`，我就不再提醒。
timer-unfinished-again = 这件备案还没办完。答过的都在，点“接着办”就行；不办了，发 `/cancel`。
deadline-retention = 放着没填完的备案
timer-retention-1 = 这件备案从 { $since } 起没有动静了。个人信息不该一直存着，我只留到 { $due }，过后连同里面的内容一起删除。还办，点“留着”，或者回我“留着”；先存一份，发 `/dossier`。
timer-retention-again = 这件备案又从 { $since } 起没有动静了。个人信息不该一直存着，我只留到 { $due }，过后连同里面的内容一起删除。还办，点“留着”，或者回我“留着”；先存一份，发 `/dossier`。
deadline-retention-handed-in = 两年没动静的备案记录
timer-retention-handed-in-1 = 这件备案从 { $since } 起没有动静了。个人信息不该一直存着，我这里的记录只留到 { $due }，过后连同答过的内容一起删除；已经批下来的备案不受影响。要继续留，点“留着”，或者回我“留着”；先存一份，发 `/dossier`。
timer-retention-handed-in-again = 这件备案又从 { $since } 起没有动静了。个人信息不该一直存着，我这里的记录只留到 { $due }，过后连同答过的内容一起删除；已经批下来的备案不受影响。要继续留，点“留着”，或者回我“留着”；先存一份，发 `/dossier`。
deadline-domain-days = 提交备案（域名剩余有效期够用）
timer-domain-days-1 = 域名剩余有效期快不够备案用了：过了 { $due } 再提交，多半会被退回。请在那天之前提交，或者先续费。
timer-domain-days-2 = 再过 { $days } 天（到 { $due }），域名剩余有效期就不够备案用了。请先续费，或者在那之前提交。
timer-domain-days-3 = 域名剩余有效期最晚到 { $due } 还够备案用。请今天就续费，或者今天就提交。
timer-domain-days-again = { $state ->
        [overdue] 域名剩余有效期已经不够备案用了（最后一天是 { $due }）。请先续费，再发 `/edit 域名到期日` 改过来。
       *[other] 过了 { $due }，域名剩余有效期就不够备案用了。请先续费，或者在那之前提交。
    }
deadline-initial-review-check = 阿里云初审结果
timer-initial-review-check-1 = 阿里云初审 2 个工作日了，一般 1 至 2 个工作日出结果。有结果了吗？审核员可能来电核实，请留意来电。
timer-initial-review-check-2 = 初审 4 个工作日了。还没消息的话，登录阿里云备案系统看一眼订单状态，或者打 95187 问一问。有结果了告诉我。
timer-initial-review-check-again = 初审有结果了吗？没有的话，到阿里云备案系统看看订单状态，或者打 95187。
deadline-mailing-check = 邮寄的资料
timer-mailing-check-1 = 阿里云要纸质资料，已经 3 个工作日了。寄出了吗？没寄的请尽快寄；寄了的查一下快递，签收后阿里云一般 1 至 2 个工作日录入。
timer-mailing-check-2 = 阿里云要纸质资料，已经 7 个工作日了。寄了还没消息的，查一下快递，再打 95187 问收到没有；还没寄的，请尽快寄。
timer-mailing-check-again = 寄的资料收到了吗？收到了告诉我，我接着往下走。
deadline-sms-subject-lead-window = 短信核验（主体负责人）
timer-sms-subject-lead-window-1 = { $subject-kind ->
        [individual] 你
       *[other] 主体负责人
    }的短信核验**大约还剩 { $hours } 小时**：从你说初审通过时算，到 { $due }（北京时间）为止；短信来得更早，剩的就更少。没做的请马上做，输错 5 次也算失败。没收到，就回“没收到短信”。
timer-sms-subject-lead-window-2 = { $subject-kind ->
        [individual] 你
       *[other] 主体负责人
    }的短信核验，24 小时应该到了。做完了点“已办好”；没做完，订单多半会退回，回“超时”，我带你再提交。
timer-sms-subject-lead-window-again = { $subject-kind ->
        [individual] 你
       *[other] 主体负责人
    }的短信核验做完了吗？24 小时从收到短信算起。没收到，回“没收到短信”；没赶上，回“超时”。
deadline-sms-site-lead-window = 短信核验（网站负责人）
timer-sms-site-lead-window-1 = 网站负责人的短信核验**大约还剩 { $hours } 小时**：从你说初审通过时算，到 { $due }（北京时间）为止；短信来得更早，剩的就更少。没做的请马上做，输错 5 次也算失败。没收到，就回“没收到短信”。
timer-sms-site-lead-window-2 = 网站负责人的短信核验，24 小时应该到了。做完了点“已办好”；没做完，订单多半会退回，回“超时”，我带你再提交。
timer-sms-site-lead-window-again = 网站负责人的短信核验做完了吗？24 小时从收到短信算起。没收到，回“没收到短信”；没赶上，回“超时”。
deadline-authority-review-check = 管局审核结果（一般最晚）
timer-authority-review-check-1 = 管局审核 10 个工作日了，还在正常范围里：一般 20 个工作日以内出结果，也就是 { $due } 前，浙江有时要 30 个。结果会发短信和邮件，也可以登录阿里云看。请保持负责人的电话畅通。
timer-authority-review-check-2 = 管局审核满 20 个工作日了，个别省会更久。还没结果的话，打 95187，或直接问管局。有结果了告诉我。
timer-authority-review-check-again = 管局审核有结果了吗？没有的话，打 95187，或直接问管局。
deadline-returned-check = 退回的订单
timer-returned-check-1 = 订单退回 3 天了。照退回的原因改好，在阿里云再提交一次，然后告诉我。看不懂原因，把它贴给我。
timer-returned-check-2 = 订单退回两个星期了。改好再提交就能接着审；不办了，发 `/cancel`。
timer-returned-check-again = 退回的订单还没再提交。改好再提交就能接着审；看不懂原因，把它贴给我。
deadline-site-opening = 网站开通日期
timer-site-opening-1 = 备案号下来 3 天了，网站开通了吗？开通那天起 30 天内要办公安联网备案，告诉我日期，我替你数。
timer-site-opening-2 = 网站开通了吗？开通了，把日期告诉我：公安联网备案的 30 天从那天算起。
timer-site-opening-again = 网站开通了没有？开通了告诉我日期：公安联网备案的 30 天从那天算。还没开，也别拖太久，域名一直不解析到阿里云，可能被当成空壳网站，备案会被取消。
deadline-footer = 首页底部放备案号
timer-footer-1 = 网站开通了，首页底部中间要放备案号，并链到 `https://beian.miit.gov.cn`。现成的代码，发 `/footer`。
timer-footer-2 = 请看一眼首页底部：备案号放上了吗，点得开 `https://beian.miit.gov.cn` 吗？没放的，可能被责令改正并罚款。代码发 `/footer`。
timer-footer-again = 首页底部的备案号放好了吗？代码发 `/footer`。
deadline-licence-check = ICP 许可证进度
timer-licence-check-1 = 经营性网站还要办 ICP 许可证（增值电信业务经营许可证），拿到之前不能收费。开始办了吗？
timer-licence-check-2 = ICP 许可证办得怎么样了？递交以后，一般 60 天内给答复；拿到之前先别收费。
timer-licence-check-again = ICP 许可证办得怎么样了？拿到之前先别收费。
deadline-public-security-due = 公安联网备案
timer-public-security-due-1 = 网站开通了，恭喜！从开通那天算，30 天内要办**公安联网备案**，最后一天是 { $due }。
timer-public-security-due-2 = 离公安联网备案的截止日 { $due } 还有 { $days } 天。审核要几天，这几天就办比较从容。
timer-public-security-due-3 = 离公安联网备案的截止日 { $due } 还有 { $days } 天。还没提交的，请这几天办。
timer-public-security-due-4 = 离公安联网备案的截止日 { $due } 只有 { $days } 天了。还没提交的，请尽快在 beian.mps.gov.cn 提交；已经交了的，点“已办好”，就不再催。
timer-public-security-due-5 = 公安联网备案还剩 { $days } 天（{ $due } 截止）。还没提交的，请今天就交；卡住了，发 `/human`。
timer-public-security-due-6 = { $state ->
        [overdue] 公安联网备案的 30 天在 { $due } 到了，已过 { $days } 天。还没交的，现在就去 beian.mps.gov.cn 补办，越早越好：一直不办，可能被警告或停机整顿，最长 6 个月（公安部《计算机信息网络国际联网安全保护管理办法》第二十三条）。已经交了的，点“已办好”，就不再催。
       *[other] **今天（{ $due }）是公安联网备案的最后一天。**今天提交就好，审核不用今天完成。已经交了的，点“已办好”。
    }
timer-public-security-due-again = { $state ->
        [overdue] 公安联网备案的 30 天在 { $due } 到了，已过 { $days } 天。还没交的，现在就去 beian.mps.gov.cn 补办，越早越好：一直不办，可能被警告或停机整顿，最长 6 个月（公安部《计算机信息网络国际联网安全保护管理办法》第二十三条）。已经交了的，点“已办好”，就不再催。
        [today] 今天（{ $due }）是公安联网备案的最后一天。今天提交就好。
       *[ahead] 离公安联网备案的截止日 { $due } 还有 { $days } 天。还没提交的，在 beian.mps.gov.cn 提交。
    }
deadline-public-security-number = 公安备案号
timer-public-security-number-1 = 公安备案号下来了吗？下来了把号发给我，我教你放到网站上。审核一般 3 至 7 个工作日，民警会来电，请接。
timer-public-security-number-again = 公安备案号下来了吗？下来了把号发给我；被退回了，改好再交；其实还没交的，发 `/edit 公安联网备案结果` 改过来。
deadline-public-security-display = 公安备案号和图标放上网站
timer-public-security-display-1 = 公安备案号和图标要在审核通过后 30 天内放到首页底部；从你告诉我号码那天算，最晚 { $due }。号码早就下来的，请早点放。现成的代码，发 `/footer`。
timer-public-security-display-2 = 公安备案号和图标放上首页了吗？还有 { $days } 天（{ $due } 截止）。代码发 `/footer`。
timer-public-security-display-3 = 公安备案号和图标还没放上首页的，只剩 { $days } 天了（{ $due } 截止）。代码发 `/footer`。
timer-public-security-display-4 = { $state ->
        [overdue] 公安备案号和图标本该在 { $due } 前放上网站，请现在就放。代码发 `/footer`。
       *[other] 今天（{ $due }）是放公安备案号和图标的最后一天。代码发 `/footer`，贴上就好。
    }
timer-public-security-display-again = 公安备案号和图标放上首页了吗？最晚 { $due }。代码发 `/footer`。
deadline-domain-renewal = 域名续费
timer-domain-renewal-1 = 域名还有 { $days } 天到期（{ $due }）。域名过期，备案可能被取消，请记得续费；续好了，发 `/edit domain.expires-on` 改成新的到期日，我接着替你记。
timer-domain-renewal-2 = 域名还有 { $days } 天到期（{ $due }）。请这几天续费。
timer-domain-renewal-3 = 域名只剩 { $days } 天（{ $due }）。请今天续费。
timer-domain-renewal-again = 域名到期日是 { $due }，续费了吗？续好了，发 `/edit domain.expires-on` 写上新的日期。

# 文件
file-ready = “{ $label }”的大小和格式没问题。我**没有保存**，上传请你自己在阿里云系统里做。字迹清不清楚，请自己再看一眼。
file-not-asked = 现在不需要文件，我没有保存。轮到上传材料时我会说。

# 填写清单
dossier-head = **备案 { $reference } 填写清单**
dossier-incomplete = 还缺：{ $missing }
dossier-on-record = 主体信息账号里已有，系统会自己带出来，核对一下就行。
dossier-closed = 这件备案已经结束，没有要填进阿里云系统的内容：{ $why }答过的都在 `/mydata` 里。
dossier-note = 照着一行一行填进阿里云系统。写着“由你自己填”的，对照证件填。这份清单里有个人信息，用完请收好或删掉。
dossier-section-type = 验证备案类型
dossier-section-access = 产品验证与接入信息
dossier-section-subject = 主办单位信息
dossier-section-subject-lead = 主体负责人
dossier-section-site = 网站信息
dossier-section-site-lead = 网站负责人
dossier-section-papers = 上传资料
dossier-section-check = 真实性核验

# 日常的说法
words-unknown = 不知道|我不知道|不知道啊|不晓得|不清楚|我不清楚|不确定|不太清楚|不太确定|没查过|忘了|忘记了|不记得
words-whatever = 随便|随便填|随便写|都行|都可以|无所谓
words-question = 是否|是不是|能不能|可不可以|可以不可以|要不要|用不用|需不需要|有没有|多久|几天|几个|几位|咋|啥|谁|怎么|怎样|如何|什么|多少|为什么|为何|哪里|哪个|哪儿|哪种|哪些|在哪|吗|么
words-question-end = 吗|嘛|呢|么|行不|行不行|好不好|对不对|可以不|对吧|是吧|可以吧|行吧
words-none = 没有|都没有|全没有|一个都没有|没有这些|无|没|都不是|都不|不涉及|没什么|没有了|暂无
words-same = 同上|一样的|都一样|同证件住所|同证件地址|同住所|和上面一样|和证件一样|和证件上一样|跟上面一样|一样|相同|一致
words-ack = 好|好的|行|可以|嗯|ok
words-stall = 等一下|等下|等等|等会|等会儿|等一会|等一会儿|稍等|稍等一下|等我一下|我想想|我想一下|让我想想|想想再说|再想想|没想好|还没想好|还没定|没定|还没定好|还没决定|没决定|待定|晚点|晚点再说|晚点再填|以后再说|以后再填|回头再说|先放着|先不管|改天|明天再说|还没准备好|没准备好|还没拿到|还没办下来|我去查一下|我查一下|我问一下|我去问问
words-hello = 你好|您好|你好啊|嗨|哈喽|在吗|在不在|有人吗|早上好|上午好|中午好|下午好|晚上好
words-thanks = 谢谢|谢谢你|谢谢您|多谢|感谢|非常感谢|谢了|辛苦了
words-not-yet = 还没|还没有|没有|没呢|没弄|正在办|等着
words-already = 已经|已经交了|已经好了|好了|办好了|做完了|完成了|提交了|已经提交了|交了|收到了|开了|通过了|备好了|有了
dossier-line = { $label }：{ $value }
nothing-to-stop = 这件事不在这里办，没有可停的。选错了发 `/back`，另办一件发 `/new`。
nothing-to-keep = 这一项没有可沿用的回答。
