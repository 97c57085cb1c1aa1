# 验证备案类型：主体证件、以前备过什么；矛盾和挡路的事都在这里说清。

stage-identify =
    接下来对应系统里的“填写信息验证备案类型”：主体的证件，以及主体和域名以前备没备过。系统凭这些自动判定类型，我先替你算出来。

    { $upload-moved ->
        [yes] 用 App 办，证件在这一步就上传，个人还要在这一步做人脸识别（2019 年 9 月阿里云文档）。
       *[other] 证件现在只填种类和号码，照片到后面再传。
    }
    .label = 验证备案类型

field-subject-certificate =
    主体用哪种证件备案？

    要和域名实名认证时用的是同一种。
    .label = 主办单位证件类型
    .help =
        用手里现在有效的那一本，至少还有 3 个月有效期。

        - 中国公民用第二代居民身份证；临时身份证好几个省不收。
        - 港澳居民用居住证或来往内地通行证，香港身份证、护照不行（上海明确写了）。
        - 企业和个体工商户用营业执照，照最新的填。
        - 证件换过号、而从前备过案的，先别急：下一题的说明里有办法。

        域名用的是另一种证件，会以“注册人证件类型不一致”退回，先去改域名的实名信息。
    .opt-id-card = 居民身份证
    .opt-hmt-residence-permit = 港澳台居民居住证
    .opt-hk-mo-travel-permit = 港澳居民来往内地通行证
    .opt-tw-travel-permit = 台湾居民来往大陆通行证
    .opt-passport = 护照
    .opt-permanent-residence-card = 外国人永久居留身份证
    .opt-business-licence = 营业执照
    .opt-unified-code-certificate = 统一社会信用代码证书
    .opt-institution-certificate = 事业单位法人证书
    .opt-registration-certificate = 登记证书
    .opt-practice-licence = 律师事务所执业许可证
    .opt-foreign-office-certificate = 外国企业代表机构登记证
    .opt-organisation-code = 组织机构代码证
    .also-id-card = 身份证|二代身份证
    .also-hmt-residence-permit = 居住证
    .also-hk-mo-travel-permit = 回乡证|港澳通行证
    .also-tw-travel-permit = 台胞证

field-subject-certificate-number =
    { $subject-certificate ->
        [business-licence] 营业执照上的**统一社会信用代码**是多少？18 位。
        [unified-code-certificate] 证书上的**统一社会信用代码**是多少？18 位。
        [institution-certificate] 事业单位法人证书上的**统一社会信用代码**是多少？18 位。
        [registration-certificate] 登记证书上的**统一社会信用代码**是多少？18 位。
       *[other] { $subject-certificate-label }上的号码是多少？
    }
    .label = 主办单位证件号码
    .help =
        照证件上的抄，我会帮你查校验位，抄错一位通常当场就能发现。

        - 居民身份证、居住证 18 位，末位可能是 X。
        - 营业执照、事业单位法人证书等填 18 位统一社会信用代码，里面没有字母 I、O、S、V、Z。
        - 号码要和域名实名信息里的一致。
        - 从前备过案、后来证件换了号（比如三证合一）：工信部记的还是旧号，直接用新号会判错类型。先到原来备案的服务商那里问变更怎么办，办好再来。
        - 发 `/hold` 的，我不知道号码，就没法替你查错，别的照常。

field-subject-local =
    身份证是不是{ $subject-province-label }的？看号码前两位或发证机关就知道。
    .label = 身份证是否本省
    .help =
        号码没给我，所以只问这一句。身份证属于备案的省，手续最简单；不属于的，有的省要居住证一类的证明，有的省不收。

        户口迁过来、身份证也换了本地的，选“是”；只是住在这里、身份证还是老家的，选“否”。

field-notice-individual-elsewhere =
    { $province-individual-elsewhere ->
        [not-allowed]
            按我查到的规则，**{ $subject-province-label }不收外省身份证的个人备案**。先别往下填，选一条路：

            - 问{ $administration }：现在能不能备、要什么证明
            - 回身份证所在的省备：发 `/edit subject.province`
            - 有公司的，用公司来备：发 `/edit subject.kind`

            管局亲口说可以，就点按钮往下走。
        [with-proof]
            你的身份证不是{ $subject-province-label }的。那里要外省个人附一份**在当地居住、学习或工作的证明**，比如居住证。

            现在先备着，上传材料时要用；办不了的，也可以回身份证所在的省备：发 `/edit subject.province`。
        [unclear]
            你的身份证不是{ $subject-province-label }的。**那里收不收外省个人，几份资料说法不一**，前后也改过。

            先问{ $administration }：外省身份证能不能备、要不要居住证。不想等，也可以回身份证所在的省备：发 `/edit subject.province`。
       *[other]
            你的身份证不是{ $subject-province-label }的。没有查到那里对外省个人有限制，一般可以备。

            稳妥起见，提交前问一句{ $administration }要不要居住证，最后以它的答复为准。
    }
    .label = 外省个人备案
    .help =
        各省的说法来自 2019 年 9 月的阿里云文档、2022 年前后的腾讯云和 2025 年底的华为云文档，规则会变，管局说了算。

        怎么问：拨{ $administration }的电话（管局网站上有），就说“我的身份证是外省的，想在本省做个人网站备案，能不能办，要带什么证明”。记下日期和答复。也可以问阿里云，电话 95187。
    .opt-understood = 我知道了，继续

field-notice-age =
    { $age-verdict ->
        [refused]
            按号码看，你还没到{ $subject-province-label }要求的年龄，**这样提交会被退回**。可以这样：

            - 等年满再备
            - 请家里的成年人做主体，域名也过户给他：发 `/edit subject.certificate-number` 改
            - 觉得自己的情况例外，先问{ $administration }
       *[other]
            按号码看，你还没满 18 岁。**{ $subject-province-label }收不收，我查到的资料说不清**。

            先问{ $administration }：未成年人能不能备、要不要监护人的同意书或收入证明。也可以请家里的成年人做主体，发 `/edit subject.certificate-number` 改。
    }
    .label = 年龄
    .help =
        多数省要求满 18 岁，有的省满 16 岁并交证明也行（2019 至 2025 年各家文档）。以提交那天的年龄为准更稳妥。

        怎么问：拨{ $administration }的电话，或打阿里云的 95187，说清今年几岁、想备个人网站。最后以管局的答复为准。
    .opt-understood = 我知道了，继续

field-notice-foreigner =
    按 2019 年 9 月阿里云、2025 年底华为云的文档，**{ $subject-province-label }不收外籍个人备案**。先选一条路：

    - 问{ $administration }现在收不收
    - 用内地的公司来备：发 `/edit subject.kind`
    - 住在别的省的，改所属区域：发 `/edit subject.province`
    .label = 外籍个人备案
    .help =
        别的省用护照多半可以备；上海还要居住证和居住单（腾讯云约 2022 年的文档）。没有读到哪份资料写明外国人永久居留身份证能不能用，也请一并问清。

        怎么问：拨{ $administration }的电话，或打阿里云的 95187，说清国籍、证件和住处。最后以管局的答复为准。
    .opt-understood = 我知道了，继续

field-subject-filed =
    这个主体（就是这本证件）以前备过案吗？

    备过别的网站也算。
    .label = 主体是否备过案
    .help =
        不确定就选“不确定”，我教你查。

        - **在阿里云**：用这个账号登录 beian.aliyun.com 能看到主体信息。
        - **另一个阿里云账号**：别的同事或从前的账号办的，系统会提示证件已有备案信息。
        - **在别家**：腾讯云、华为云等别的服务商办的。
        - **空壳**：主体有备案号，但名下的网站都没了，比如网站被取消接入。

        证件换过号的，用旧号码也查一下：查漏了会判成首次备案，然后退回。
    .opt-none = 没备过
    .opt-elsewhere = 在别家备过
    .opt-aliyun = 在阿里云，就是这个账号
    .opt-aliyun-other-account = 在阿里云，另一个账号
    .opt-shell = 有备案号，名下没网站
    .opt-unknown = 不确定，教我查
    .again-unknown =
        查一下，两分钟：

        - 打开 beian.miit.gov.cn，进“ICP 备案查询”
        - 输入主体的全称（个人输姓名，同名的多，输域名或备案号更准），点搜索
        - 没有结果：没备过。有结果：记下备案号
        - 有号的，再登录 beian.aliyun.com，看这个账号里有没有这个主体；没有，就问当初经手的人在哪家办的
        - 只有主体号、查不到任何网站的，是空壳

        我记着呢，查好回来接着答。
    .also-none = 没有|没有备过|首次|第一次|从没备过

field-domain-filed =
    域名 { $domain-label } 现在有备案吗？在谁名下？

    二手域名尤其要查。
    .label = 域名是否备过案
    .help =
        不确定就选“不确定”，我教你查。

        - **没备过**：按域名查不到结果。
        - **本主体名下，在别家**：查得到，主体就是你，当初在别的服务商办的。
        - **本主体名下，在阿里云**：登录 beian.aliyun.com 能看到这个网站。
        - **别人名下**：查到的主体不是你，多半是上一个持有者没有注销。

        查到的主体是你单位的旧名称，不算别人。
    .opt-unfiled = 没备过
    .opt-same-elsewhere = 本主体名下，在别家
    .opt-same-aliyun = 本主体名下，在阿里云
    .opt-other-subject = 在别人名下
    .opt-unknown = 不确定，教我查
    .again-unknown =
        查一下，两分钟：

        - 打开 beian.miit.gov.cn，进“ICP 备案查询”
        - 输入 `{ $domain-label }`（不带 www），点搜索
        - 没有结果：没备过
        - 有结果：看“主办单位名称”是不是你的主体；是，就登录 beian.aliyun.com 看有没有这个网站，有是阿里云，没有是别家
        - 只记得备案号的，直接输号也能查

        我记着呢，查好回来接着答。
    .also-unfiled = 没有|没有备过|首次|第一次|没备案

stop-domain-suffix =
    { $domain-label } 的后缀没有获工信部批复，**这个域名备不了**，换主体、换服务商也一样。

    - 到 domain.miit.gov.cn 核对一下获批的后缀
    - 换一个获批后缀的域名，比如 .cn、.com，做好实名认证
    - 点下面的按钮，把新域名告诉我

    如果名单里现在已经有这个后缀，发 `/human`，我这里的资料要更新了。

field-notice-domain-suffix =
    { $domain-label } 的后缀，我拿不准能不能备。

    - 后缀不在我手上的获批名单里：到 domain.miit.gov.cn 查一查，有就放心继续，没有就换域名（`/edit domain`）
    - 后缀没获批、但域名早就备过案的：只能接入，**千万别注销**，注销了就再也备不了
    .label = 域名后缀
    .help =
        新网站的域名后缀要经工信部批复，否则审核退回。名单一直在增加，我手上的是 2022-08-30 的。

        早年备过案的 .org 等域名，有的省仍收接入备案。最后以{ $administration }和阿里云（95187）的答复为准。
    .opt-understood = 查过了，继续

stop-app-type =
    你的类型是**{ $filing-type-label }**，阿里云 App 办不了：2019 年 9 月它只支持首次备案和新增网站（原备案不在阿里云）。

    用电脑办就行：点下面的按钮，改选电脑。填过的都还在。

field-notice-app-type =
    你的类型是**{ $filing-type-label }**。2019 年 9 月时阿里云 App 办不了它，现在能不能，没有查到公开说明。

    可以先在 App 里试；找不到入口，就在电脑上开 beian.aliyun.com 办，填的内容一样。想现在就换，发 `/edit channel`。
    .label = App 能否办这种类型
    .help =
        两边填的内容一样，只是电脑上到上传和真实性核验那一步要拿起手机扫码。四种类型电脑都能办，不想试错就用电脑。也可以打 95187 问。
    .opt-understood = 知道了，继续

field-notice-shell =
    主体是**空壳**：有备案号，名下没有网站。在{ $subject-province-label }一般要先注销空壳，才能做首次备案。

    - 找原来备案的服务商提交注销主体；那家不管了，直接向{ $administration }申请
    - 等 beian.miit.gov.cn 查不到这个主体，再提交新备案

    资料现在就能接着准备。
    .label = 空壳主体
    .help =
        空壳没清掉就提交，会以“工信部中已存在备案记录”退回。

        注销一般 1 至 5 个工作日，最长 20 个（腾讯云约 2020–2022 年的说法），2020-08-17 起要主体负责人做短信核验。据 2025-12-31 的华为云文档，北京、天津、山西、辽宁、上海、江苏、浙江、广西、四川、贵州、云南可以不注销、直接新增网站。想确认，问{ $administration }，以它的答复为准。
    .opt-understood = 知道了，会先注销空壳
