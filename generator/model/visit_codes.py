"""The problem codes of visits: the schedule of a round, and plans that cannot be made; see `problem_codes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

VISIT_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "W201": ProblemCode(
            "这个支部不是观摩点", _ERROR, "接待的支部须有观摩展示（`showcase.md`），来访的人才知道看什么、怎么走"
        ),
        "W202": ProblemCode("自己看自己", _ERROR, "去的支部和接待的支部是同一个"),
        "W203": ProblemCode("一个支部在一轮里写了两次", _ERROR, "一轮里每个支部去一次；状态写“取消”的不算"),
        "W204": ProblemCode("不在这一轮的日期里", _ERROR, "行程的日期要在观摩安排的“自”和“至”之间，头尾两天算在内"),
        "W205": ProblemCode("时间的先后不对", _ERROR, "开始的时刻不早于结束的时刻"),
        "W206": ProblemCode("没有这个基层党委", _ERROR, "“各点”里的“党委”写基层党委的文件夹名"),
        "W210": ProblemCode(
            "观摩安排排不出来",
            _ERROR,
            "列出的几条放在一起没有一种排法；少了其中任何一条，其余的就排得出。程序不替人选放宽哪一条，台账没有改动",
        ),
        "W211": ProblemCode(
            "安排和这一轮的条件不合",
            _ERROR,
            "手工改过的行程里，有的不合批次、名额、类型、党委、日期等条件。另约在开放时段以外不算错",
        ),
        "W212": ProblemCode("还没有排上", _WARNING, "这一轮里还有支部没有去处，或有观摩点接待得不够"),
        "W213": ProblemCode(
            "商定的一天已过，没有登记", _WARNING, "商定的一天过了，“交叉观摩”里没有这一次；没有记录不等于没有去"
        ),
    }
)
