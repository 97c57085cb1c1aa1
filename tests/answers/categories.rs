//! Businesses of each pre-approval category, typed in by hand.

/// The topic that answers, the category, and what people say they do.
pub(crate) type Row = (&'static str, &'static str, [&'static str; 8]);

pub(crate) const CATEGORIES: [Row; 13] = [
    (
        "pre-approval.news",
        "news",
        ["时政新闻网站", "转载国际新闻的门户", "突发事件报道的网站", "军事新闻和评论站", "发布经济新闻的网站", "a political news portal", "a site reprinting world news", "a current affairs commentary site"],
    ),
    (
        "pre-approval.publishing",
        "publishing",
        ["网络小说阅读网站", "卖电子书的网站", "在线期刊数据库", "电子图书下载站", "有声书和电子杂志网站", "an e-book store", "a web novel platform", "an online academic journal"],
    ),
    (
        "pre-approval.medicine",
        "medicine",
        ["网上药店", "卖隐形眼镜的网站", "医疗器械销售平台", "卖血压计和血糖仪", "处方药信息网站", "an online pharmacy", "selling contact lenses online", "a medical device catalogue with prices"],
    ),
    (
        "pre-approval.culture",
        "culture",
        ["在线音乐付费网站", "动漫网站", "秀场直播平台", "艺术品在线拍卖", "卖演出视频的网络表演网站", "a paid music streaming site", "an online art auction", "a live performance streaming platform"],
    ),
    (
        "pre-approval.broadcast",
        "broadcast",
        ["短视频平台", "播客平台", "在线看电影的网站", "网络电台", "电视剧点播网站", "a podcast platform", "a movie streaming site", "an internet radio station"],
    ),
    (
        "pre-approval.education",
        "education",
        ["网校", "远程学历教育网站", "自考文凭网站", "网络大学", "成人学历在线报名学习", "an online university", "a distance learning degree site", "an online school granting diplomas"],
    ),
    (
        "pre-approval.health",
        "health",
        ["诊所网站", "医院官网带问诊", "牙科门诊网站", "体检中心网站", "中医馆的网站", "a dental clinic website", "a hospital website", "an online doctor consultation site"],
    ),
    (
        "pre-approval.ride-hailing",
        "ride-hailing",
        ["网约车平台", "网上叫车网站", "顺风车平台", "专车预约网站", "拼车网站", "a ride-hailing platform", "a taxi booking site for private drivers", "a carpooling platform"],
    ),
    (
        "pre-approval.bulletin-board",
        "bulletin-board",
        ["论坛", "贴吧一样的社区", "带评论区的网站", "聊天室", "留言板", "a discussion forum", "a bulletin board", "a chat room site"],
    ),
    (
        "pre-approval.which",
        "games",
        ["网络游戏网站", "手游下载平台", "棋牌游戏", "网页游戏", "小游戏合集站", "an online game site", "a mobile game download site", "a browser game portal"],
    ),
    (
        "pre-approval.which",
        "finance",
        ["P2P网贷平台", "众筹网站", "第三方支付平台", "基金销售网站", "网络小额贷款", "a P2P lending site", "a crowdfunding platform", "a fund sales website"],
    ),
    (
        "pre-approval.which",
        "tutoring",
        ["中小学课外辅导网站", "校外培训机构网站", "K12在线补习", "奥数补习班网站", "学科类培训网站", "an after-school tutoring site", "a K12 tutoring platform", "a cram school website"],
    ),
    (
        "pre-approval.which",
        "religion",
        ["寺庙的网站", "佛教讲经网站", "教会网站", "在线祈福网站", "道观官网", "a temple website", "a church website", "a buddhist sutra site"],
    ),
];
