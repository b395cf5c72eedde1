"""The problem codes of showcases (观摩展示); see `problem_codes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_WARNING = Severity.WARNING

SHOWCASE_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "W101": ProblemCode("观摩展示写得太长", _WARNING, "观摩页要在手机上两分钟读完"),
        "W102": ProblemCode(
            "正文的标题不合规定",
            _WARNING,
            "正文的标题和次序是固定的：起点、做法、步骤与时间、代价、结果、没做成、还在改，适合谁、不适合谁",
        ),
        "W103": ProblemCode("正文少了必写的一节", _WARNING, "没做成的、不适合谁必须写，来访者最怕只看到好的一面"),
        "W104": ProblemCode("看点不是三到五个", _WARNING, "看点少了不值一趟，多了看不过来"),
        "W105": ProblemCode("路线走不下来", _WARNING, "路线是三到五站，不超过 90 分钟，最后一站留给交流"),
        "W106": ProblemCode("路线里没有这一站", _WARNING, "看点的站点须是路线里的一站"),
        "W107": ProblemCode("照片放在没有的地方", _WARNING, "照片放在封面、怎么到、图集、正文的一节，或路线的一站"),
        "W108": ProblemCode("开放时段没有写全", _WARNING, "写不全的时段推不出日子，不进开放日和日历"),
        "W109": ProblemCode("座机不能公开", _WARNING, "号码须是座机，并且本单位已经公开过，观摩页才写"),
        "W110": ProblemCode("暂停没有说清", _WARNING, "暂停须有一句说明；写了说明的，方式须是暂停"),
        "W111": ProblemCode("带走的东西拿不到", _WARNING, "带走的是本站的一张空表，或者支部附的一个文件，两样写一样"),
        "W112": ProblemCode("附件不能用", _WARNING, "附件放在支部文件夹的 files/ 里，是 .docx、.xlsx 或 .pdf"),
        "W113": ProblemCode("荣誉与学校台账不一致", _WARNING, "荣誉的级别、状态、文号以学校台账的选树和表彰为准"),
    }
)
