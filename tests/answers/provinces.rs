//! Names of all provinces, typed in by hand, and whether SMS verification was asked there on 2019-09-16.

/// Code, on the list of 2019, then Chinese and English: the name, two cities, another name.
pub(crate) type Row = (&'static str, bool, [&'static str; 4], [&'static str; 4]);

pub(crate) const PROVINCES: [Row; 31] = [
    ("11", false, ["北京", "北京市", "海淀", "帝都"], ["Beijing", "Haidian", "Chaoyang District", "Peking"]),
    (
        "12",
        true,
        ["天津", "天津市", "滨海新区", "津门"],
        ["Tianjin", "Binhai New Area", "Tanggu", "Tientsin"],
    ),
    (
        "13",
        false,
        ["河北", "石家庄", "唐山", "河北省"],
        ["Hebei", "Shijiazhuang", "Baoding", "hebei province"],
    ),
    ("14", true, ["山西", "太原", "大同", "山西省"], ["Shanxi", "Taiyuan", "Datong", "shanxi province"]),
    ("15", true, ["内蒙古", "呼和浩特", "包头", "内蒙"], ["Inner Mongolia", "Hohhot", "Baotou", "Neimenggu"]),
    (
        "21",
        false,
        ["辽宁", "沈阳", "大连", "辽宁省"],
        ["Liaoning", "Shenyang", "Dalian", "liaoning province"],
    ),
    ("22", false, ["吉林", "长春", "延边", "吉林省"], ["Jilin", "Changchun", "Siping", "jilin province"]),
    (
        "23",
        true,
        ["黑龙江", "哈尔滨", "大庆", "冰城"],
        ["Heilongjiang", "Harbin", "Daqing", "heilongjiang province"],
    ),
    (
        "31",
        false,
        ["上海", "上海市", "浦东", "魔都"],
        ["Shanghai", "Pudong", "Minhang", "shanghai municipality"],
    ),
    ("32", false, ["江苏", "南京", "苏州", "江苏省"], ["Jiangsu", "Nanjing", "Suzhou", "jiangsu province"]),
    ("33", true, ["浙江", "杭州", "宁波", "浙江省"], ["Zhejiang", "Hangzhou", "Ningbo", "zhejiang province"]),
    ("34", true, ["安徽", "合肥", "芜湖", "安徽省"], ["Anhui", "Hefei", "Wuhu", "anhui province"]),
    (
        "35",
        true,
        ["福建", "福州", "厦门", "福建省"],
        ["Fujian", "Fuzhou, Fujian", "Xiamen", "fujian province"],
    ),
    (
        "36",
        false,
        ["江西", "南昌", "九江", "江西省"],
        ["Jiangxi", "Nanchang", "Jiujiang", "jiangxi province"],
    ),
    ("37", true, ["山东", "济南", "青岛", "泉城"], ["Shandong", "Jinan", "Qingdao", "shandong province"]),
    ("41", true, ["河南", "郑州", "洛阳", "河南省"], ["Henan", "Zhengzhou", "Luoyang", "henan province"]),
    ("42", true, ["湖北", "武汉", "宜昌", "江城武汉"], ["Hubei", "Wuhan", "Yichang", "hubei province"]),
    ("43", true, ["湖南", "长沙", "株洲", "星城长沙"], ["Hunan", "Changsha", "Zhuzhou", "hunan province"]),
    ("44", false, ["广东", "广州", "深圳", "羊城"], ["Guangdong", "Guangzhou", "Shenzhen", "Canton"]),
    (
        "45",
        true,
        ["广西", "南宁", "桂林", "广西壮族自治区"],
        ["Guangxi", "Nanning", "Guilin", "guangxi region"],
    ),
    ("46", true, ["海南", "海口", "三亚", "海南省"], ["Hainan", "Haikou", "Sanya", "hainan island"]),
    (
        "50",
        true,
        ["重庆", "重庆市", "渝北", "山城重庆"],
        ["Chongqing", "chongqing city", "Chongqing Shi", "Chungking"],
    ),
    ("51", true, ["四川", "成都", "绵阳", "蓉城"], ["Sichuan", "Chengdu", "Mianyang", "Szechuan"]),
    ("52", false, ["贵州", "贵阳", "遵义", "贵州省"], ["Guizhou", "Guiyang", "Zunyi", "guizhou province"]),
    ("53", true, ["云南", "昆明", "大理", "春城昆明"], ["Yunnan", "Kunming", "Lijiang", "yunnan province"]),
    ("54", true, ["西藏", "拉萨", "日喀则", "西藏自治区"], ["Tibet", "Lhasa", "Shigatse", "Xizang"]),
    ("61", true, ["陕西", "西安", "咸阳", "陕西省"], ["Shaanxi", "Xi'an", "Xianyang", "shaanxi province"]),
    ("62", true, ["甘肃", "兰州", "天水", "甘肃省"], ["Gansu", "Lanzhou", "Tianshui", "gansu province"]),
    ("63", true, ["青海", "西宁", "海东", "青海省"], ["Qinghai", "Xining", "Haidong", "qinghai province"]),
    (
        "64",
        true,
        ["宁夏", "银川", "石嘴山", "宁夏回族自治区"],
        ["Ningxia", "Yinchuan", "Guyuan", "ningxia region"],
    ),
    (
        "65",
        true,
        ["新疆", "乌鲁木齐", "喀什", "新疆维吾尔自治区"],
        ["Xinjiang", "Urumqi", "Kashgar", "xinjiang region"],
    ),
];
