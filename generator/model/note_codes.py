"""The problem codes of notes; see `problem_codes`.

N1 how a text comes back that went through a chat program (`load/note/`) · N2 what stands in an 观摩记录.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from generator.model.problem import ProblemCode, Severity

_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

NOTE_CODES: Mapping[str, ProblemCode] = MappingProxyType(
    {
        "N101": ProblemCode(
            "没有找到记录", _ERROR, "记录以【记一次会·第1版】或【记一次观摩·第1版】开头，以【校验】结尾，这里一份也没有"
        ),
        "N102": ProblemCode("记录缺了末尾", _ERROR, "没有【校验】那一行，或那一行不全，多半被聊天软件截断了"),
        "N103": ProblemCode(
            "记录缺了首行", _ERROR, "有记录的内容，前面没有【记一次会】或【记一次观摩】那一行，不知道是哪个支部的"
        ),
        "N104": ProblemCode("首行读不懂", _ERROR, "首行写明版本、支部和年度，程序只认自己的版本"),
        "N105": ProblemCode("这一行改过", _ERROR, "这一行和生成时不一样，不能当作支部报的"),
        "N106": ProblemCode("校验对不上", _ERROR, "末行的校验和前面的内容不一致，又看不出是哪一行"),
        "N107": ProblemCode("中间少了行", _ERROR, "生成时有的行不见了，多半是复制时漏选"),
        "N108": ProblemCode("多出一行", _ERROR, "生成时没有这一行，或这一行出现了两次"),
        "N109": ProblemCode("行的次序变了", _ERROR, "各行都在，先后和生成时不同"),
        "N110": ProblemCode("同一份贴了两次", _WARNING, "同样的记录只读一次"),
        "N111": ProblemCode("没有记录里写的支部", _ERROR, "首行的支部写文件夹名，或全校没有第二个的支部全称"),
        "N112": ProblemCode("别的基层党委的支部", _ERROR, "只收一个基层党委的记录时，别家支部的不收"),
        "N113": ProblemCode("没有那一年的台账", _ERROR, "记录归到首行写的年度，那一年的台账还没有建"),
        "N201": ProblemCode("没有可学的，却写了我们学", _ERROR, "结论和对照须一致"),
        "N202": ProblemCode("我们学没有写谁、何时", _ERROR, "学的每一条都落到职务和日期，才办得成"),
        "N203": ProblemCode("有我们学的，没有写是什么", _ERROR, "结论写“有我们学的”，对照里至少一行写“我们学”"),
        "N204": ProblemCode("日期早于观摩", _ERROR, "上会、办成都在观摩以后"),
        "N205": ProblemCode("有答复，没有建议", _ERROR, "答复是对方对建议的答复"),
        "N206": ProblemCode("观摩的是自己", _ERROR, "交叉观摩看的是别的支部"),
        "N207": ProblemCode("那天没有议它的会", _WARNING, "“上会”写支部委员会会议或支部党员大会的日期"),
        "N208": ProblemCode("没有这项标准，或不写在这里", _ERROR, "观摩记录的标准写手册里的编号，只在专人版显示的不写"),
        "N209": ProblemCode("没有这个观摩点", _ERROR, "观摩点写接待支部的编号"),
    }
)
