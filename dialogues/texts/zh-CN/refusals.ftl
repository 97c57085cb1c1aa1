# 为什么这样答不行、怎样才对；以及对收下的回答的提醒。

refusal-empty = 还没看到内容，请再写一次。例如：`{ $example }`
refusal-too-long = 太长了，请写短一些；几件事可以分几次说。
refusal-not-an-option = 没对上任何一项。选一项就行，写序号或文字都可以。
refusal-not-an-option-several = 没对上任何一项。可以选几项，把序号一次写全，如 `2 5`；写名称也行。
refusal-choose-at-least-one = 至少选一项：写序号，如 `2 5`；或一项一项点，再点“选好了”。
refusal-none-excludes = “都不涉及”“什么都不用改”这类选项不能和别的一起选，请再选一次。
refusal-date-future = 这一天还没到。请写已经过去的日子，例如“今天”“昨天”。
refusal-file-unreadable = 这个文件我打不开。换一张照片再发一次，或直接点“备好了”。
refusal-file-empty = 这个文件是空的，可能没有传完。请再发一次。
refusal-file-type = 这种格式系统不收。请用 { $formats } 格式的彩色照片或扫描件。
refusal-file-too-large = 文件有 { $size }，要小于 { $limit }。把图片压缩一下，或用手机重拍一张再发。

# 证件号码
refusal-characters = 里面有不该出现的字符。只写号码本身，不带空格和说明。例如：`{ $example }`
refusal-length = 位数不对：应为 { $expected } 位，现在是 { $length } 位。例如：`{ $example }`
refusal-checksum = 校验位对不上，多半是抄错了一位。请对着证件，一位一位再看一遍。
refusal-date = 号码里的出生日期（第 7 至 14 位）不对。请对着证件再看一遍。
refusal-old-form = 15 位的旧号码已经不能用了，请用新证件上 18 位的号码。
refusal-no-digit = 这里要的是号码，里面应该有数字。例如：`{ $example }`
refusal-resident-id-characters = 居民身份证号是 17 位数字，最后一位是数字或 X。例如：`{ $example }`
refusal-resident-id-region = 前两位不是内地省份的代码，请对着证件再看一遍。是居住证或外国人永久居留身份证的，发 `/back` 改选证件类型。
refusal-hmt-residence-permit-characters = 居住证号是 17 位数字，最后一位是数字或 X。例如：`{ $example }`
refusal-hmt-residence-permit-region = 港澳台居民居住证的号码以 81（香港）、82（澳门）或 83（台湾）开头。是别的证件的，发 `/back` 改选证件类型。
refusal-hk-mo-travel-permit-prefix = 港澳居民来往内地通行证的号码以 H 或 M 开头。例如：`{ $example }`
refusal-hk-mo-travel-permit-characters = H 或 M 后面只有数字。例如：`{ $example }`
refusal-hk-mo-travel-permit-length = 位数不对：H 或 M 后面是 8 位数字，旧证是 10 位。例如：`{ $example }`
refusal-tw-travel-permit-length = 位数不对：新证 8 位数字，旧证 10 位数字，后面或带一个字母。例如：`{ $example }`
refusal-permanent-residence-card-prefix = 新版永久居留身份证的号码以 9 开头，旧版是 3 个字母加 12 位数字。例如：`{ $example }`
refusal-credit-code-characters = 统一社会信用代码只有数字和大写字母，没有 I、O、S、V、Z：看看是不是把 1 写成了 I、0 写成了 O。例如：`{ $example }`
refusal-credit-code-old-form = 这是 15 位的旧注册号。请用新执照上 18 位的统一社会信用代码；没换过照的，先去换。
refusal-organisation-check = 第 9 至 17 位（组织机构代码）对不上，多半是抄错了一位。请对着证件再看一遍。
refusal-kind-mismatch = 这个代码的开头不像是“{ $subject-kind-label }”的。先看有没有抄错；性质选错了，发 `/edit subject.kind` 改。

# 姓名、名称、地址
refusal-too-short = 太短了，请写全。例如：`{ $example }`
refusal-name-characters = 名称里有特殊符号。只用证件上印着的文字、数字和括号。例如：`{ $example }`
refusal-person-name-characters = 姓名只用汉字或字母，少数民族姓名中间可以有点“·”。例如：`{ $example }`
refusal-dot = 姓名里的点“·”只能在两段名字中间。请照证件写。
refusal-address-characters = 地址里有特殊符号。用文字、数字和常用标点就好。例如：`{ $example }`
refusal-address-too-short = 地址太短了，请从省市写到门牌号。例如：`{ $example }`
refusal-placeholder = 去掉“市辖区”三个字，市后面直接写区名。例如：`{ $example }`
refusal-no-door-number = 还差门牌号，请写到几号、几楼、几室。确实没有的，在最后加上“此地址已是最详细地址”。

# 电话与邮箱
refusal-mobile-characters = 手机号只有数字，写 11 位就好。例如：`{ $example }`
refusal-phone-characters = 电话只写数字，座机可以带区号和分机。例如：`{ $example }`
refusal-not-mobile = 这不是内地的手机号：要 1 开头、第二位是 3 至 9 的 11 位号码。例如：`{ $example }`
refusal-machine-range = 这是上网卡或物联网的号段，接不了电话，请换一个平常打电话用的号码。
refusal-no-area-code = 座机请加上区号。例如：`{ $example }`
refusal-service-number = 400、800 和客服短号不行，请写能直接找到人的手机或座机。例如：`{ $example }`
refusal-landline = 座机号码不对：请看看区号和号码的位数。例如：`{ $example }`
refusal-same = 这里要换一个号码，不能和手机号（联系方式1）相同，管局要求的。
refusal-at-sign = 邮箱里要有一个 @。例如：`{ $example }`
refusal-local-part = @ 前面的部分不对：只用字母、数字和点、横线、下划线。例如：`{ $example }`
refusal-email-domain = @ 后面的部分不对，请看看有没有写错。例如：`{ $example }`
refusal-email-same = 两位负责人的邮箱不能相同，请写另一个。

# 域名与网站名称
refusal-domain-characters = 域名里只有字母、数字、横线和点（中文域名可以有汉字）。例如：`{ $example }`
refusal-ip-address = 这是 IP 地址，不是域名。请写网站的域名，例如：`{ $example }`。只用 IP 访问的网站不能通过阿里云备案。
refusal-bare-word = 域名要带后缀，比如 .com、.cn。例如：`{ $example }`
refusal-suffix-alone = 这只是后缀，前面还少名字。例如：`{ $example }`
refusal-unknown-suffix = 没有这样的域名后缀，看看是不是打错了。例如：`{ $example }`
refusal-label = 域名写得不对：每一段不能空，不能以横线开头或结尾。例如：`{ $example }`
refusal-look-alike = 里面混进了看起来一样的外文字母。请切到英文输入法，重新打一遍。
refusal-mail-address = 这是邮箱。请只写网站的域名，例如：`{ $example }`
refusal-site-name-domain = 网站名称不能就是域名，也不能带域名。请起一个中文名，例如：`{ $example }`
refusal-special-character = 网站名称里不能有特殊符号，只用汉字、字母和数字。例如：`{ $example }`
refusal-only-letters = 网站名称不能只有字母或数字，至少要 { $expected } 个汉字。例如：`{ $example }`
refusal-too-few-chinese = 网站名称至少要 { $expected } 个汉字，现在只有 { $length } 个。例如：`{ $example }`
refusal-national-word = 名称开头的“{ $word }”只给全国性单位用，请换一个。例如：`{ $example }`
refusal-sensitive-word = “{ $word }”是敏感词，不能用在网站名称里，请换一个。例如：`{ $example }`
refusal-format-word = 个人网站的名称不能有“{ $word }”，请换一个。例如：`{ $example }`

# 省份
refusal-unknown = 没找到这个地方。请写省、自治区或直辖市的名字，例如：`{ $example }`
refusal-ambiguous = { $names }都有叫这个名字的地方。请直接写省的名字，例如：`{ $example }`
refusal-outside-mainland = 这里要内地的省份。港澳台的主体，写在内地的住址或机构所在的省，例如：`{ $example }`

# 日期
refusal-date-format = 日期没看懂，请写年、月、日。例如：`{ $example }`
refusal-impossible = 没有这一天，请看看月份和日子。例如：`{ $example }`

# 备案号
refusal-filing-number-format = 这不像 ICP 备案号。请照短信或邮件里的整个抄，例如：`{ $example }`
refusal-filing-number-digits = “备”字后面应是 8 位或 10 位数字。例如：`{ $example }`
refusal-filing-number-prefix = 开头的字不对。ICP 备案号：四川“蜀”、贵州“黔”、云南“滇”、陕西“陕”、甘肃“陇”，别和公安备案号混了。例如：`{ $example }`
refusal-province-mismatch = 这是别的省的备案号，{ $subject-province-label }的以“{ $expected }”开头。看看是不是抄错了；省份选错了，发 `/edit subject.province`。
refusal-licence-number = 这是 ICP 许可证号。这里要备案号，带“ICP备”三个字，例如：`{ $example }`
refusal-public-security-number = 这是公安备案号，等一会儿才问。这里要 ICP 备案号，例如：`{ $example }`
refusal-public-security-number-format = 这不像公安备案号。请照公安备案平台上的整个抄，例如：`{ $example }`
refusal-public-security-number-digits = 公安备案号里应是 14 位数字，现在是 { $length } 位。例如：`{ $example }`
refusal-public-security-number-old-form = 12 位的是旧号，现在的是 14 位。请到公安备案平台上查一下现在的号，例如：`{ $example }`
refusal-public-security-number-region = 前两位数字不是省份的代码，请再看一遍。例如：`{ $example }`
refusal-prefix-mismatch = 开头的字和数字对不上：按数字应是“{ $expected }”。例如：`{ $example }`
refusal-filing-number = 这是 ICP 备案号。这里要公安备案号，带“公网安备”四个字，例如：`{ $example }`

# 收下了，但要提醒
note-reduced = 备案按注册的域名办，我记成了 `{ $to }`；它的子域名都包括在内。
note-address = 我从网址里取出了域名：`{ $to }`。
note-named-by = 记下了：{ $subject-province-label }。
note-virtual-range = 这是虚拟运营商的号码，可能收不到核验短信。
note-national-word = “{ $word }”开头的名称只给全国性单位用；不是的话，请发 `/edit site.name` 换一个。
note-future = 记下了，这一天还没到。

refusal-service-code-length = 备案服务号去掉横线应为 { $expected } 位，现在是 { $length } 位。例如：`{ $example }`
