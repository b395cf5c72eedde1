"""The problem codes of 考核验收, of draws and of nominations; see `problem_codes`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

APPRAISAL_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "A101": ProblemCode("后一步做了，前一步没有登记", _WARNING, "自评、群众测评、复评一步接一步，跳过的点名"),
        "A102": ProblemCode("抽验的支部还没有复评", _WARNING, "抽验看的是复评站不站得住，抽到的支部先有复评"),
        "A103": ProblemCode("测评的份数对不上", _ERROR, "收回不多于发出，各选项和无效的合起来不多于收回"),
        "A104": ProblemCode("收回不足 10 份，写了分项的结果", _ERROR, "份数太少看得出是谁投的，分项的不留"),
        "A105": ProblemCode("同一支部写了两行", _ERROR, "群众测评、复评意见、述职评议意见、抽验意见一个支部一行"),
        "A106": ProblemCode("日期与登记的步骤不一致", _WARNING, "材料的日期就是年度台账“考核验收”里那一步的日期"),
        "A107": ProblemCode("名单的摘要对不上", _ERROR, "公布以后名单改过，或摘要不是由这份名单算出的"),
        "A108": ProblemCode("没有先公布再抽签", _ERROR, "名单、摘要和种子来源先公布，种子后定，再抽签"),
        "A109": ProblemCode("抽到的支部与算法不符", _ERROR, "用同样的名单和种子重做一遍，抽到的不是这几个"),
        "A110": ProblemCode("抽签的名单写得不对", _ERROR, "名单里是这一类的、当时在的支部，各写一次，个数不多于名单"),
        "A111": ProblemCode("抽验的支部不是抽到的", _WARNING, "有抽签的类别，抽验只看抽到的支部"),
        "A112": ProblemCode("量表里没有这一项", _ERROR, "述职评议按量表逐项写，项目照量表的原文"),
        "A113": ProblemCode("决定没有签齐", _WARNING, "选树由人决定，单位、日期、签字缺一样就不算决定"),
        "A114": ProblemCode("同一推荐写了两行", _ERROR, "一个支部一种选树一年推荐一次"),
    }
)
