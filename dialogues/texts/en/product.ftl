# Product verification: which server the filing rests on.

stage-product = Next comes product verification (产品验证): the system wants to see an Alibaba Cloud server in the mainland that can carry a filing.
    .label = Product verification (产品验证)

field-product-kind =
    In which account is the server?

    The same Alibaba Cloud account that files: choose the instance. Another account: use a filing service code (备案服务号).
    .label = How the server is verified (产品验证)
    .help =
        At the step 产品验证 (product verification) the system lists the instances of this account that can carry a filing; if there is none, you enter a service code (备案服务号).

        What counted in September 2019:
        - ECS: mainland region, by subscription (包年包月) for 3 months or more, with public bandwidth; pay-as-you-go does not count
        - web host (虚拟主机), Simple Application Server (轻量应用服务器): 3 months or more
        - elastic web hosting (弹性Web托管): 6 months; a site product from the marketplace (云市场): 12 months
        - behind a load balancer: choose its ECS

        Keep it paid until the reviews are over.
    .opt-instance = An instance of this account (实例)
    .opt-service-code = A service code (备案服务号)
    .opt-not-yet = No server yet
    .again-not-yet =
        No hurry: I put this one off and ask again after the others. Two ways:

        - your own: buy an Alibaba Cloud server in a mainland region by subscription (包年包月), 3 months or more, an ECS with public bandwidth
        - someone else's: ask its owner to apply for a service code (备案服务号) at beian.aliyun.com and give it to you

        Answer it once you have one. Your progress is kept.

field-product-instance =
    Which instance? Give its ID.
    .label = Instance (实例)
    .help =
        The ID stands beside the name in the instance list (实例列表) of the Alibaba Cloud console. For a product without an ID give its name or public IP address, so that you know it again.

        You choose it in the system. Check three things: a mainland region, some months left, a public IP address. One ECS carries a limited number of sites (5 in September 2019); if it is full, take another.

field-product-service-code =
    What is the service code (备案服务号)?

    It uses up the server's quota: show it to nobody else.
    .label = Filing service code (备案服务号)
    .help =
        The account that bought the server applies for it at beian.aliyun.com under 备案服务号 and picks the instance. 36 characters: digits, letters a to f, four hyphens. Best copied whole.

        - Once the filing succeeds the code is spent, even if you cancel the filing later.
        - An ECS or Simple Application Server has 5 codes; renewing gives no more.
        - Called invalid? See whether it was used already or the server is about to expire.
        - Show it to nobody else; whoever has it can use it.
