# 主体信息、负责人和网站信息：照证件填，一项一项来。

stage-details =
    下面是主体和网站的信息。都照证件抄，一字不差，就少一次退回。

    { $subject-on-record ->
        [yes] 主体信息账号里已有，系统会自己带出来，这里不再问。
       *[other] 先填主体和它的负责人，再填网站和网站的负责人。
    }{ $upload-moved ->
        [yes] 用 App 办单位备案时，负责人的证件和网站负责人的人脸识别也在这一步做，之后只补辅助资料（2019 年 9 月阿里云文档）。
       *[other] {""}
    }
    .label = 主体与网站信息

field-subject-name =
    { $subject-group ->
        [individual] 主体的姓名？和证件上一字不差。
       *[other] 单位的全称？照证件抄，一字不差。
    }
    .label = 主办单位名称
    .help =
        这个名称要和证件一致，也要和域名的持有者一致，差一个字、一个括号都可能退回。

        - 括号是全角还是半角，照证件来（北京会查）。
        - 刚改过名的，用新证件，并先把域名的实名信息也改成新名称。
        - 不要用简称、英文名或品牌名。

field-subject-certificate-address =
    { $subject-certificate ->
        [passport] 护照上没有印地址：这里先写现在的住址。
       *[other] { $subject-group ->
            [individual] 证件上的住址？照抄。
           *[other] 证件上的住所（经营场所）？照抄。
        }
    }
    .label = 主办单位证件住所
    .help =
        证件怎么印就怎么抄，不要补省略的字，也不要改成现在的地址；现在的地址是下一题“通讯地址”。

        证件上没印地址的（如护照），系统里要怎么填我没有查到：这里先写现住地址，提交时以页面提示为准。

field-subject-address =
    平时在哪里能收到信？从省市写到门牌号；和证件住所一样的，写“同上”。
    .label = 通讯地址
    .help =
        管局会按它联系主体，太笼统就会退回。

        - 写到楼、室；确实没有门牌号的，在备注里写“此地址已是最详细地址”。
        - 要和证件住所同一个省，有的省要求同一个市。
        - 不要写“市辖区”这三个字。
        - 学校、园区里的，写到院系、楼栋、房间。

field-subject-investor =
    { $subject-kind ->
        [government] 上级主管单位是哪一家？写单位名，不写人名。
        [public-institution] 上级主管单位是哪一家？写单位名，不写人名。
        [enterprise] 投资人或主管单位是谁？一般写法定代表人姓名，或本单位全称。
        [sole-trader] 投资人或主管单位是谁？一般写经营者姓名。
       *[other] 投资人或主管单位是谁？有主管单位的写主管单位。
    }
    .label = 投资人或主管单位
    .help =
        企业写法定代表人，或本企业的全称；机关、事业单位写上级主管单位，写人名会退回。有业务主管单位的社会团体、民办非企业，写业务主管单位。

field-subject-lead-legal-representative = **主体负责人**代表这个单位对备案负责，管局会打电话找他。由法定代表人担任吗？
    .label = 主体负责人是否法定代表人
    .help =
        法定代表人（或负责人）的姓名印在证件上。由他担任最省事：很多省只收法定代表人；有的省可以授权别人，要交授权书。

        各省说法不一，你所在省的规则我会写出来。还没定人，就先按法定代表人准备。
    .opt-yes = 是法定代表人
    .opt-no = 是别人

field-notice-subject-lead =
    { $subject-lead-verdict ->
        [refused]
            按我查到的规则，{ $administration }要求主体负责人就是**法定代表人**，换别人多半会退回。

            - 改由法定代表人担任：发 `/edit subject-lead.legal-representative`
            - 法定代表人实在办不了，先打电话问管局能不能授权别人

            管局说可以的，就点按钮往下走。
       *[other]
            主体负责人能不能不是法定代表人，{ $subject-province-label }的说法**几份资料对不上**，前后也改过。

            - 最稳妥：由法定代表人担任，发 `/edit subject-lead.legal-representative`
            - 要用别人，先问{ $administration }收不收、要不要授权书
    }
    .label = 主体负责人不是法定代表人
    .help =
        依据是 2019 年 9 月阿里云、2022 年前后腾讯云、2025 年底华为云的各省文档，最后听管局的。

        问法很简单：“单位备案，主体负责人不是法定代表人行不行，要交什么？”记下日期和答复。也可以打阿里云 95187。
    .opt-understood = 我问过或已明白，继续

field-subject-lead-name =
    { $subject-lead-legal-representative ->
        [yes] 法定代表人（主体负责人）的姓名？
       *[other] 主体负责人的姓名？
    }
    .label = 主体负责人姓名
    .help =
        照本人证件抄；少数民族姓名中间的点也照抄。外籍人士照护照上的写法。

        同一个人只宜负责一个单位的备案，有的省查得很严（如江苏、江西、黑龙江）。

field-subject-lead-document =
    主体负责人用哪种证件？
    .label = 主体负责人证件类型
    .help =
        用本人有效的证件，还剩 3 个月以上。内地居民用第二代居民身份证，临时身份证好几个省不收。

        港澳居民用居住证或来往内地通行证，台湾居民用居住证或来往大陆通行证，外籍用护照。不是内地居民时，人脸识别由网站负责人来做。
    .opt-id-card = 居民身份证
    .opt-hmt-residence-permit = 港澳台居民居住证
    .opt-hk-mo-travel-permit = 港澳居民来往内地通行证
    .opt-tw-travel-permit = 台湾居民来往大陆通行证
    .opt-passport = 护照
    .opt-permanent-residence-card = 外国人永久居留身份证
    .also-id-card = 身份证|二代身份证

field-subject-lead-document-number =
    主体负责人的{ $subject-lead-document-label }号码？
    .label = 主体负责人证件号码
    .help =
        照证件抄，末位的 X 也要。我会查校验位，抄错一位通常当场就能发现。

        短信核验时要填它的后 6 位，所以最好手边就有。号码加密保存，屏幕上只露几位；不想打出来，发 `/hold`。

field-notice-subject-lead-age =
    { $subject-lead-age-verdict ->
        [refused]
            按号码看，主体负责人还没到{ $subject-province-label }要求的年龄，**这样提交会退回**。换一位成年人，或先问{ $administration }。

            换人发 `/edit subject-lead.name`。
       *[other]
            按号码看，主体负责人未满 18 岁。**{ $subject-province-label }收不收，我查到的资料说不清**。

            先问{ $administration }，或换一位成年人：发 `/edit subject-lead.name`。
    }
    .label = 主体负责人年龄
    .help =
        多数省要求负责人年满 18 岁，有的省 16 岁加工作或收入证明也行（2019 至 2025 年各家文档）。号码抄错了也会这样，先发 `/edit subject-lead.document-number` 核对一遍。最后以管局的答复为准。
    .opt-understood = 我知道了，继续

field-subject-lead-mobile =
    { $subject-group ->
        [individual] 你的手机号？审核员会打，核验短信也发到它。
       *[other] 主体负责人的手机号？审核员会打，核验短信也发到它。
    }
    .label = 主体负责人手机（联系方式1）
    .help =
        要本人在用、打得通的号码，备案期间别停机。阿里云的审核电话是 95187，接不到可能退回。

        - 一个手机号只能用于一个主体，在别的主体备过的，先在那边换掉。
        - 162、165、167、170、171 开头的虚拟运营商号码，可能收不到工信部的核验短信。
        - 有的省只收本省号码，有就会在题目下面写明。

field-notice-mobile-range =
    这个手机号属于**虚拟运营商号段**，可能收不到工信部的核验短信；收不到，备案就卡在那一步。

    - 有移动、联通、电信的号码就换：发 `/edit subject-lead.mobile`
    - 没有别的号，也可以继续，到时多留意
    .label = 虚拟运营商号码
    .help =
        162、165、167、170、171 开头的是虚拟运营商号段。2019 年 7 月的阿里云文档和腾讯云都说，其中一部分收不到核验短信。短信要在 24 小时内核验，到时再换号，就得退回重走一遍。
    .opt-understood = 知道了，就用这个号

field-notice-phone-local =
    { $phone-local ->
        [required]
            { $administration }要求负责人用**本地手机号**。

            外地号码会被退回：有本地号码就换上，没有就先办一张，或先问管局能不能在备注里说明。
       *[other]
            { $administration }**建议**负责人用本地手机号。外地号码不一定退回，有本地的就用本地的。
    }

    要改，发 `/edit subject-lead.mobile`。
    .label = 本地手机号
    .help =
        各省的要求来自 2019 年阿里云、2022 年前后腾讯云和 2025 年底华为云的文档。号码是不是本地的，看开户所在的省市，和你现在人在哪里无关。网站负责人的号码也照此办。最后以管局的答复为准。
    .opt-understood = 知道了，继续

field-subject-lead-second-phone =
    另一个能找到单位的电话？座机或手机都行。
    .label = 主体负责人联系方式2
    .help =
        座机写区号，例如 `0571-88158388`。没有座机就填另一个手机号，最好不是联系方式1那个；有的省还要在备注里写明机主的姓名和职务。

field-subject-lead-emergency-phone =
    { $emergency-phone-differs ->
        [yes] 应急联系电话？{ $subject-province-label }要求它和联系方式1**不是同一个号**。
       *[other] 应急联系电话？联系方式1打不通时用它。
    }
    .label = 主体负责人应急联系电话
    .help =
        2019 年起必填。填家人或同事的手机也可以，先跟对方说一声。

        能不同就不同：好几个省不收和联系方式1相同的号，有的还要在备注里写明机主姓名。

field-subject-lead-email =
    { $subject-group ->
        [individual] 你的邮箱？审核结果也会发到这里。
       *[other] 主体负责人的邮箱？审核结果也会发到这里。
    }
    .label = 主体负责人邮箱
    .help =
        用常看的邮箱。两位负责人不是同一人的，各用各的邮箱和手机号，不要共用。

field-site-name =
    网站叫什么名字？至少 3 个汉字。{ $subject-group ->
        [individual] 个人网站的名字不能像公司、行业或平台。
       *[other] 要和单位对得上，一般用单位全称或简称。
    }
    .label = 网站名称
    .help =
        名称不合格是常见的退回原因。

        - 不能只有数字或字母，不带特殊符号，不能就是域名。
        - 不用“中国”“中华”“中央”“人民”“国家”等字头，全国性单位除外；不用敏感词。
        { $subject-group ->
            [individual]
                - 不用人名、地名、成语、公司名、产品名和行业词。
                - 不用网站、网络、资讯、论坛、社区、工作室、平台、主页、导航、博客、在线、交流这类词。
                - 写你的内容，例如“示例花园小站”；不要“某某官网”。
           *[other]
                - 用产品名或项目名的，在备注里说明和单位的关系。
                - 不是新闻、论坛类单位，别用新闻、论坛、社区这类字眼，会被要求前置审批。
        }

field-site-service =
    { $subject-group ->
        [individual] 网站的服务内容选哪一项？个人一般选“其他”。
       *[other] 网站的服务内容选哪一项？单位官网一般选“单位门户网站”。
    }
    .label = 网站服务内容
    .help =
        选了就要和网站实际内容一致。带前置审批的内容，只有拿到文件才能选对应的项，这里不列。

        个人选“博客/个人空间”，不少省不收或要审批；选“其他”，再在备注里写清放什么内容。黑龙江例外：那里不收“其他”（腾讯云约 2022 年的文档）。
    .opt-portal = 单位门户网站
    .opt-other = 其他
    .opt-blog = 博客/个人空间

field-notice-blog =
    个人选**博客/个人空间**，不少省会退回，或要网信办批准（腾讯云约 2022 年的文档：北京、贵州不收，陕西要批准）。

    改选“其他”，在备注里写清内容，更容易通过：发 `/edit site.service`。坚持选它，先问{ $administration }。
    .label = 博客/个人空间
    .help =
        个人笔记类的网站一般选“其他”，备注照实写，例如“个人学习笔记，不涉及交互”。开放评论、供别人发文的，不要选“其他”来绕，先问管局。
    .opt-understood = 知道了，仍选博客

field-site-languages =
    网站用哪些语言？
    .label = 网站语言
    .help =
        照网站实际有的语言选，可以多选。只有中文就选简体中文。
    .opt-zh-hans = 简体中文
    .opt-zh-hant = 繁体中文
    .opt-en = 英语
    .opt-ja = 日语
    .opt-ko = 韩语
    .opt-fr = 法语
    .opt-de = 德语
    .opt-ru = 俄语
    .opt-es = 西班牙语
    .opt-ar = 阿拉伯语
    .opt-minority = 少数民族语言
    .opt-other = 其他语言

field-site-remark =
    { $subject-group ->
        [individual] 备注写什么？用一句话说清网站放什么内容。
       *[other] 有要在备注里说明的吗？没有就跳过。
    }
    .label = 备注
    .help =
        备注是写给审核员看的，一两句就够。常写的有：

        - 个人网站放什么内容，例如“本站介绍园艺心得”
        - 门牌号没有的，写“此地址已是最详细地址”
        - 网站名用的是产品名、项目名，说明和单位的关系
        - 主管部门说不需要前置审批的，写明问了谁、怎么答的
        - 网站还供小程序使用的，写明

        有的省规定了固定的句子，题目下面会写出来，照着写。

field-site-lead-same = **网站负责人**管这个网站，要做人脸识别。也由主体负责人担任吗？
    .label = 网站负责人同主体负责人
    .help =
        同一个人最省事，证件、电话都不用再填。换一个人也行：他要能用手机刷脸，手机号和邮箱不能和主体负责人相同，有的省还要授权书。

        主体负责人不是内地居民的，选一位内地居民做网站负责人最顺。
    .opt-yes = 是同一人
    .opt-no = 是另一个人

field-notice-site-lead-different =
    天津要求主体负责人和网站负责人**不是同一个人**（2019 年 9 月阿里云文档）。

    - 换一位网站负责人：发 `/edit site-lead.same` 选“另一个人”；他不是法定代表人的，要交授权书
    - 想用同一个人，先问{ $administration }现在行不行
    .label = 天津：两位负责人
    .help =
        这条来自 2018 至 2019 年的天津要求，后来有没有改，没有查到。怕退回就换一位同事；换了以后，他的手机号和邮箱要和主体负责人的不同。
    .opt-understood = 知道了，继续

field-site-lead-name =
    网站负责人的姓名？
    .label = 网站负责人姓名
    .help =
        照本人证件抄。选一位在职、能接电话、能刷脸的同事；他最好没有给别的公司做过网站负责人，江西、黑龙江等省查得很严。

field-site-lead-document =
    网站负责人用哪种证件？
    .label = 网站负责人证件类型
    .help =
        用本人有效的证件，还剩 3 个月以上。内地居民用第二代居民身份证，临时身份证好几个省不收。人脸识别时比对的就是这本证件。
    .opt-id-card = 居民身份证
    .opt-hmt-residence-permit = 港澳台居民居住证
    .opt-hk-mo-travel-permit = 港澳居民来往内地通行证
    .opt-tw-travel-permit = 台湾居民来往大陆通行证
    .opt-passport = 护照
    .opt-permanent-residence-card = 外国人永久居留身份证
    .also-id-card = 身份证|二代身份证

field-site-lead-document-number =
    网站负责人的{ $site-lead-document-label }号码？
    .label = 网站负责人证件号码
    .help =
        照证件抄，末位的 X 也要。短信核验时要填后 6 位。号码加密保存，屏幕上只露几位；不想打出来，发 `/hold`。

field-notice-site-lead-age =
    { $site-lead-age-verdict ->
        [refused]
            按号码看，网站负责人还没到{ $subject-province-label }要求的年龄，**这样提交会退回**。

            换一位成年人：发 `/edit site-lead.name`；或先问{ $administration }。
       *[other]
            按号码看，网站负责人未满 18 岁。**{ $subject-province-label }收不收，我查到的资料说不清**。

            先问{ $administration }，或换一位成年人：发 `/edit site-lead.name`。
    }
    .label = 网站负责人年龄
    .help =
        多数省要求负责人年满 18 岁；天津还不收过了退休年龄的网站负责人（腾讯云约 2022 年的文档）。号码抄错了也会这样，先发 `/edit site-lead.document-number` 核对。最后以管局的答复为准。
    .opt-understood = 我知道了，继续

field-site-lead-mobile =
    网站负责人的手机号？{ $filing-type ->
        [access] 接入备案要和原备案里留的号码一样。
       *[other] {""}
    }
    .label = 网站负责人手机（联系方式1）
    .help =
        要本人在用、打得通的号码，核验短信会发到它。

        - 和主体负责人的手机号不能相同，除非是同一个人。
        - 接入备案：短信发到原备案里登记的号码，对不上就先在原服务商那里变更。
        - 162、165、167、170、171 开头的，可能收不到核验短信。

field-notice-mobile-shared =
    两位负责人**留了同一个手机号**。不同的人要各用各的号码，否则多半会退回。

    - 换网站负责人的：发 `/edit site-lead.mobile`
    - 换主体负责人的：发 `/edit subject-lead.mobile`
    .label = 手机号相同
    .help =
        各家服务商都写明：负责人不是同一个人，手机号和邮箱就不能相同（腾讯云约 2022 年、华为云 2025 年底的文档）。短信核验也按号码发。
    .opt-understood = 知道了，先这样

field-site-lead-emergency-phone =
    { $emergency-phone-differs ->
        [yes] 网站负责人的应急联系电话？{ $subject-province-label }要求它和他的手机号**不是同一个号**。
       *[other] 网站负责人的应急联系电话？他的手机打不通时用它。
    }
    .label = 网站负责人应急联系电话
    .help =
        2019 年起必填。填家人或同事的手机也可以，先跟对方说一声。能和手机号不同就不同，好几个省不收相同的。

field-site-lead-email =
    网站负责人的邮箱？
    .label = 网站负责人邮箱
    .help =
        用他常看的邮箱，和主体负责人的不同。审核有问题时，通知会发到这里。

field-filing-password =
    接入备案要用原备案的**备案密码**（2019 年 9 月的规定）。密码找到了吗？

    只告诉我有没有，**密码本身不要发给我**。
    .label = 备案密码
    .help =
        先翻原备案通过时的短信和邮件，密码一般和备案号在一起；找不到，就问原来的服务商或省管局怎么找回。

        阿里云系统问到时，你自己填进去。
    .opt-ready = 找到了
    .opt-not-yet = 还没有
    .again-not-yet = 没关系，先往下准备。请在提交前找到它：翻旧短信和邮件，或问原服务商、省管局。我待会儿再问。
