"""Random activities as mappings of a register, all of them valid; and faults to plant in the notes that tell them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from generator.model.kinds import ActivityKind, VoteKind
from generator.model.note_format import CHECK
from generator.model.note_kinds import MEETING_NOTE
from generator.model.records.activity_parts import Ground
from tests.load.notes import note_lines, sealed

_TEXTS = (
    "审议支部推进计划",
    "学习条例（试行）第三章",
    "研究 A 类课题 2 项",
    "报送材料：一式两份",
    "核对名册、收缴党费",
    "…",
)
_OFFICES = ("支部书记", "副书记（受委托）", "组织委员", "宣传委员")
_KINDS = ("支部党员大会", "支部委员会会议", "党小组会", "党课", "主题党日", "专题学习", "政治生日", "入党宣誓")


def valid_values(chooser: random.Random) -> dict[str, Any]:
    """An activity that breaks no rule."""
    kinds = chooser.sample(_KINDS, chooser.choice((1, 1, 1, 2, 2, 3)))
    expected = chooser.randint(3, 40)
    attended = chooser.randint(expected // 2, expected)
    on = date(2019, 1, 1) + timedelta(chooser.randrange(365))
    made: dict[str, Any] = {"类型": kinds, "日期": on.isoformat()}
    if chooser.random() < 0.5:
        made["时间"] = chooser.choice(("14:30-16:10", "9:00", "19:00-20:30"))
    if chooser.random() < 0.5:
        made["地点"] = "教学楼302"
    made |= {"主持": chooser.choice(_OFFICES), "应到": str(expected), "实到": str(attended)}
    if chooser.random() < 0.5:
        asked = chooser.randint(0, expected - attended)
        made["缺席"] = {"请假": str(asked), "未请假": str(expected - attended - asked)}
    made["议题"] = [_item(chooser, attended) for _ in range(chooser.randint(1, 3))]
    return made | dict(_of_kinds(kinds, chooser, attended)) | dict(_further(chooser, on))


def _item(chooser: random.Random, attended: int) -> dict[str, Any]:
    item: dict[str, Any] = {"事项": chooser.choice(_TEXTS)}
    if chooser.random() < 0.5:
        present = chooser.randint(0, attended)
        ayes = chooser.randint(0, present)
        item["表决"] = {"应到会有表决权": str(present + 2), "到会": str(present), "赞成": str(ayes)}
        if ayes < present:
            item["表决"]["反对"] = str(chooser.randint(1, present - ayes))
        item["决议"] = "通过"
    return item


def _of_kinds(kinds: list[str], chooser: random.Random, attended: int) -> Iterator[tuple[str, Any]]:
    if "党课" in kinds:
        yield "党课", {"题目": "学习支部工作条例", "主讲": chooser.choice(_OFFICES)}
    if "党小组会" in kinds:
        yield "党小组", "第一党小组"
    if "主题党日" in kinds:
        yield "主题党日", {"主题": "重温入党初心", "改期": {"理由": "计划日在暑假内"}}
    if "入党宣誓" in kinds and chooser.random() < 0.5:
        yield "宣誓人数", str(chooser.randint(0, attended))


def _further(chooser: random.Random, on: date) -> Iterator[tuple[str, Any]]:
    if chooser.random() < 0.4:
        days = [on + timedelta(chooser.randint(1, 60)) for _ in range(chooser.randint(1, 2))]
        yield "落实", [{"事项": chooser.choice(_TEXTS), "责任": "组织委员", "期限": day.isoformat()} for day in days]
    if chooser.random() < 0.3:
        yield "补学", {"日期": (on + timedelta(4)).isoformat(), "人数": "2"}
    if chooser.random() < 0.3:
        yield "原始记录", "记录本第12页"


class PlantedFault(NamedTuple):
    """A text with one fault in it, the code that ought to be told, and the line."""

    text: str
    code: str
    line: int


def planted(lines: list[str], chooser: random.Random) -> PlantedFault:
    """One of the faults, planted into the lines of a note without its last one."""
    return chooser.choice((*_BY_HAND, *_ON_THE_WAY))(lines, chooser)


Planting = Callable[[list[str], random.Random], PlantedFault]


def _wrong_value(key: str, value: str, code: str) -> Planting:
    """A value that somebody wrote in by hand before the note was sealed."""

    def plant(lines: list[str], _chooser: random.Random) -> PlantedFault:
        at = next(number for number, line in enumerate(lines) if line.startswith(f"{key}："))
        return PlantedFault(sealed([*lines[:at], f"{key}：{value}", *lines[at + 1 :]]), code, at + 1)

    return plant


def _unknown_key(lines: list[str], chooser: random.Random) -> PlantedFault:
    at = chooser.randint(1, len(lines))
    return PlantedFault(sealed([*lines[:at], "天气：晴", *lines[at:]]), "R102", at + 1)


def _twice_by_hand(lines: list[str], _chooser: random.Random) -> PlantedFault:
    return PlantedFault(sealed([*lines, "主持：组织委员"]), "R013", len(lines) + 1)


def _without_chair(lines: list[str], _chooser: random.Random) -> PlantedFault:
    return PlantedFault(sealed([line for line in lines if not line.startswith("主持：")]), "R101", 1)


def _altered(lines: list[str], chooser: random.Random) -> PlantedFault:
    whole, at = sealed(lines).splitlines(), chooser.randrange(len(lines))
    place = chooser.randrange(whole[at].find("：") + 1, len(whole[at])) if at else len("【记一次会·第1版】") + 1
    whole[at] = f"{whole[at][:place]}改{whole[at][place:]}"
    return PlantedFault("\n".join(whole), "N105", at + 1)


def _dropped(lines: list[str], chooser: random.Random) -> PlantedFault:
    whole, at = sealed(lines).splitlines(), chooser.randrange(1, len(lines))
    return PlantedFault("\n".join([*whole[:at], *whole[at + 1 :]]), "N107", at + 1)


def _doubled(lines: list[str], chooser: random.Random) -> PlantedFault:
    whole, at = sealed(lines).splitlines(), chooser.randrange(1, len(lines))
    return PlantedFault("\n".join([*whole[: at + 1], *whole[at:]]), "N108", at + 2)


def _swapped(lines: list[str], chooser: random.Random) -> PlantedFault:
    whole, at = sealed(lines).splitlines(), chooser.randrange(1, len(lines) - 1)
    return PlantedFault("\n".join([*whole[:at], whole[at + 1], whole[at], *whole[at + 2 :]]), "N109", at + 1)


def _cut(lines: list[str], chooser: random.Random) -> PlantedFault:
    at = chooser.randrange(1, len(lines))
    return PlantedFault("\n".join(lines[: at + 1]), "N102", at + 1)


def _cut_in_check(lines: list[str], chooser: random.Random) -> PlantedFault:
    text = sealed(lines).rstrip("\n")
    return PlantedFault(text[: -chooser.randint(1, 10)], "N102", len(lines) + 1)


def _beheaded(lines: list[str], chooser: random.Random) -> PlantedFault:
    at = chooser.randrange(1, len(lines))
    return PlantedFault("\n".join(sealed(lines).splitlines()[at:]), "N103", 1)


def _another_check(lines: list[str], _chooser: random.Random) -> PlantedFault:
    whole = sealed(lines).splitlines()
    digits = whole[-1].rpartition("·")[2]
    turned = "".join("0" if digit != "0" else "1" for digit in digits)
    return PlantedFault("\n".join([*whole[:-1], whole[-1].replace(digits, turned)]), "N106", len(lines) + 1)


_BY_HAND: tuple[Planting, ...] = (
    _wrong_value("应到", "二十", "R107"),
    _wrong_value("实到", "-3", "R107"),
    _wrong_value("日期", "2019年3月14日", "R105"),
    _wrong_value("日期", "2019-02-30", "R106"),
    _wrong_value("类型", "党员大会", "R104"),
    _wrong_value("主持", "", "R110"),
    _wrong_value("主持", "长" * 2001, "R133"),
    _unknown_key,
    _twice_by_hand,
    _without_chair,
)
_ON_THE_WAY: tuple[Planting, ...] = (
    _altered,
    _dropped,
    _doubled,
    _swapped,
    _cut,
    _cut_in_check,
    _beheaded,
    _another_check,
)


def carried(text: str, chooser: random.Random) -> tuple[str, int]:
    """The text as chat programs leave it, and how many lines stand before it now; every line stays a line."""
    before = chooser.choice(
        ("", "张三 2019-03-14 15:20:11\n", "李某：\n\n", "---- 转发的消息 ----\n发件人：办公室\n主题：记录\n")
    )
    lines = text.split("\n")
    quote, ends = chooser.choice(("", "", "> ", "　", "\ufeff")), ("", " ", "\u200b", "　")
    spaced = [f"{quote}{line}{chooser.choice(ends)}" for line in lines]
    if chooser.random() < 0.5:
        spaced = [
            line.replace("：", chooser.choice((":", "： ", " ：")), 1) if CHECK not in line else line for line in spaced
        ]
    end = chooser.choice(("", "\n收到", "\n\n- - - - -\n好的\n"))
    return before + chooser.choice(("\n", "\r\n")).join(spaced) + end, before.count("\n")


def note_of(values: dict[str, Any]) -> list[str]:
    """The lines of a note without its last one."""
    return [MEETING_NOTE.head_line("xx-js1", 2019), *note_lines(values)]


def any_values(chooser: random.Random) -> dict[str, Any]:
    """An activity whose fields are sound one by one, and which may break any rule across them."""
    made = valid_values(chooser)
    for _ in range(chooser.choice((0, 1, 1, 2, 3, 5))):
        chooser.choice(_TWISTS)(made, chooser)
    return made


def _other_kinds(made: dict[str, Any], chooser: random.Random) -> None:
    made["类型"] = chooser.sample([kind.value for kind in ActivityKind], chooser.randint(1, 3))


def _kind_twice(made: dict[str, Any], _chooser: random.Random) -> None:
    made["类型"] = [*made["类型"], made["类型"][0]]


def _without_agenda(made: dict[str, Any], _chooser: random.Random) -> None:
    made.pop("议题", None)


def _other_numbers(made: dict[str, Any], chooser: random.Random) -> None:
    made[chooser.choice(("应到", "实到"))] = str(chooser.randint(0, 30))


def _more_parts(made: dict[str, Any], chooser: random.Random) -> None:
    number = str(chooser.randint(0, 12))
    parts: dict[str, Any] = {
        "缺席": {"请假": number},
        "党课": {"题目": "学习", "主讲": "支部书记"},
        "主题党日": {"主题": "走进校史馆"},
        "党小组": "第二党小组",
        "宣誓人数": number,
        "领导干部": {"应到": "2", "实到": str(chooser.randint(0, 4))},
        "不计入": {"合计": "1", "依据": chooser.sample([each.value for each in Ground], chooser.randint(1, 2))},
        "录入": f"2019-0{chooser.randint(1, 9)}-15",
        "补录": {"日期": f"2019-0{chooser.randint(1, 9)}-16"},
    }
    key = chooser.choice(tuple(parts))
    if key in made and chooser.random() < 0.5:
        del made[key]
    else:
        made[key] = parts[key]


def _another_vote(made: dict[str, Any], chooser: random.Random) -> None:
    vote: dict[str, Any] = {key: str(chooser.randint(0, 20)) for key in ("应到会有表决权", "到会", "赞成")}
    if chooser.random() < 0.5:
        vote["类别"] = chooser.choice([each.value for each in VoteKind])
    for key in ("反对", "弃权", "书面意见"):
        if chooser.random() < 0.3:
            vote[key] = str(chooser.randint(0, 6))
    if chooser.random() < 0.3:
        vote["不计入"] = {"合计": "1", "依据": [chooser.choice([each.value for each in Ground])]}
    made.setdefault("议题", []).append({"事项": "讨论接收", "表决": vote})


def _oath(made: dict[str, Any], chooser: random.Random) -> None:
    made["类型"] = ["入党宣誓"]
    made["宣誓人数"] = str(chooser.randint(0, 40))


_TWISTS: tuple[Callable[[dict[str, Any], random.Random], None], ...] = (
    _other_kinds,
    _kind_twice,
    _oath,
    _without_agenda,
    _other_numbers,
    _more_parts,
    _more_parts,
    _another_vote,
    _another_vote,
)
