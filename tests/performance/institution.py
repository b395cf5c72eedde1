"""A synthetic institution of any size, to measure by: the same number always gives the same files.

    python tests/performance/institution.py 400 /tmp/university [--full]

makes a whole project folder (docs, records, mkdocs.yml) that `zhibu build` can be run in.  About 21 KB of YAML a
branch: a full profile and a year of 60 activities; `--full` adds a year of every other section of a branch's register,
about 7 KB.  Every name is made up.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
YEAR = 2019
PER_COMMITTEE = 20

_STEMS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
_FAMILIES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
_SCHOOLS = (
    "机械",
    "信息",
    "土木",
    "外语",
    "经管",
    "化工",
    "生命",
    "电气",
    "材料",
    "数学",
    "物理",
    "文学",
    "法学",
    "艺术",
)
_KINDS = ("教师", "机关", "学生", "离退休")
_PLACES = (
    "综合楼301",
    "党员活动室",
    "图书馆报告厅",
    "实验楼二层会议室",
    "学院会议室",
    "校史馆",
    "社区服务站",
    "教学楼302",
)
_VERBS = ("学习讨论", "研究", "通报", "审议", "梳理", "布置", "交流", "检查", "总结", "讨论", "对照", "落实")
_OBJECTS = (
    "季度工作要点", "发展党员计划", "党费收缴情况", "主题党日安排", "困难党员走访", "实验室安全责任", "毕业班学风建设",
    "组织生活会方案", "新进教师培养", "结对共建协议", "台账核对结果", "党员承诺践诺", "学科竞赛志愿服务", "整改事项清单",
    "支部推进计划", "入党积极分子考察", "节前廉洁提醒", "专业认证任务分工", "图书捐赠活动", "班团工作衔接", "退休同志慰问",
    "招生宣传志愿者名单", "科研攻关先锋岗", "教学质量座谈会", "经费使用情况", "谈心谈话记录", "基层意见答复", "场地设备维护",
)  # fmt: skip
_TAILS = (
    "",
    "并形成意见",
    "并明确责任人和时限",
    "并记入台账",
    "并在会后公示",
    "并约定下次回看",
    "并分组落实",
    "并报学院备案",
)


class Unit(NamedTuple):
    """What a branch and its committee are called."""

    committee: str
    committee_name: str
    branch: str
    name: str
    kind: str


def units(branches: int) -> Iterator[Unit]:
    """So many branches, twenty a committee."""
    for number in range(branches):
        school, place = divmod(number, PER_COMMITTEE)
        kind = _KINDS[number % len(_KINDS)]
        name = f"{_SCHOOLS[school % len(_SCHOOLS)]}{_ordinal(school // len(_SCHOOLS) + 1)}学院"
        title = f"{name}第{_ordinal(place + 1)}{kind}党支部"
        yield Unit(f"c{school:05d}", f"{name}党委", f"b{number:06d}", title, kind)


def institution(branches: int, target: Path, *, full: bool = False, root: Path = ROOT) -> None:
    """Write a project with so many branches, twenty a committee, into an empty folder; `full` with all their registers.

    The handbook and the settings are those of the checkout at `root`.
    """
    _settled(root, target)
    records = target / "records"
    _write(records / "institution.yml", (root / "records" / "institution.yml").read_text(encoding="utf-8"))
    for number, unit in enumerate(units(branches)):
        committee = records / "units" / unit.committee
        if number % PER_COMMITTEE == 0:
            _write(committee / "committee.yml", f"名称: {unit.committee_name}\n类型: 基层党委\n审批权限: 是\n")
        random = Random(7919 * number + YEAR)
        size = random.randrange(8, 40)
        _write(committee / unit.branch / "branch.yml", "\n".join(_profile(random, unit, size)) + "\n")
        days = [date(YEAR, 1, 3) + timedelta(days=day) for day in sorted(random.sample(range(300), 60))]
        lines = [*_register(random, days, size), *(further(random, days[0], size) if full else ())]
        _write(committee / unit.branch / f"{YEAR}.yml", "\n".join(lines) + "\n")


def demonstration(target: Path, root: Path = ROOT) -> None:
    """The demonstration of the checkout at `root`, in an empty folder."""
    _settled(root, target)
    shutil.copytree(root / "records", target / "records")


def _settled(root: Path, target: Path) -> None:
    """The handbook and the settings; without PDFs, which nobody else makes."""
    shutil.copytree(root / "docs", target / "docs")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8")
    _write(target / "mkdocs.yml", re.sub(r"(?m)^( +pdf:).*$", r"\1 []", settings))


def edit_sentence(target: Path, turn: int) -> str:
    """Add a sentence to one standard, another one each turn; what its page then says."""
    path = target / "docs" / "standards" / "3-3.md"
    sentence = f"第{_ordinal(turn + 1)}次补充的一句话。"
    path.write_text(path.read_text(encoding="utf-8").replace("\n## ", f"\n{sentence}\n\n## ", 1), encoding="utf-8")
    return sentence


def edit(target: Path, turn: int) -> str:
    """Change the time of one activity of the first branch, differently each turn; what its page then says."""
    path = target / "records" / "units" / "c00000" / "b000000" / f"{YEAR}.yml"
    lines = path.read_text(encoding="utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("    时间: "))
    mark = f"14:{turn % 60:02d}-16:{turn % 60:02d}"
    lines[at] = f"    时间: {mark}"
    path.write_text("\n".join(lines), encoding="utf-8")
    return mark


def _profile(random: Random, unit: Unit, size: int) -> Iterator[str]:
    yield f"名称: {unit.name}"
    yield f"类型: {unit.kind}"
    yield f"成立: {random.randrange(1990, 2017)}-{random.randrange(1, 13):02d}-{random.randrange(1, 29):02d}"
    yield "党员人数:"
    yield f"  - {{自: 2018-09-01, 正式: {size - 1}, 预备: 1}}"
    yield f"  - {{自: 2019-06-28, 正式: {size}, 预备: 0}}"
    yield "支委:"
    for post in ("书记", "组织委员", "宣传委员", "纪检委员", "青年委员"):
        yield f"  - {{职务: {post}, 姓名: {_name(random)}, 自: 2018-06-{random.randrange(10, 28)}, 分工: {_phrase(random)}}}"
    yield "党小组:"
    for number in (1, 2):
        yield f"  - {{名称: 第{_ordinal(number)}党小组, 组长: {_name(random)}, 自: 2018-06-20}}"
    yield f"台账核对至: {random.choice(('2019-10-31', '2019-09-30', '2019-11-20'))}"
    yield "核对人: 学院党委专职组织员"


def _register(random: Random, days: list[date], size: int) -> Iterator[str]:
    yield "活动:"
    for number, day in enumerate(days):
        yield from _activity(random, number, day, size)
    yield "学时:"
    yield "  书记和委员:"
    for post in ("书记", "组织委员", "宣传委员"):
        yield f"    - {{职务: {post}, 学时: {random.randrange(20, 70)}}}"
    yield "  党员:"
    yield f"    - {{学时: {random.randrange(20, 50)}, 人数: {size}}}"
    yield "评定:"
    for criterion in ("1.1.3", "1.2.1", "1.2.2", "1.3.1", "1.3.2", "5.1.2", "6.4.3"):
        yield f"  - 要点: {criterion}"
        yield f"    结论: {random.choice(('符合', '符合', '符合', '缺项'))}"
        yield "    评定单位: 学院党委"
        yield f"    日期: 2019-{random.randrange(6, 11):02d}-{random.randrange(1, 29):02d}"
        yield f"    意见: {_phrase(random)}"


def further(random: Random, met: date, size: int) -> Iterator[str]:
    """A year of every section that is kept beside activities, hours and reviews; `met` is a day of a committee meeting."""
    yield from _lists(random, met)
    yield from _monthly(random, size)
    yield "名册核对:"
    for month, new in ((3, 1), (6, 1), (9, 0)):
        yield f"  - {{日期: 2019-{month:02d}-27, 正式: {size - new}, 预备: {new}, 流动党员: 1, 失去联系: 0}}"
    yield "党费公布:"
    yield "  - {日期: 2019-10-24}"
    yield "积分公示:"
    yield from (f"  - {{日期: 2019-{month:02d}-28}}" for month in (3, 6, 9))
    yield "组织关系转接:"
    yield "  - {批次日期: 2019-06-28, 方向: 转出, 人数: 1, 回执人数: 1, 回执齐日期: 2019-08-20}"
    yield "培训:"
    for month in (4, 6, 10):
        yield f"  - {{班次: {_phrase(random)}, 日期: 2019-{month:02d}-20, 学时: 8, 人数: {size - 1}, 职务: [书记]}}"
    yield "困难上报:"
    for month in (3, 9):
        yield f"  - {{日期: 2019-{month:02d}-28, 类别: 场地经费, 困难: {_phrase(random)}, 报给: 学院党委, 答复日期: 2019-{month + 1:02d}-04, 答复: {_phrase(random)}}}"


def _lists(random: Random, met: date) -> Iterator[str]:
    yield "学习计划:"
    yield f"  日期: {met}"
    yield "  会议: 支部委员会会议"
    yield "  专题:"
    yield from (
        f"    - {{季度: {quarter}, 题目: {_phrase(random)}, 读什么: {_phrase(random)}}}" for quarter in "一二三四"
    )
    yield "履职清单:"
    yield f"  - 日期: {met}"
    yield "    会议: 支部委员会会议"
    yield "    事项:"
    for month in range(3, 9):
        yield f"      - {{事项: {_phrase(random)}, 程度: {_phrase(random)}, 期限: 2019-{month:02d}-30, 完成: 2019-{month:02d}-14}}"
    yield "谈心谈话:"
    yield "  计数:"
    for pair in ("支委之间", "支委与党员", "党员之间"):
        yield f"    - {{类别: {pair}, 截至: 2019-09-30, 次数: {random.randrange(5, 30)}, 已谈人数: 5}}"


def _monthly(random: Random, size: int) -> Iterator[str]:
    yield "党费交纳:"
    for month in range(1, 11):
        yield f"  - {{月份: 2019-{month:02d}, 应交人数: {size}, 实交人数: {size}, 合计: {random.randrange(900, 3000)}.50, 上交日期: 2019-{month:02d}-26}}"
    yield "积分统计:"
    yield from (f"  - {{月份: 2019-{month:02d}, 日期: 2019-{month:02d}-28}}" for month in range(3, 11))


def _activity(random: Random, number: int, day: date, size: int) -> Iterator[str]:
    kind = ("支部委员会会议", "党小组会", "主题党日", "支部党员大会", "党课", "专题学习")[number % 6]
    people = 5 if kind == "支部委员会会议" else max(3, size // 2) if kind == "党小组会" else size
    away = min(people - 1, random.choice((0, 0, 1, 1, 2)))
    yield f"  - 类型: [{kind}]"
    yield f"    日期: {day.isoformat()}"
    yield f"    时间: {random.randrange(8, 18)}:{random.choice(('00', '30'))}-18:30"
    yield f"    地点: {random.choice(_PLACES)}"
    yield f"    主持: {random.choice(('支部书记', '副书记（受委托）'))}"
    if number % 2:
        yield "    记录: 组织委员"
    yield f"    应到: {people}"
    yield f"    实到: {people - away}"
    if away:
        yield f"    缺席: {{请假: {away}}}"
    if kind not in ("主题党日", "党课"):
        yield f"    议题: [{{事项: {_phrase(random)}}}]"
    if kind == "支部党员大会":
        yield f"    备注: 补录于 {(day + timedelta(days=9)).isoformat()}，依据记录本核对"
    if kind == "党小组会":
        yield f"    党小组: 第{_ordinal(number // 6 % 2 + 1)}党小组"
    if kind == "党课":
        yield f"    党课: {{题目: {_phrase(random)}, 主讲: {random.choice(('支部书记', '组织委员'))}}}"
    if kind == "主题党日":
        yield f"    主题党日: {{主题: {_phrase(random)}}}"
        yield "    落实:"
        yield f"      - {{事项: {_phrase(random)}, 责任: 组织委员, 期限: {(day + timedelta(days=14)).isoformat()}}}"
    yield f"    原始记录: 记录本第{number + 1}页"


def _phrase(random: Random) -> str:
    return random.choice(_VERBS) + random.choice(_OBJECTS) + random.choice(_TAILS)


def _name(random: Random) -> str:
    return random.choice(_FAMILIES) + random.choice(_STEMS) + random.choice(_STEMS)


def _ordinal(number: int) -> str:
    digits = "零一二三四五六七八九"
    if number < 10:
        return digits[number]
    tens, rest = divmod(number, 10)
    if tens >= 10:
        return "".join(digits[int(digit)] for digit in str(number))
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[rest] if rest else "")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    institution(int(sys.argv[1]), Path(sys.argv[2]), full="--full" in sys.argv)
