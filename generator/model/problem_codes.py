"""Every problem code: its title, how grave it is and what it means.  `docs/problems.md` has a section for each.

R0 the form of a YAML file · R1 fields and their values · R2 sense across records · S1 standards · H1 prose of
the handbook · D1 official documents that are read in · P1 paths, files and photos · T1 workbooks and tables · V1 patterns
of personal data · C1 setting up · M1 rows that are merged into registers · N1 notes · N2 visit
notes · W1 showcases · W2 visits · W3 what is conferred and funded · A1 考核验收.

A code never changes its meaning and is never used again for another one.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.appraisal_codes import APPRAISAL_CODES
from generator.model.handbook_codes import HANDBOOK_CODES
from generator.model.honour_codes import HONOUR_CODES
from generator.model.merge_codes import MERGE_CODES
from generator.model.note_codes import NOTE_CODES
from generator.model.problem import Problem, ProblemCode, Severity
from generator.model.record import Source
from generator.model.showcase_codes import SHOWCASE_CODES
from generator.model.showcase_paper_codes import SHOWCASE_PAPER_CODES
from generator.model.slip_codes import SLIP_CODES
from generator.model.start_codes import START_CODES
from generator.model.visit_codes import VISIT_CODES
from generator.model.workbook_codes import WORKBOOK_CODES

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING


CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "R001": ProblemCode("文件不是 UTF-8 编码", _ERROR, "台账一律用 UTF-8 编码保存，GBK（ANSI）文件读出来是乱码"),
        "R002": ProblemCode("文件是 UTF-16 编码", _ERROR, "记事本的“Unicode”就是 UTF-16，台账须用 UTF-8"),
        "R003": ProblemCode("不是文本文件", _ERROR, "文件里有二进制内容，多半是把表格或图片改了扩展名"),
        "R004": ProblemCode("文件过大", _ERROR, "一个台账文件不超过 5 MB，超过的多半放错了内容"),
        "R005": ProblemCode("写法有误，读不下去", _ERROR, "缩进、冒号、破折号或引号不合 YAML 写法，从这里起读不下去"),
        "R006": ProblemCode("用了 Tab 缩进", _ERROR, "YAML 只认空格缩进"),
        "R007": ProblemCode("用了全角冒号", _ERROR, "键和值之间须用半角冒号加一个空格"),
        "R008": ProblemCode("冒号后缺空格", _ERROR, "冒号后没有空格时，整行会被当成一段文字"),
        "R009": ProblemCode("用了全角空格或不间断空格缩进", _ERROR, "看上去是缩进，实际成了键名的一部分"),
        "R010": ProblemCode("有看不见的字符", _ERROR, "零宽字符多从网页或聊天记录粘贴而来，会使键名、姓名对不上"),
        "R011": ProblemCode("有改变文字方向的字符", _ERROR, "双向控制符会使看到的文字与实际内容不同"),
        "R012": ProblemCode("有控制字符", _ERROR, "控制字符和特殊换行符会使行号、内容错乱"),
        "R013": ProblemCode("同一个键写了两次", _ERROR, "同一处的键只能写一次，否则后写的会悄悄盖掉先写的"),
        "R014": ProblemCode("用了锚点或引用", _ERROR, "台账不用 YAML 的锚点（&）和引用（*），每条记录自己写全"),
        "R015": ProblemCode("用了合并键", _ERROR, "台账不用 YAML 的合并键（<<），每条记录自己写全"),
        "R016": ProblemCode("用了标签", _ERROR, "台账里以 ! 开头的 YAML 标签一律不认，也不会执行"),
        "R017": ProblemCode("一个文件里有两份文档", _ERROR, "独占一行的 --- 或 ... 把文件分成了两份，后一份不会被读"),
        "R018": ProblemCode("空文件", _WARNING, "文件里没有内容或只有注释"),
        "R019": ProblemCode("整个文件不是“键: 值”", _ERROR, "台账文件的最外层须是一行一个“键: 值”"),
        "R020": ProblemCode("嵌套过深", _ERROR, "层层嵌套超过 32 层，多半是括号写错"),
        "R021": ProblemCode("键不是一个词", _ERROR, "冒号前面须是一个词，不能是空的，也不能是括号"),
        "R022": ProblemCode("“ #”把文字截断了", _WARNING, "空格加井号之后的内容会当作注释丢掉"),
        "R023": ProblemCode("一行里有第二个冒号", _ERROR, "值里又有“冒号加空格”，须给整个值加引号"),
        "R024": ProblemCode("开头的符号须加引号", _ERROR, "以 @ * & ! % ` 开头的文字在 YAML 里另有含义"),
        "R025": ProblemCode("引号或括号不成对", _ERROR, "引号、方括号、花括号没有配对，或中间缺了逗号"),
        "R026": ProblemCode("缺少页首信息", _ERROR, "这份 Markdown 的开头须有一段夹在两行 --- 之间的内容"),
        "R027": ProblemCode("有私用区或没有定义的字符", _ERROR, "这样的字符只在造它的那台电脑上是字，别处是空白或方框"),
        "R028": ProblemCode("PDF 的字体里没有这个字", _WARNING, "网页上看得到，支部档案和手册的 PDF 会因它停下来"),
        "R101": ProblemCode("缺少必填的键", _ERROR, "这一条记录少了一个必填项"),
        "R102": ProblemCode("没有这个键", _ERROR, "键名写错了，或这个键不该写在这里"),
        "R103": ProblemCode("实到大于应到", _ERROR, "实到人数不会多于应到人数"),
        "R104": ProblemCode("不在可选的值里", _ERROR, "这一项只能从规定的几个值里选"),
        "R105": ProblemCode("日期写法不对", _ERROR, "日期一律写“年-月-日”：四位年、两位月、两位日"),
        "R106": ProblemCode("没有这一天", _ERROR, "日历上没有这个日期"),
        "R107": ProblemCode("不是非负整数", _ERROR, "人数、票数、次数写阿拉伯数字，不带单位"),
        "R108": ProblemCode("不是学时数", _ERROR, "学时写数字，最多两位小数"),
        "R109": ProblemCode("应写“是”或“否”", _ERROR, "这一项只写“是”或“否”"),
        "R110": ProblemCode("没有填内容", _ERROR, "写了键而冒号后面是空的"),
        "R111": ProblemCode("应写一段文字", _ERROR, "这里该写文字，却写成了列表或下级内容"),
        "R112": ProblemCode("应写下级的“键: 值”", _ERROR, "这里该写一组“键: 值”，却写成了文字或列表"),
        "R113": ProblemCode("应写成列表", _ERROR, "这里该写列表：一行一个“- ”，或放在方括号里"),
        "R114": ProblemCode("编号写法不对", _ERROR, "编号只用小写字母、数字和连字符，不超过 40 个字符"),
        "R115": ProblemCode("内容不合要求", _ERROR, "内容不在这一项允许的范围内"),
        "R116": ProblemCode("缺席人数对不上", _WARNING, "请假、未请假之和应等于应到减实到"),
        "R117": ProblemCode("月份写法不对", _ERROR, "月份写“年-月”：四位年、两位月"),
        "R118": ProblemCode(
            "这一类活动缺少内容", _ERROR, "会议要有议题，党课要有题目，主题党日要有主题，党小组会要写明党小组"
        ),
        "R119": ProblemCode("这一类活动不填这一项", _ERROR, "党课、主题党日、党小组三项只有相应类型的活动才填"),
        "R120": ProblemCode(
            "表决票数对不上", _ERROR, "赞成、反对、弃权之和不会多于到会加会前书面意见，到会不会多于有表决权的人数"
        ),
        "R121": ProblemCode(
            "选举票数对不上", _ERROR, "收回票不会多于发出票，得票不会多于收回票，实到不会多于应到，当选不会多于应选"
        ),
        "R122": ProblemCode("“自”晚于“至”", _ERROR, "起始日不会晚于终止日"),
        "R123": ProblemCode("类型重复", _WARNING, "同一次活动的同一类型只写一次"),
        "R124": ProblemCode("这一类表决不计书面意见", _WARNING, "会前书面意见只在接收预备党员、预备党员转正时计票"),
        "R131": ProblemCode("时间写法不对", _ERROR, "时间写成 14:30-16:10：24 小时制，只写一个时刻也可以"),
        "R132": ProblemCode("没有这个时刻，或结束早于开始", _ERROR, "小时到 23，分钟到 59，结束须晚于开始"),
        "R133": ProblemCode("文字过长", _ERROR, "名称、姓名、标题不超过 100 个字，其他一项文字不超过 2000 个字"),
        "R201": ProblemCode("日期早于支部成立", _ERROR, "支部成立以前不会有这个支部的记录"),
        "R202": ProblemCode("日期晚于支部撤销", _WARNING, "支部撤销以后的记录不作依据"),
        "R203": ProblemCode("日期晚于截至日", _WARNING, "截至日之后的记录不作依据"),
        "R204": ProblemCode("日期不在这一年的台账里", _ERROR, "台账按归属年度记，日期须在当年，或在次年的截止日以前"),
        "R205": ProblemCode("同一天有两行", _ERROR, "按日期排列的名单里，同一天只能有一行"),
        "R206": ProblemCode("没有按日期先后排列", _WARNING, "按日期排列的名单，早的在前"),
        "R207": ProblemCode("当天没有这个党小组", _ERROR, "活动里写的党小组须在支部概况里，并且当天存在"),
        "R208": ProblemCode("任期重叠", _WARNING, "同一时间只有一位书记，同名党小组的两段时间不应重叠"),
        "R209": ProblemCode("起始日早于支部成立", _WARNING, "任期、人数、党小组、覆盖单位的起始日不应早于支部成立"),
        "R210": ProblemCode("支委里没有这个职务", _ERROR, "学时按职务登记，职务和任期须与支部概况的支委一致"),
        "R211": ProblemCode("同一职务换过人而没有写明任期", _WARNING, "一年里换过人的职务，各写一行并写“自”"),
        "R212": ProblemCode("学时人数多于党员人数", _WARNING, "登记学时的人数之和不应多于支部党员人数"),
        "R213": ProblemCode("没有这个评价要点", _ERROR, "评定里的要点须是标准里的评价要点编号"),
        "R214": ProblemCode("台账核对至晚于截至日", _WARNING, "晚于截至日的核对按截至日算"),
        "R215": ProblemCode("撤销早于成立", _ERROR, "支部的撤销日不会早于成立日"),
        "R216": ProblemCode("没有这项标准", _ERROR, "观摩展示里看点和带走的标准须是标准编号"),
        "R217": ProblemCode("审批记录缺失或不在期内", _WARNING, "没有有效审批的内容不进公开版"),
        "R218": ProblemCode(
            "人像照片没有肖像同意", _WARNING, "照片里有人像的，须先取得同意并写明。这张照片不发布，其余照常"
        ),
        "R219": ProblemCode("路线的分钟是 0", _WARNING, "每一站写明大约要几分钟"),
        "R220": ProblemCode("专人版的评定写错了地方", _ERROR, "2.5、7.3 的评定须写在专人评定下，别的版别才不会带出"),
        "R221": ProblemCode("方案的年度与文件名不一致", _ERROR, "方案按年度存放，文件名就是方案里的年度"),
        "R222": ProblemCode("方案的条款重复", _ERROR, "方案里每个阶段、每项任务的条款只写一次"),
        "R223": ProblemCode(
            "任务不在阶段的条款之下", _ERROR, "阶段三（一）的任务是三（一）1、三（一）2……，或更下一级的三（一）1（1）"
        ),
        "R224": ProblemCode("方案里的标准不存在", _ERROR, "任务里的标准须是标准编号"),
        "R225": ProblemCode("不认识的责任单位", _WARNING, "责任单位须在学校的责任单位及别名里，或写明是条件子集"),
        "R226": ProblemCode("签收多于应发", _ERROR, "签收的人数不会多于应发的人数"),
        "R227": ProblemCode("方案原文里没有这一条", _WARNING, "阶段和任务的条款须是方案原文里有的编号"),
        "R228": ProblemCode("方案里的方面不存在", _WARNING, "目标里的方面须是手册的方面"),
        "R230": ProblemCode("推进计划的环节没有按先后排列", _ERROR, "经过一步一行，后一步的日期不会早于前一步"),
        "R231": ProblemCode("没有退回就再次报送", _ERROR, "再次报送须在首次报送并被退回以后，退回几次就再报几次"),
        "R232": ProblemCode("没有报送就审核通过", _ERROR, "审核通过之前须有首次报送"),
        "R233": ProblemCode("首次报送写了两次", _ERROR, "首次报送只有一次，期限按它算，以后的是再次报送"),
        "R234": ProblemCode("审核通过之后又有环节", _WARNING, "审核通过是最后一步"),
        "R235": ProblemCode("对策里没有这项标准", _ERROR, "对策里的标准须是标准编号"),
        "R236": ProblemCode("对策的日期早于这一年", _ERROR, "对策写在归属年度的台账里，期限和完成不会早于当年"),
        "R237": ProblemCode("对策写了只在专人版显示的标准", _ERROR, "2.5、7.3 的情况不写进对策，别的版别才不会带出"),
        "R241": ProblemCode("应到与当日人数不一致", _WARNING, "应到按当日的党员人数减不计入，支委会按在任名单"),
        "R242": ProblemCode("选举口径写在了别处", _ERROR, "“选举口径”的不计入只用于选举"),
        "R243": ProblemCode("届期不是 3 年", _WARNING, "2018 年 7 月起当选的，每届 3 年"),
        "R245": ProblemCode(
            "评定写错了地方", _ERROR, "支部的要点在支部台账里评，基层党委、学校的事项各在自己的文件里评一次，各支部引用"
        ),
        "R246": ProblemCode("存续不短的支部写了不评", _WARNING, "只有本年度存续不足 3 个月的支部可由基层党委定为不评"),
        "R247": ProblemCode("没有要并入的支部", _ERROR, "“并入”写本基层党委里接收支部的文件夹名"),
        "R250": ProblemCode(
            "内容在审批以后改过", _WARNING, "审批管的是定稿：改过一个字，公开版里就没有这一项，须重新审批"
        ),
        "R251": ProblemCode("数说与台账不符", _WARNING, "数说是审批时从台账数出来的，之后台账改过"),
        "R252": ProblemCode(
            "评定写给了由台账判的要点", _WARNING, "要点改由台账判以后，人写的评定不再作依据，不能留着当结论"
        ),
        "R253": ProblemCode("同一要点评了两次", _WARNING, "一个支部的一个要点，成批评定的和支部台账里的只留一处"),
        "R254": ProblemCode("留存的定稿与审批对不上", _WARNING, "留存的是审批时的全文，用来指出以后改了哪一句"),
        "R260": ProblemCode("这一年没有登记假期", _WARNING, "没有假期表，整月放假没有开的会照缺项判"),
        "R261": ProblemCode("这一年没有方案", _WARNING, "没有当年的方案，方案的任务、期限和推进计划一概不判"),
        "R262": ProblemCode("截至日离所有台账很远", _WARNING, "截至日多半是从别处抄来没有改，台账都不作依据或都已过期"),
        "R263": ProblemCode("联合活动的参加支部不对", _WARNING, "参加的支部各写一行，至少两个支部"),
        "R264": ProblemCode("联合活动的人多于支部党员", _WARNING, "一个支部的应到不应多于当天的党员人数"),
        "R265": ProblemCode("联合活动又记了一遍", _WARNING, "联合活动只记在基层党委台账里，支部台账再记就计了两次"),
        "R266": ProblemCode("这一类活动不能联合", _ERROR, "支部的会议各开各的，各记各的人数、议题和表决"),
        "R271": ProblemCode(
            "台账文字里写了姓名", _WARNING, "台账各项写职务不写姓名，姓名只写在支部概况的支委和党小组里"
        ),
        "R272": ProblemCode(
            "党总支写了审批权限", _ERROR, "党总支只审议，不能审批；发展党员的各环节由有审批权限的党委办"
        ),
        "R273": ProblemCode(
            "步骤的次序倒了", _WARNING, "组织生活会、民主评议各有次序，后一步不会早于前一步，每一步只写一次"
        ),
        "R274": ProblemCode(
            "台账里没有议定的会议", _WARNING, "学习计划、履职清单由支委会或支部党员大会议定，那一天的会要在台账里"
        ),
        "R275": ProblemCode("领导干部人数对不上", _WARNING, "活动里领导干部的应到，不多于支部概况里当天的党员领导干部"),
        "R276": ProblemCode("宣誓人数大于实到", _ERROR, "宣誓的新预备党员都在场，计入实到"),
        "R277": ProblemCode("录入早于活动", _ERROR, "活动以后才录入台账"),
        "R278": ProblemCode(
            "谈心计数对不上", _WARNING, "计数从年初累计，后一行不会少于前一行；已谈不多于应谈，也不多于党员人数"
        ),
        "R281": ProblemCode(
            "名册核对的人数与支部概况不一致", _WARNING, "核对那天名册上的人数应与支部概况的党员人数相同"
        ),
        "R282": ProblemCode("回执人数对不上", _ERROR, "回执人数不会多于这一批的人数；写了回执齐日期的，回执应齐"),
        "R283": ProblemCode("交党费的人多于应交的人", _ERROR, "实交人数加补交人数不会多于应交人数"),
        "R284": ProblemCode("同一个月的党费写了两行", _ERROR, "党费交纳一个月一行，补交写在当月那一行里"),
        "R285": ProblemCode("应交党费的人多于党员", _WARNING, "应交人数不应多于当月最多时的党员人数"),
        "R286": ProblemCode("后一步的日期早于前一步", _ERROR, "回执、核查、补正、归档、答复、补交都在它前一步以后"),
        "R287": ProblemCode(
            "毕业生材料的份数对不上", _ERROR, "已核查、已归档不多于应核查，有缺漏不多于已核查，已补正不多于有缺漏"
        ),
        "R288": ProblemCode(
            "不在本地的人多于名册上的人", _ERROR, "流动、出国（境）、未落实单位、失去联系的各不会多于名册人数"
        ),
        "R289": ProblemCode("参加培训的人多于党员", _WARNING, "一个班次里本支部参加的人数不应多于当天的党员人数"),
        "R290": ProblemCode("班次登记了两遍", _WARNING, "主办单位已经登记本支部人数的班次，支部不再登记，只计一次"),
        "R291": ProblemCode(
            "没有这个支部", _ERROR, "学校、基层党委的台账写到支部时写文件夹名；基层党委的台账只写所属的支部"
        ),
        "R292": ProblemCode(
            "活动的支部不是联系支部", _ERROR, "领导联系支部的活动只写在“联系支部”里的支部，别的支部先补进去"
        ),
        "R293": ProblemCode("上年结余与上年的账不一致", _ERROR, "上年结余就是上年台账年末的结余，一分不差"),
        "R302": ProblemCode("支部那时已经撤销", _WARNING, "台账里的支部须在那一天还存在"),
        "R303": ProblemCode("销号早于发现", _ERROR, "问题先查出、后销号"),
        "R304": ProblemCode("同一编号、同一月份写了两次", _ERROR, "一栏里的编号、月份、支部只写一次，别处才引用得准"),
        "R305": ProblemCode("方案里没有这项任务", _WARNING, "特色活动的“条款”须是当年方案里任务的条款"),
        "R306": ProblemCode("表彰对象写得不对", _ERROR, "先进党支部写支部，优秀个人只写人数"),
        "R307": ProblemCode("表彰没有文号", _WARNING, "已表彰的有文件，写文号"),
        "R308": ProblemCode("分母多于支部数", _ERROR, "倒序管理的分母是参加排序的支部数，不多于全校的支部"),
        "R309": ProblemCode("抽到的支部不属于所写的类别", _ERROR, "抽验按类别抽，抽到的支部须是这几类的"),
        "R310": ProblemCode("培训人数多于支部党员人数", _WARNING, "一个班次里一个支部的人数，不多于它当天的党员"),
        "R294": ProblemCode("一个支部写了两行", _ERROR, "考核验收一个支部一行，几步的日期写在同一行里"),
        "R295": ProblemCode(
            "双带头人的合计对不上", _ERROR, "合计不多于名单内的支部数；写了认定表的，合计就是到那一天认定的支部数"
        ),
        "R321": ProblemCode(
            "流程里没有这个环节", _ERROR, "环节写 docs/development.yml 里的编号；流程自己的次序、期限只写同一版的"
        ),
        "R322": ProblemCode("环节早于它的前一环节", _WARNING, "次序颠倒的多半是日期写错；确是先办的，判定里照写"),
        "R324": ProblemCode("环节的内容不相配", _ERROR, "结果是延长的才写延长月数，已归的份数不会多于应归的"),
        "R325": ProblemCode("名册与党员人数对不上", _WARNING, "同一天的名册和支部概况应写同样的人数"),
        **APPRAISAL_CODES,
        **HANDBOOK_CODES,
        **HONOUR_CODES,
        **MERGE_CODES,
        **SHOWCASE_CODES,
        **SHOWCASE_PAPER_CODES,
        **SLIP_CODES,
        **START_CODES,
        **WORKBOOK_CODES,
        **NOTE_CODES,
        **VISIT_CODES,
    }
)


def report(code: str, source: Source, message: str, hint: str) -> Problem:
    """A problem of that code, as grave as the table says; `message` has no full stop, `hint` is a whole sentence."""
    return Problem(source, code, CODES[code].severity, message, hint)
