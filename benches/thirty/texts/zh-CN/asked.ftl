# 要问的话。斜线前的编号说明是第几题。

stage-welcome = 你好。
    .label = 你好
stage-owner = 主办者。
    .label = 主办者
stage-lead = 负责人。
    .label = 负责人
stage-site = 网站。
    .label = 网站
stage-server = 服务器。
    .label = 服务器
stage-complete = 办完。
    .label = 办完
stage-closed = 已停。
    .label = 已停

field-language = 1/30 请选语言。
    .label = 语言
    .help = 照例子写就行。
    .opt-zh-CN = 中文
    .opt-en = English

field-consent = 2/30 可以加密保存你的回答，直到你抹掉吗？
    .label = 保存信息
    .help = 照例子写就行。
    .opt-agree = 同意
    .opt-decline = 不同意

field-purpose = 3/30 网站是做什么的？
    .label = 用途
    .help = 照例子写就行。
    .opt-company = 企业展示
    .opt-shop = 网店
    .opt-blog = 个人日志

field-subject-province = 4/30 主办者在哪个省？
    .label = 省份
    .help = 照例子写就行。

field-owner-kind = 5/30 主办者是个人还是单位？
    .label = 主办者性质
    .help = 照例子写就行。
    .opt-person = 个人
    .opt-organisation = 单位

field-owner-name = 6/30 主办者的名称是什么？要和证件一字不差。
    .label = 主办者名称
    .help = 照例子写就行。

field-owner-address = 7/30 通讯地址是什么？写到门牌号。
    .label = 通讯地址
    .help = 照例子写就行。

field-owner-phone = 8/30 主办者的电话是多少？
    .label = 主办者电话
    .help = 照例子写就行。

field-owner-email = 9/30 主办者的邮箱是什么？
    .label = 主办者邮箱
    .help = 照例子写就行。

field-owner-since = 10/30 主办者是哪天登记的？
    .label = 登记日期
    .help = 照例子写就行。

field-owner-size = 11/30 有多少人？
    .label = 人数
    .help = 照例子写就行。
    .opt-one = 一人
    .opt-few = 十人以内
    .opt-many = 十人以上

field-lead-name = 12/30 网站由谁负责？
    .label = 负责人姓名
    .help = 照例子写就行。

field-lead-mobile = 13/30 负责人的手机号是多少？
    .label = 负责人手机
    .help = 照例子写就行。

field-lead-phone = 14/30 负责人的另一个电话是多少？
    .label = 备用电话
    .help = 照例子写就行。

field-lead-email = 15/30 负责人的邮箱是什么？
    .label = 负责人邮箱
    .help = 照例子写就行。

field-lead-hours = 16/30 什么时候方便接电话？
    .label = 时间
    .help = 照例子写就行。
    .opt-morning = 上午
    .opt-afternoon = 下午
    .opt-evening = 晚上

field-lead-resident = 17/30 负责人住在同一个省吗？
    .label = 住在本省
    .help = 照例子写就行。

field-domain = 18/30 网站的域名是什么？
    .label = 域名
    .help = 照例子写就行。

field-domain-registrar = 19/30 域名在哪家注册的？
    .label = 注册商
    .help = 照例子写就行。

field-domain-since = 20/30 域名是哪天开始归主办者的？
    .label = 持有日期
    .help = 照例子写就行。

field-site-title = 21/30 网站叫什么名字？
    .label = 网站名称
    .help = 照例子写就行。

field-site-language = 22/30 网站用什么语言？
    .label = 网站语言
    .help = 照例子写就行。
    .opt-chinese = 中文
    .opt-english = 英文
    .opt-both = 两种

field-site-login = 23/30 访客可以注册登录吗？
    .label = 登录
    .help = 照例子写就行。

field-site-comments = 24/30 访客可以发别人看得到的评论吗？
    .label = 评论
    .help = 照例子写就行。

field-site-payments = 25/30 网站收款吗？
    .label = 收款
    .help = 照例子写就行。

field-site-remark = 26/30 一句话介绍这个网站。
    .label = 说明
    .help = 照例子写就行。

field-server-region = 27/30 服务器在哪个地域？
    .label = 地域
    .help = 照例子写就行。
    .opt-north = 华北
    .opt-east = 华东
    .opt-south = 华南

field-server-instance = 28/30 实例叫什么？
    .label = 实例
    .help = 照例子写就行。

field-server-code = 29/30 备案服务号是多少？
    .label = 备案服务号
    .help = 照例子写就行。

field-again = 30/30 就这些。再来一遍，还是结束？
    .label = 再来一遍
    .help = 照例子写就行。
    .opt-again = 再来一遍
    .opt-done = 结束

field-cancel-confirmed = 要停在这里吗？
    .label = 停止
    .help = 回答还会保留。

exit-cancelled = 已停止。
