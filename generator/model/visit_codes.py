"""The problem codes of visits: the schedule of a round, and plans that cannot be made; see `problem_codes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

VISIT_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "W201": ProblemCode("这个支部不是观摩点", _ERROR, "接待的支部须有观摩展示（showcase.md）"),
        "W202": ProblemCode("自己看自己", _ERROR, "去的支部和接待的支部是同一个"),
        "W203": ProblemCode("一个支部在一轮里写了两次", _ERROR, "一轮里每个支部去一次；取消的不算"),
        "W204": ProblemCode("不在这一轮的日期里", _ERROR, "行程的日期在观摩安排的“自”和“至”之间"),
        "W205": ProblemCode("时间的先后不对", _ERROR, "开始的时刻早于结束的时刻"),
        "W206": ProblemCode("没有这个基层党委", _ERROR, "“党委”写基层党委的文件夹名"),
        "W210": ProblemCode("观摩安排排不出来", _ERROR, "列出的几条放在一起没有一种排法，少了其中任何一条就排得出"),
        "W211": ProblemCode("安排和这一轮的条件不合", _ERROR, "手工改过的行程里，有的不合批次、类型、日期等条件"),
        "W212": ProblemCode("还没有排上", _WARNING, "这一轮里还有支部没有去处，或有观摩点没有人来"),
        "W213": ProblemCode("商定的一天已过，没有登记", _WARNING, "去过的记在“交叉观摩”里，没有去成的状态写“取消”"),
    }
)
