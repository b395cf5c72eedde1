"""The originals of the corpus: a dozen documents of the kinds that a Party committee sends out, drawn from a seed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from random import Random

from generator.model.clause import Style
from generator.model.clause_facts import DeadlineKind, UnitRole
from tests.corpus.original import TABLE_HEAD, Item, Original, Task, Time, Units

YEAR = 2024
_ISSUED = date(YEAR, 3, 8)
_UNITS = ("党委组织部", "党委宣传部", "党委学生工作部", "基层党委（党总支）", "党支部", "党委教师工作部", "学生党支部")
_HEADS = ("总体要求", "重点任务", "方法步骤", "组织领导", "工作保障", "材料报送", "监督检查", "宣传引导")
_VERBS = ("制定", "完善", "落实", "检查", "报送", "公示", "汇总", "核对", "修订", "整理")
_THINGS = ("推进计划", "学习安排", "党员名册", "会议记录", "对策清单", "自评材料", "党费台账", "主题党日方案")
_ENDS = ("，做到有记录", "，逐项对照标准", "，不走过场", "", "，形成清单", "，接受监督")
_FORMAL = (Style.VOLUME, Style.CHAPTER, Style.SECTION)


def originals() -> Iterator[Original]:
    """Every original; the same ones on any machine."""
    for at, make in enumerate(_MAKERS):
        yield make(Random(at))


def _times(chance: Random) -> Time:
    month, day = chance.randrange(4, 12), chance.randrange(1, 29)
    last = {4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30}[month]
    by, on = DeadlineKind.BY, f"{YEAR}-{month:02}-{day:02}"
    end = f"{YEAR}-{month:02}-{last}"
    return chance.choice(
        (
            Time(f"{month}月{day}日前", by, "", on, ""),
            Time(f"{month}月底前", by, "", end, ""),
            Time(f"{YEAR}年{month}月{day}日前", by, "", on, ""),
            Time(f"{month}月{day}日", DeadlineKind.DAY, on, on, ""),
            Time(f"{month}月{day}日—{month}月{last}日", DeadlineKind.WINDOW, on, end, ""),
            Time("每月", DeadlineKind.RECURRING, "", "", "月"),
            Time("每季度", DeadlineKind.RECURRING, "", "", "季"),
        )
    )


def _units(chance: Random, *, alone: bool) -> Units:
    names = chance.sample(_UNITS, chance.randrange(2, 4))
    if chance.random() < 0.3:
        return Units(alone, ((UnitRole.LEADS, (names[0],)), (UnitRole.ASSISTS, tuple(names[1:]))))
    return Units(alone, ((UnitRole.RESPONSIBLE, tuple(names)),))


def _sentence(chance: Random) -> str:
    return f"{chance.choice(_VERBS)}{chance.choice(_THINGS)}{chance.choice(_ENDS)}。"


def _task(chance: Random, style: Style, number: int, *, alone: bool | None = None) -> Item:
    """An item of one or two sentences, often with a time, and with units where `alone` is given."""
    words = _sentence(chance)
    time = _times(chance) if chance.random() < 0.7 else None
    if time is not None:
        words += f"{time.words}{chance.choice(_VERBS)}{chance.choice(_THINGS)}。"
    return Item(style, number, words, (time,) if time else (), None if alone is None else _units(chance, alone=alone))


def _tree(
    chance: Random, styles: tuple[Style, ...], counts: tuple[int, ...], *, alone: bool | None
) -> tuple[Item, ...]:
    """Items of `counts` at each depth; the innermost are tasks, the others headings."""
    style, rest = styles[0], styles[1:]
    if not rest:
        return tuple(_task(chance, style, at, alone=alone) for at in range(1, counts[0] + 1))
    heads = chance.sample(_HEADS, min(counts[0], len(_HEADS)))
    return tuple(
        Item(style, at, head, children=_tree(chance, rest, counts[1:], alone=alone)) for at, head in enumerate(heads, 1)
    )


def _plan(chance: Random) -> Original:
    items = _tree(chance, (Style.HAN, Style.HAN_BRACKETED, Style.DIGIT), (4, 3, 3), alone=True)
    preamble = "为加强党支部建设，制定本方案。"
    return Original("plan", f"示例大学{YEAR}年党支部建设工作方案", items, preamble=preamble)


def _notice(chance: Random) -> Original:
    return Original(
        "notice",
        f"关于做好{YEAR}年党支部工作的通知",
        _tree(chance, (Style.HAN, Style.DIGIT), (3, 4), alone=False),
        serial=f"示大党组〔{YEAR}〕8号",
        addressee="各基层党委（党总支）",
        preamble="现将有关事项通知如下。",
        attachments=("推进计划表", "情况统计表"),
        signature="中共示例大学委员会组织部",
        date=_ISSUED,
    )


def _article(chance: Random, number: int) -> Item:
    article = _task(chance, Style.ARTICLE, number)
    chosen = chance.random()
    if chosen < 0.3:
        return Item(Style.ARTICLE, number, article.words, article.times, more=(_sentence(chance), _sentence(chance)))
    if chosen < 0.6:
        below = [_task(chance, Style.HAN_BRACKETED, at) for at in range(1, chance.randrange(3, 6))]
        below[0] = replace(below[0], more=(_sentence(chance),))
        return Item(Style.ARTICLE, number, f"{chance.choice(_VERBS)}材料应当符合下列要求：", children=tuple(below))
    return article


def _chapters(
    chance: Random, styles: tuple[Style, ...], counts: tuple[int, ...], before: list[int]
) -> tuple[Item, ...]:
    """编, 章 and 节 around articles, whose numbers run on."""
    if not styles:
        before[0] += counts[0]
        return tuple(_article(chance, before[0] - counts[0] + at) for at in range(1, counts[0] + 1))
    heads = chance.sample(_HEADS, counts[0])
    return tuple(
        Item(styles[0], at, head, children=_chapters(chance, styles[1:], counts[1:], before))
        for at, head in enumerate(heads, 1)
    )


def _rules(chance: Random) -> Original:
    items = _chapters(chance, (Style.CHAPTER,), (5, 4), [0])
    return Original("rules", "示例大学党费管理办法", items, contents=True, date=_ISSUED)


def _handbook(chance: Random) -> Original:
    items = _chapters(chance, _FORMAL, (2, 3, 2, 3), [0])
    return Original("handbook", "示例大学党建工作手册", items, contents=True, date=_ISSUED)


def _many_articles(chance: Random) -> Original:
    items = _chapters(chance, (), (124,), [0])
    return Original("many-articles", "示例大学组织工作规程", items, date=_ISSUED)


def _deep(chance: Random) -> Original:
    styles = (Style.HAN, Style.HAN_BRACKETED, Style.DIGIT, Style.DIGIT_BRACKETED, Style.CIRCLED)
    return Original(
        "deep", f"示例大学{YEAR}年党建工作要点", _tree(chance, styles, (2, 2, 3, 2, 3), alone=None), contents=True
    )


def _flat(chance: Random) -> Original:
    items = tuple(_task(chance, Style.DIGIT, at, alone=False) for at in range(1, 31))
    return Original("flat", f"示例大学党委{YEAR}年工作任务安排", items)


def _many_parts(chance: Random) -> Original:
    items = tuple(_task(chance, Style.HAN, at, alone=True) for at in range(1, 113))
    return Original("many-parts", f"示例大学{YEAR}年党建工作计划", items)


def _attached(chance: Random) -> Original:
    letter = _notice(chance)
    forms = tuple(_tree(chance, (Style.HAN, Style.HAN_BRACKETED), (2, 3), alone=False) for _ in letter.attachments)
    names = ("示例大学推进计划报送办法", "示例大学情况统计办法")
    return replace(letter, name="attached", attached=forms, attachments=names)


def _letter(chance: Random) -> Original:
    """A letter with all that GB/T 9704 has above the title and below the date."""
    return replace(
        _notice(chance),
        name="letter",
        above=("000012", "机密★1年", "特急", "中共示例大学委员会文件"),
        below=("（此件公开发布）", "抄送：校领导，各单位。", "中共示例大学委员会办公室　　2024年3月9日印发"),
    )


def _amendment(chance: Random) -> Original:
    """New wording in quotation marks, whose numbers are no clauses of this document."""
    article = f"“第{chance.choice('二三四')}条 党费可以用于下列项目："
    quoted = (article, "（一）培训党员，6月1日前办结；", "（二）订阅资料。”")
    june = Time("6月1日前", DeadlineKind.BY, "", f"{YEAR}-06-01", "")
    first = (
        Item(Style.DIGIT, 1, "将有关条文修改为：", (june,), more=quoted),
        Item(Style.DIGIT, 2, "删去第九条。"),
        _task(chance, Style.DIGIT, 3, alone=False),
    )
    second = (
        Item(Style.DIGIT, 1, "第一条第二款改为：“党员参加集中学习。”"),
        Item(Style.DIGIT, 2, "条文顺序作相应调整。"),
    )
    items = (
        Item(Style.HAN, 1, "修改《示例大学党费管理办法》", children=first),
        Item(Style.HAN, 2, "修改《示例大学党员教育办法》", children=second),
    )
    return Original("amendment", "示例大学关于修改党费管理等办法的决定", items, signature="示例大学党委", date=_ISSUED)


def _stages(chance: Random) -> Original:
    windows = ("3月1日—4月30日", "5月1日—6月30日", "7月1日—10月31日")
    ends = (("03-01", "04-30"), ("05-01", "06-30"), ("07-01", "10-31"))
    stages = tuple(
        Item(
            Style.HAN_BRACKETED,
            at,
            f"第{'一二三'[at - 1]}阶段（{words}）",
            (Time(words, DeadlineKind.WINDOW, f"{YEAR}-{since}", f"{YEAR}-{until}", ""),),
            children=tuple(_task(chance, Style.DIGIT, below, alone=True) for below in (1, 2, 3)),
        )
        for at, (words, (since, until)) in enumerate(zip(windows, ends, strict=True), 1)
    )
    items = (
        Item(Style.HAN, 1, "总体要求", more=("坚持标准，突出重点。",)),
        Item(Style.HAN, 2, "方法步骤", children=stages),
        Item(Style.HAN, 3, "工作保障", children=tuple(_task(chance, Style.HAN_BRACKETED, at) for at in (1, 2))),
    )
    return Original(
        "stages",
        f"示例大学{YEAR}年党支部建设标准化工作方案",
        items,
        signature="中共示例大学委员会",
        date=date(YEAR, 3, 1),
    )


def _table(chance: Random) -> Original:
    tasks = []
    for _ in range(6):
        leads, assists = chance.sample(_UNITS, 2)
        time = next(each for each in iter(lambda: _times(chance), None) if each.kind is DeadlineKind.BY)
        tasks.append(Task(_sentence(chance), leads, assists, time))
    items = (
        Item(Style.HAN, 1, "总体要求", more=("坚持标准。",)),
        Item(Style.HAN, 2, "任务分工", more=("任务分解如下。",), head=TABLE_HEAD),
    )
    return Original("table", f"示例大学{YEAR}年党建工作方案", items, tasks=tuple(tasks))


_MAKERS: tuple[Callable[[Random], Original], ...] = (
    _plan,
    _notice,
    _rules,
    _handbook,
    _many_articles,
    _deep,
    _flat,
    _many_parts,
    _attached,
    _stages,
    _table,
    _letter,
    _amendment,
)
