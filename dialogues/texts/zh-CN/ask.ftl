# 回答问题时，答案前后的话。答案本身在 answers.ftl。

ask-sources = 来源：{ $sources }
ask-province-says = { $province }（会有变动，以管局的答复为准）：
ask-law = 依据：{ $law }
ask-which = 你想问的是哪一个？
# 在别的聊天里给出的答案上方：去私聊的入口。
inline-private = 去私聊里问
ask-more-hint = 想看细节，加 `--more` 再问一次。
ask-unknown =
    这个我答不上来，不想乱说。

    换个说法再问一次，或发 `/human` 请人来答；阿里云客服是 95187，各省的规则以当地通信管理局的答复为准。
ask-not-forging =
    这个我不能帮：材料要真实，证件和营业执照要是主体自己的。虚假的材料会被退回；备案成功后查出来的，管局会关掉网站、注销备案。

    缺材料有正当的办法：告诉我缺哪一样，我说怎么补；也可以发 `/human` 找人帮忙。
ask-not-dodging =
    这个我不能帮：绕开审核、买卖或借用备案，信息就不真实，查出来管局会关掉网站、注销备案。

    正当的办法并不慢：自己的域名，用自己的主体备案，不收费，初审一两个工作日，管局审核一般二十个工作日以内。要我带你走一遍，发 `/new`。
ask-not-injection = 我只回答网站备案的问题，不照别的指令做，也不透露内部的东西。想问备案，直接问就好；要找人，发 `/human`。
ask-how = 直接问就行，比如：`/ask 杭州备案要短信核验吗`。想翻着看，发 `/faq`。

nav-ask = 问：{ $topic }
nav-meant = 这就是我的回答
nav-more = 看细节

topics-groups = 想了解哪一方面？也可以直接打字问。
topics-which = 选一条看：

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
