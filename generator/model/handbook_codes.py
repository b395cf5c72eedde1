"""The problem codes of the handbook, of imported documents, of files and of personal data; see `problem_codes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

HANDBOOK_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "S101": ProblemCode("没有这种检查", _ERROR, "评价要点的“检查”须是程序认得的检查方式"),
        "S102": ProblemCode("检查的参数不对", _ERROR, "“参数”的键和值须合所选检查的要求"),
        "S103": ProblemCode("评价要点编号重复", _ERROR, "同一套标准里评价要点的编号不能重复"),
        "S104": ProblemCode("编号与文件名不一致", _ERROR, "文件 3-1.md 的编号须是 3.1"),
        "S105": ProblemCode("评价要点编号不在本标准之下", _ERROR, "标准 3.1 的评价要点编号须是 3.1.1、3.1.2……"),
        "S106": ProblemCode("缺少依据", _ERROR, "每项标准至少写一条依据"),
        "S107": ProblemCode(
            "标准集信息缺失或有误", _ERROR, "每套标准的 index.md 页首须写明标准集的名称、版本和适用类型"
        ),
        "S108": ProblemCode("口径写法不对", _ERROR, "口径写歧义表里的编号，如 A11"),
        "S109": ProblemCode("标准没有评价要点", _ERROR, "每项标准至少写一条评价要点"),
        "S110": ProblemCode("方面与编号不一致", _ERROR, "编号的第一个数字是方面的次序，3.1 属第三方面"),
        "S111": ProblemCode("类别与评价要点不一致", _WARNING, "定量标准的要点都是定量，定性标准的要点都是定性"),
        "S112": ProblemCode(
            "依据引的条款或方案不是本校的",
            _WARNING,
            "依据引本校方案的，条款须是原文里有的编号；引别处方案的，每套标准只说一次",
        ),
        "S113": ProblemCode("没有声明这份文件", _ERROR, "依据的“文件”须是 docs/sources.yml 里的编号，或本校方案的编号"),
        "S114": ProblemCode("没有写修订", _ERROR, "每项标准至少写一条修订，日期早的在前"),
        "S115": ProblemCode("文件编号重复", _ERROR, "docs/sources.yml 里每份文件一个编号"),
        "S116": ProblemCode("全文所在的页不存在", _ERROR, "文件的“全文”写 docs 里的一页，没有全文的不写"),
        "S117": ProblemCode("方案的编号是别的文件的", _ERROR, "本校方案的编号不能与 docs/sources.yml 里另一份文件相同"),
        "S118": ProblemCode(
            "条文登记得不对", _ERROR, "登记条文的文件写代号和条文页，每条有自己的网址，两份文件不同用一个简称"
        ),
        "S119": ProblemCode("没有登记这一条条文", _WARNING, "引到的条文在 docs/sources.yml 里没有登记，网页上不作链接"),
        "S120": ProblemCode(
            "方面的页面写得不对", _ERROR, "每个方面在 docs/aspects/ 有一页，文件名是次序，名称各不相同"
        ),
        "S121": ProblemCode("方面没有标准", _WARNING, "每个方面至少有一项标准"),
        "S122": ProblemCode("沿用的标准集不存在", _ERROR, "“沿用”写“主”，或另一套标准的文件夹名"),
        "S123": ProblemCode("标准集互相沿用", _ERROR, "甲沿用乙、乙又沿用甲，就没有一套是完整的"),
        "S124": ProblemCode("沿用的标准集里没有这一项", _ERROR, "另行规定的、不适用的，都须是沿用的那一套里有的编号"),
        "S125": ProblemCode("不适用写得不对", _ERROR, "不适用须写明理由，并且只写在沿用别的标准集的一套里"),
        "S126": ProblemCode(
            "另行规定的一项显示得比原来宽", _ERROR, "只在专人版显示结论的标准，另一套里也只在专人版显示"
        ),
        "S127": ProblemCode("两套标准同时管一类支部", _ERROR, "每一天，每一类支部只归一套标准"),
        "S128": ProblemCode("有一类支部没有适用的标准集", _WARNING, "没有适用的标准集，这类支部只列台账，没有判定"),
        "S129": ProblemCode(
            "标准集的文件夹名不对", _ERROR, "文件夹名就是网址：字母开头，只用小写字母、数字和连字符，不超过 40 个字符"
        ),
        "S130": ProblemCode(
            "检查判不了这一责任主体", _ERROR, "有的检查只看支部的台账，有的只看基层党委、学校的年度台账"
        ),
        "S131": ProblemCode("流程的编号重复或版本不接续", _ERROR, "一版里每个环节一个编号，后一版从前一版止日的次日起"),
        "S140": ProblemCode("没有这个系统", _ERROR, "标准的“系统”写方案里系统的编号，Y01 到 Y44"),
        "S141": ProblemCode("样本里没有这项标准", _ERROR, "文书样本的“标准”须是标准编号"),
        "S142": ProblemCode("依据写的要点不是本标准的", _ERROR, "依据的“要点”只写同一项标准的要点编号"),
        "S150": ProblemCode("检索的词写了两次", _ERROR, "docs/search.yml 里一个词只在一组同义词里，一组至少两个词"),
        "S151": ProblemCode(
            "检索指的一节不存在", _WARNING, "docs/search.yml 的“在”写 docs 里的一页，# 后面写那一节的编号"
        ),
        "S160": ProblemCode("修订的改前写得不对", _ERROR, "“改前”写本标准要点的编号和改以前的要求"),
        "H101": ProblemCode("没有这个插槽", _ERROR, "手册正文里插槽（slot）的名字不在可用的插槽里"),
        "H102": ProblemCode("链接的编号不存在", _ERROR, "手册正文里 [[branch:…]] 一类链接的编号须是台账里有的"),
        "H103": ProblemCode("没有这个数值", _ERROR, "手册正文里双层方括号中的数值须是可用的名字"),
        "H111": ProblemCode("页首信息读不出来", _ERROR, "MkDocs 读不出的页首信息会整段印在页上，内部说明也在里面"),
        "H112": ProblemCode(
            "导航里没有这一页", _WARNING, "mkdocs.yml 的 nav 没有写到的页不发布，草稿放在 docs 里也不会带出去"
        ),
        "H113": ProblemCode("没有一页用到这个文件", _WARNING, "docs 里没有链接指到的图片、附件不发布"),
        "H114": ProblemCode("链接或图片指向的文件不存在", _WARNING, "读者点了打不开；手册的 PDF 会因缺图停下来"),
        "H115": ProblemCode("图片没有文字说明", _WARNING, "看不见图的人读不到它，手册的 PDF 会因它停下来"),
        "H116": ProblemCode("生成正文时的警告", _WARNING, "MkDocs 生成正文时发现的，只有 zhibu check --full 才查得到"),
        "H117": ProblemCode("手册的 PDF 排不了", _WARNING, "网页上看得到，手册的 PDF 会因它停下来"),
        "H118": ProblemCode("步骤指向的页或位置不存在", _WARNING, "docs/moments.yml 里的步骤，读者点了打不开"),
        "H119": ProblemCode("时候的编号重复", _ERROR, "docs/moments.yml 里每个时候一个编号，它就是网址的末尾"),
        "H120": ProblemCode("花括号里的字印不出来", _WARNING, "Markdown 把它当成前面内容的属性，读者看不到"),
        "H121": ProblemCode(
            "正文里有脚本", _ERROR, "正文里不收脚本：script 元素、on 开头的属性、javascript: 和 data: 的链接"
        ),
        "H122": ProblemCode("图片不在本站", _ERROR, "从别处取来的图片会让别的网站知道谁在看，断网时也看不到"),
        "H123": ProblemCode(
            "链接指到自己电脑上的文件", _ERROR, "file: 和盘符开头的链接，别人打不开，还露出文件放在哪里"
        ),
        "H124": ProblemCode("嵌进了别的网页或程序", _ERROR, "正文里不收 iframe、object、embed 等嵌入的内容"),
        "H125": ProblemCode(
            "正文自带样式", _ERROR, "正文里不收 style 属性和 style、link、meta、base 元素，样式统一由主题管"
        ),
        "H126": ProblemCode("正文里有网页表单", _ERROR, "正文里不收 form、input、button 等元素，网站不收填写的内容"),
        "D101": ProblemCode("文件里没有文字", _ERROR, "要导入的文件是空的，或只有图片"),
        "D102": ProblemCode(
            "要导入的文件过大",
            _ERROR,
            "文本不超过 5 MB，Word 文件不超过 30 MB、展开后不超过 100 MB，其中文字和格式不超过 40 MB、三万段",
        ),
        "D103": ProblemCode(
            "不是文字文件", _ERROR, "只能导入 .txt、.md、.docx 和存下来的网页 .html，图片、PDF、压缩包都不行"
        ),
        "D104": ProblemCode("是旧版 Word 文件", _ERROR, "读不了 .doc，改扩展名也不顶用"),
        "D105": ProblemCode("Word 文件设有密码", _ERROR, "设了打开密码的文件读不出内容"),
        "D106": ProblemCode("Word 文件打不开", _ERROR, "文件已损坏，或不是 Word 文件"),
        "D107": ProblemCode("认不出文字编码", _ERROR, "文本文件须是 UTF-8 或 GB18030（GBK、ANSI）编码"),
        "D108": ProblemCode(
            "没有可以导入的条款", _ERROR, "手册须有编号的条款，方案须有阶段、任务分解表或写明责任单位的条款"
        ),
        "D109": ProblemCode("文件改过，没有覆盖", _ERROR, "上次导入以后有人改过这个文件，程序不覆盖别人写的内容"),
        "D110": ProblemCode("不知道是哪一年的方案", _ERROR, "标题和成文日期里都没有年份"),
        "D111": ProblemCode(
            "草稿写进了要发布的文件夹",
            _ERROR,
            "导入的是草稿，不直接写进 docs、records 和生成的网站，由人核对以后移过去",
        ),
        "D112": ProblemCode("已有正式的一份", _WARNING, "手册、台账里已有这个文件，内容与草稿不同，正式的一份没有动"),
        "D113": ProblemCode("阶段没有写全起止日期", _WARNING, "原文没有写阶段从哪天到哪天，草稿里空着，由人补上"),
        "D114": ProblemCode(
            "任务没有分到阶段", _WARNING, "原文没有分阶段，或有任务不在哪个阶段下面，由人定归到哪个阶段"
        ),
        "P101": ProblemCode("文件夹名不能作编号", _ERROR, "基层党委和支部的文件夹名就是编号和网址"),
        "P102": ProblemCode("支部编号重复", _ERROR, "支部编号在全校只能用一次"),
        "P103": ProblemCode("文件夹名是系统保留名", _ERROR, "con、nul 等在 Windows 上不能作文件夹名"),
        "P104": ProblemCode("不接受符号链接", _ERROR, "台账里的文件和文件夹须是实际存在的，不能是指向别处的链接"),
        "P105": ProblemCode("缺少文件", _ERROR, "必需的文件不在应在的位置"),
        "P106": ProblemCode("不认识的文件", _WARNING, "这个名字的文件不会被读取"),
        "P107": ProblemCode("文件读不出来", _ERROR, "没有读取权限，或磁盘、网络盘有故障"),
        "P108": ProblemCode("照片不存在", _WARNING, "写的照片文件找不到。这张照片不发布，其余照常"),
        "P109": ProblemCode(
            "照片文件名大小写不一致", _WARNING, "在 Windows 上能看到，发布到服务器就找不到。这张照片不发布，其余照常"
        ),
        "P110": ProblemCode(
            "照片路径不在支部文件夹内", _WARNING, "照片只能放在本支部的文件夹里，用 / 分隔。这张照片不发布，其余照常"
        ),
        "P111": ProblemCode(
            "照片打不开或格式不对",
            _WARNING,
            "照片只收完好的 JPEG、PNG、WebP 文件，按内容而不按扩展名认。这张照片不发布，其余照常",
        ),
        "P112": ProblemCode("照片像素过大", _WARNING, "照片不超过 5000 万像素。这张照片不发布，其余照常"),
        "P113": ProblemCode("照片文件过大", _WARNING, "照片不宜超过 150 KB"),
        "P114": ProblemCode("支部与基层党委编号相同", _WARNING, "编号相同容易认错"),
        "P115": ProblemCode(
            "该是文件的地方是别的东西", _ERROR, "该放文件的地方放了文件夹、设备或管道，或该放文件夹的地方放了文件"
        ),
        "P116": ProblemCode("两个支部同名", _WARNING, "名录、查找和提醒里分不清是哪一个"),
        "P117": ProblemCode("名字只差大小写", _ERROR, "在 Windows 和苹果电脑上是同一个名字，拷过去会互相覆盖"),
        "P121": ProblemCode(
            "文件名有英文以外的字符", _ERROR, "发布的文件名就是网址，汉字、空格在别的系统上打不开，还会带出姓名"
        ),
        "P122": ProblemCode("SVG 图里有脚本或外部引用", _ERROR, "SVG 图可以带脚本、外部文件和附带信息，网页会照着执行"),
        "P123": ProblemCode(
            "照片是符号链接", _WARNING, "照片须是实际放在这里的文件，不能是指向别处的链接。这张照片不发布，其余照常"
        ),
        "P124": ProblemCode(
            "没有安装读 HEIC 的组件", _WARNING, "苹果手机的 HEIC 照片要另装组件才读得出。这张照片不发布，其余照常"
        ),
        "P125": ProblemCode(
            "照片没有替代文字", _WARNING, "看不见照片的人靠替代文字知道画面上有什么。这张照片不发布，其余照常"
        ),
        "P126": ProblemCode("照片过多", _WARNING, "一份展示最多用 30 张照片。多出来的不发布，其余照常"),
        "V101": ProblemCode("像是身份证号", _ERROR, "身份证号不得入库"),
        "V102": ProblemCode("像是手机号", _ERROR, "手机号不得入库"),
        "V103": ProblemCode("像是银行卡号", _ERROR, "银行卡号不得入库"),
        "V104": ProblemCode("像是电子邮箱", _ERROR, "电子邮箱不得入库"),
    }
)
"""S1, H1, D1, P1 and V1."""
