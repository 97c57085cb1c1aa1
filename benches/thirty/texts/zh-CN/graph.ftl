# `beian graph` 画图时，图周围的文字。

graph-title = 流程图
graph-legend =
    每张图按顺序画出一个环节里的问题。“当”后面是问这个问题的条件：哪些回答或事实；条件不成立就跳过。方框是问题，圆角框是要读过并确认的提示。六边形是必须先解决的停止点，会重新询问引起它的问题；两头圆的框表示备案到此为止，或进入另一个环节。虚线框列出这里用到的事实，以及每个事实由哪些回答得出。
graph-overview = 总览
graph-when = 当 { $when }
graph-optional = 可选
graph-personal = 个人信息
graph-reopens = 重新询问：{ $fields }
graph-any = 任何环节
graph-beside = 并行
graph-each = { $count } 个类别各一个
