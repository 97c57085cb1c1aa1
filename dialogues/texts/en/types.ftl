# The filing types, and what is said for each of the twenty cases of subject and domain.

field-filing-type = The system will find this type: **{ $filing-type-label }**.
    .label = Filing type (备案类型)
    .help =
        The system finds the type by itself from the subject's certificate and the domain; you never choose it. I work it out beforehand so that you know what comes.

        - **首次备案** (first-time filing): neither subject nor domain was ever filed.
        - **接入备案** (access filing): both are filed; Alibaba Cloud is added as access provider, or replaces the old one.
        - **新增网站（原备案不在阿里云）** (add a website, filed elsewhere): the subject is filed through another provider, the new site is not filed.
        - **新增网站（原备案在阿里云）** (add a website, filed with Alibaba Cloud): the subject is filed here, the new site is not.

        { $edition ->
            [current] Today's system calls the last two （无主体）新增互联网信息服务 and （有主体）新增互联网信息服务 (add an Internet information service, without / with an existing subject). If it finds another type than I do, look for a slip in certificate number, region or domain.
           *[other] If it finds another type than I do, look for a slip in certificate number, region or domain.
        }
    .opt-first = first-time filing (首次备案)
    .opt-access = access filing (接入备案)
    .opt-new-site-elsewhere =
        { $edition ->
            [current] add a service, （无主体）新增互联网信息服务
           *[other] add a site, 新增网站（原备案不在阿里云）
        }
    .opt-new-site-aliyun =
        { $edition ->
            [current] add a service, （有主体）新增互联网信息服务
           *[other] add a site, 新增网站（原备案在阿里云）
        }

# The subject was never filed.

row-none-unfiled =
    Subject and domain are filed for the first time: a **first-time filing (首次备案)**, with the data of both subject and site.

    Until you have the number the site stays closed: no DNS record yet; remove one that exists.

row-none-same-elsewhere =
    Two answers do not fit: a domain filed under this subject means that the subject was filed.

    - look up the domain at beian.miit.gov.cn; note the subject's name and number
    - the usual cause: the certificate has a new number (三证合一, say) while the filing has the old one; or another name or province
    - then ask the old provider about a change (变更备案), or use the data on record

    When it is clear, press the button below and answer both again.

row-none-same-aliyun =
    Two answers do not fit: with the domain on Alibaba Cloud under this subject, some Alibaba Cloud account holds the subject.

    - look up the domain at beian.miit.gov.cn: is the subject you?
    - if so, get that account back from whoever made the filing, or through 95187
    - if the certificate has a new number, the filing still has the old one: change it first (变更备案)

    When it is clear, press the button below and answer both again.

row-none-other-subject =
    The domain stands in **someone else's filing**, which has to go before you can file:

    - look up the domain at beian.miit.gov.cn: whose, in which province?
    - if you can reach them, have them cancel that site (注销)
    - if not, apply with the domain certificate (域名证书) to the communications administration of their province
    - when nothing is found any more, press the button below and answer “Never” for the domain

    Is it your own former name? Then it is a change: `/new`, “Change a filing”.

# The subject is filed through another provider.

row-elsewhere-unfiled =
    The subject is filed elsewhere, the domain is not: **add a website, filed elsewhere (新增网站，原备案不在阿里云)**{ $edition ->
        [current] ; on the screen （无主体）新增互联网信息服务.
       *[other] .
    }

    Subject data must equal the ministry's record; if it has changed, change it at the old provider first (变更备案). Your existing sites must open and show their number, for they are inspected too. The new site stays closed until it has one.

row-elsewhere-same-elsewhere =
    Subject and domain are both filed elsewhere: an **access filing (接入备案)**, which adds Alibaba Cloud as provider.

    - The old filing and its number stay; the site may stay open.
    - Nothing can be corrected on the way; the site lead's mobile must be the one on record. If it changed, change it at the old provider first (变更备案).
    - Leaving the old provider? Cancel access there (取消接入) only after this has succeeded.

row-elsewhere-same-aliyun =
    Two answers do not fit: with the domain on Alibaba Cloud, some Alibaba Cloud account holds the subject.

    - log in to beian.aliyun.com: is it in this account?
    - if so, answer “Yes, in this Alibaba Cloud account” for the subject
    - if not, answer “Yes, in another Alibaba Cloud account” and find whoever made the filing

    When it is clear, press the button below and answer both again.

row-elsewhere-other-subject =
    The domain stands in **someone else's filing**, which has to go before you can add this site:

    - look up the domain at beian.miit.gov.cn: whose, in which province?
    - if you can reach them, have them cancel it (注销); to take over the whole site, ask the administration about moving it (迁移), which some provinces allow
    - if not, apply with the domain certificate (域名证书) to the communications administration of their province
    - when nothing is found any more, press the button below and answer “Never” for the domain

# The subject is filed in this account.

row-aliyun-unfiled =
    The subject is filed with Alibaba Cloud, the domain is not: **add a website, filed with Alibaba Cloud (新增网站，原备案在阿里云)**{ $edition ->
        [current] ; on the screen （有主体）新增互联网信息服务.
       *[other] .
    }

    Use the account that holds the filing; it has the subject's data already. If that is out of date, change it first (变更备案). Your existing sites must open and show their number. The new site stays closed until it has one.

row-aliyun-same-elsewhere =
    The subject is with Alibaba Cloud, the domain filed elsewhere: an **access filing (接入备案)**, also called 继续接入, made from this account.

    - The old filing and its number stay; the site may stay open.
    - Nothing can be corrected on the way; the site lead's mobile must be the one on record. If it changed, change it first (变更备案).
    - Leaving the old provider? Cancel access there (取消接入) only after this has succeeded.

row-aliyun-same-aliyun =
    Subject and domain are both filed with Alibaba Cloud: **nothing to file**.

    - Another mainland server of Alibaba Cloud: just point the DNS to it (Alibaba Cloud, September 2019). Huawei Cloud advised in 2026 to report the new IP too, since some administrations check.
    - Name, persons or phones have changed: make a change (变更备案); send `/new`, “Change a filing”.
    - No public-security filing (公安联网备案) yet? Go to { $edition ->
        [current] beian.mps.gov.cn
       *[other] www.beian.gov.cn (later beian.mps.gov.cn)
      }, within 30 days of the site's opening.

row-aliyun-other-subject =
    The domain stands in **someone else's filing**, which has to go before you can add this site:

    - look up the domain at beian.miit.gov.cn: whose, in which province?
    - have them cancel it (注销); if you cannot reach them, apply with the domain certificate (域名证书) to the communications administration of their province
    - transfer the domain (过户) to your subject, verify it (实名认证), wait 3 to 5 working days
    - when nothing is found any more, press the button below and answer “Never” for the domain

# The subject is filed in another Alibaba Cloud account.

row-aliyun-other-account-unfiled =
    The subject is in another Alibaba Cloud account, the domain unfiled: **add a website, filed with Alibaba Cloud (新增网站，原备案在阿里云)**{ $edition ->
        [current] ; on the screen （有主体）新增互联网信息服务.
       *[other] .
    }

    Please **log in to that account**: one account, one subject; from this one the system says that the certificate is already filed. Forgotten? Call 95187. A server in the present account will do, by service code (备案服务号). The new site stays closed until it has its number.

row-aliyun-other-account-same-elsewhere =
    The subject is in another Alibaba Cloud account, the domain filed elsewhere: an **access filing (接入备案)**. **Log in to that account** for it; forgotten, call 95187.

    - The old filing and its number stay; the site may stay open.
    - Nothing can be corrected on the way; the site lead's mobile must be the one on record. If it changed, change it first (变更备案).

row-aliyun-other-account-same-aliyun =
    Subject and domain are both filed with Alibaba Cloud, only in another account: **nothing to file**.

    - Get that account back from whoever made the filing, or through 95187; manage the filing from it.
    - Another mainland server of Alibaba Cloud: just point the DNS to it (Alibaba Cloud, September 2019).
    - Data has changed: make a change (变更备案) from that account.
    - No public-security filing (公安联网备案) yet? Go to { $edition ->
        [current] beian.mps.gov.cn
       *[other] www.beian.gov.cn (later beian.mps.gov.cn)
      }, within 30 days of the site's opening.

row-aliyun-other-account-other-subject =
    The domain stands in **someone else's filing**, which has to go first:

    - look up the domain at beian.miit.gov.cn: whose, in which province?
    - have them cancel it (注销); if you cannot reach them, apply with the domain certificate (域名证书) to the communications administration of their province
    - transfer the domain (过户) to your subject and get back the Alibaba Cloud account that holds your filing; the site is added from there
    - when nothing is found any more, press the button below and answer “Never” for the domain

# The subject is a shell.

row-shell-unfiled-direct =
    The subject is a shell (空壳主体), but { $subject-province-label } lets you **add a site without cancelling it** (Huawei Cloud, 2025-12-31). The type is （无主体）新增互联网信息服务, formerly 新增网站（原备案不在阿里云）: add a website, filed elsewhere.

    Subject data must equal the ministry's record. Rules change; you may ask { $administration } before you submit. The new site stays closed until it has its number.

row-shell-unfiled =
    The subject is a shell (空壳主体): a number without any site. Usually **the shell is cancelled (注销), then a first-time filing (首次备案) follows** with all data anew and a new number.

    Whether { $subject-province-label } lets you add a site without cancelling, { $administration } decides.

row-shell-same-elsewhere =
    Two answers do not fit: a shell (空壳主体) has no sites, so the domain cannot be filed under it.

    - look up the domain at beian.miit.gov.cn: is the subject you?
    - found, and it is you: no shell; answer “Yes, through another provider” for the subject
    - not found: answer “Never” for the domain

    When it is clear, press the button below and answer both again.

row-shell-same-aliyun =
    Two answers do not fit: a shell (空壳主体) has no sites, so the domain cannot be with Alibaba Cloud under it.

    - log in to beian.aliyun.com, then look up the domain at beian.miit.gov.cn
    - the site is there: answer “Yes, in this Alibaba Cloud account” (or another) for the subject
    - it is gone: answer “Never” for the domain

    When it is clear, press the button below and answer both again.

row-shell-other-subject =
    Two things come first: the domain stands in **someone else's filing**, and your subject is a shell (空壳主体).

    - look up the domain at beian.miit.gov.cn and have them cancel it (注销); if you cannot reach them, apply with the domain certificate (域名证书) to the communications administration of their province
    - ask { $administration } whether the shell must be cancelled or a site can be added to it
    - when the domain is found no more, press the button below and answer “Never” for the domain
