"""The page about speed, in Chinese for users, from the results of one run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from table import BEFORE, OURS, TWO, Phase, Results, goals, multiple

LABELS = {
    "read: PyYAML C loader": "PyYAML 的 C 读取器，读成字典",
    "read: PyYAML C nodes": "PyYAML 的 C 读取器，只到节点",
    "read: PyYAML C events": "PyYAML 的 C 读取器，只到事件",
    "read: yaml-rs": "yaml-rs，读成字典，没有行列号",
    "read: plain": "本程序的快读，带行列号",
    "load": "读台账：读文件、解析、建模",
    "validate": "核对台账写法",
    "evaluate": "按全部标准判定",
    "view": "按版别取内容和结论",
    "hidden words": "列出本版不该出现的词",
    "page": "支部页",
    "checklist": "检查清单页",
    "gate": "逐页查不该出现的内容",
    "write": "写文件",
}
PHASES: dict[Phase, str] = {"cold": "从头生成", "edit": "改一条记录"}
_BEFORE: dict[Phase, str] = {
    "cold": "从头生成",
    "public": "从头生成公开版",
    "same": "什么都没有改，再生成一次",
    "edit": "改一条记录",
    "prose": "改一项标准的一句话",
}

_INTRO = """\
---
search: {exclude: true}
starter: false
---

# 生成要多久

同一份数据，同一台机器，本程序和 {peers} 轮流生成同样的页面，量出来的结果如下。和自己改版前比、和同样用 Python 写的比，换一台机器比例大致不变；和用 Go 写的 Hugo 比，比例随机器变；秒数随机器快慢而变，只供估算。
"""

_METHOD = """\
## 怎么量的 {#method}

量用的单位由程序生成，同样的个数总是同样的内容：每个基层党委 20 个支部，每个支部一份概况、一年 60 条活动，约 21 KB YAML，姓名和事项都是编出来的。各家都从这些 YAML 出发，生成党内版的同样页面：支部页（概况、每项标准的要点和结论、台账）、检查清单、基层党委页和对照表，再加整本手册。

- **轮流**：每次都是新开的进程。先一个规模一个规模地各家从头生成，再改同一条记录、各家再生成一次；量了几轮的，取中位数。从头生成都在新文件夹里，没有站点，也没有缓存；中途不删文件，因为刚删过大量文件的磁盘，接着新建文件会慢，轮到谁谁吃亏。
- **字节码**：每个进程都用编译好的字节码。机器上设了 `PYTHONDONTWRITEBYTECODE` 的，每次启动都要重新编译，量出来的不是程序本身；量的时候去掉这个设置，并先编译好。
- **解释器**：Debian、python.org、conda 发的 CPython 都按实际运行的情形优化过；自己编译而没有打开这项优化（PGO）的（pyenv 默认如此），同一台机器上要多用一两成时间。用的哪一种，写在最后。
- **刚删过的文件夹**：上一次量完删去文件夹不到六分钟的，先等到满六分钟再量。
- **CPU**：用户态加内核态的秒数，连同全部子进程。机器上有别的事时，CPU 比实际时间可靠，所以比例都看 CPU。
- **峰值内存**：占内存最多的那个进程的峰值。各家都是一个进程从头做到尾，先生成 Markdown 的，生成是另一个进程。
- **核对**：支部页和检查清单的页数、台账的条数、改动是否显示出来，有一样不对就不算数。
- **本程序**：`zhibu build --audience internal`，不做 PDF；除了写明两个进程的，只用一个进程；改一条记录的时间里包括启动程序和把新站点换上去。
- **Hugo**：用内容适配器直接读 YAML，每个支部只算一次。它不保存读过的数据，改一条也要全部重来。
- **和 Hugo 比要看机器**：缓存小、内存慢的机器上，Python 吃亏比 Go 多得多。同一版旧程序从头生成 400 个支部，2026-11-25 的机器上是 Hugo 的 1.17 倍，2026-11-29 的机器上是 1.62 倍；10,000 个支部，那一台上用 Hugo 的 1/2.32。
- **MkDocs + Material、Zensical**：先用脚本把台账写成 Markdown，没有变的文件不重写，这一步算在内；导航里只有手册，没有支部。MkDocs 每次全部重来；Zensical 用它自己的缓存。
- **不量的**：Hugo 只量到 10,000 个支部，MkDocs + Material 和 Zensical 只量到 2,000 个；后两家改一条记录接近全部重来，只量到 400 个。再大要等几十分钟以上。表里没有的，这一次没有量。

自己量一遍：在源码目录里运行 `make bench`，全部量完要一个多小时、50 GB 磁盘；`make bench SIZES=100,400` 只要十几分钟。`make bench BEFORE=../改版前` 再和改版前的源码目录（有它自己的 `.venv`）轮流量；一个规模一个规模地量，加上 `KEEP=1`，已经量过的规模就留着，如 `make bench SIZES=10000 PEERS=hugo KEEP=1`。

## 哪些不可比 {#unlike}

- **判定**：模板语言写不出真正的规则。别的工具只数每一期有几次活动、够不够次数，再写出同样长的理由；本程序真的按全部标准判定，包括到会、期限、台账核对到哪一天、口径。
- **把关**：只有本程序核对台账写法，并逐页检查有没有本版不该出现的内容。
- **页面**：正文的字数见上表，相差不大，样式和标签不同。本程序另有全校对照表、支部查找、观摩展示、数据下载和检索，时间都算在内；各家都不做 PDF。
- **检索**：MkDocs、Zensical 给每一页编索引；Hugo 只编手册；本程序给手册、方案和观摩展示的正文逐字编索引，支部编名称，党内版的台账逐行可查。
"""


def page(results: Results) -> str:
    """The whole page."""
    tables = (*_ours(results), *_peers(results), *_before(results), *_growth(results), *_goals(results))
    peers = "、".join(tool for tool in results.tools() if tool not in {OURS, TWO, BEFORE})
    return "\n".join((_INTRO.replace("{peers}", peers), *tables, *_stages(results), _METHOD, *_machine(results)))


def _ours(results: Results) -> Iterator[str]:
    yield "## 大概要等多久 {#wait}\n"
    head = ("支部", "从头生成（秒）", "改一条记录（秒）", "峰值内存（MB）", "文件", "站点（MB）")
    yield _table(
        head,
        (
            (
                f"{size:,}",
                _number(results.value(OURS, size, "cold", "wall")),
                _number(results.value(OURS, size, "edit", "wall")),
                _number(results.value(OURS, size, "cold", "memory")),
                _number(results.value(OURS, size, "cold", "files")),
                _megabytes(results.value(OURS, size, "cold", "bytes")),
            )
            for size in results.sizes(OURS)
        ),
    )


def _peers(results: Results) -> Iterator[str]:
    yield "## 和别的工具比 {#peers}\n"
    head = ("支部", "工具", "CPU（秒）", "实际（秒）", "峰值内存（MB）", "文件", "站点（MB）", "支部页正文（字）")
    for phase, name in PHASES.items():
        yield f"{name}：\n"
        yield _table(head if phase == "cold" else head[:5], _builds(results, phase))
    yield "本程序比别的工具（不到 1 的，本程序省）：\n"
    yield _table(("支部", "比", "做什么", "CPU", "实际时间", "峰值内存", "站点字节"), _ratios(results))


def _builds(results: Results, phase: Phase) -> Iterator[Sequence[str]]:
    for size in results.sizes(OURS):
        for tool in results.tools():
            if results.value(tool, size, phase) is None:
                continue
            measured = [
                _number(results.value(tool, size, phase)),
                _number(results.value(tool, size, phase, "wall")),
                _number(results.value(tool, size, phase, "memory")),
            ]
            if phase == "cold":
                measured += [
                    _number(results.value(tool, size, phase, "files")),
                    _megabytes(results.value(tool, size, phase, "bytes")),
                    _number(results.value(tool, size, phase, "text")),
                ]
            yield f"{size:,}", tool, *measured


def _ratios(results: Results) -> Iterator[Sequence[str]]:
    for size in results.sizes(OURS):
        for peer in results.tools():
            for phase, name in PHASES.items():
                if peer in {OURS, TWO, BEFORE} or results.ratio(peer, size, phase) is None:
                    continue
                figures = (results.ratio(peer, size, phase, figure) for figure in ("cpu", "wall", "memory", "bytes"))
                yield f"{size:,}", peer, name, *("" if value is None else multiple(value) for value in figures)


def _before(results: Results) -> Iterator[str]:
    rows = [
        (
            f"{size:,} 个支部" if size else "演示站",
            name,
            _number(ours),
            _number(before),
            multiple(ours / before),
        )
        for size in sorted({row.branches for row in results.rows})
        for phase, name in _BEFORE.items()
        if (ours := results.value(OURS, size, phase)) and (before := results.value(BEFORE, size, phase))
    ]
    if rows:
        yield "## 和改版前比 {#before}\n"
        yield "同样的台账，改版前用它自己的手册和配置；CPU 秒：\n"
        yield _table(("数据", "做什么", "现在", "改版前", "比"), rows)


def _growth(results: Results) -> Iterator[str]:
    sizes = results.sizes(OURS)
    if len(sizes) < 2:
        return
    yield "## 支部多了会怎样 {#growth}\n"
    fixed, _ = results.line(sizes[0], sizes[1]) or (0.0, 0.0)
    yield (
        "指数是 1，就是支部多一倍、CPU 时间也多一倍；不到 1，是因为手册等固定的部分只做一次"
        f"（由最小的两个规模推算，约 {_number(fixed)} 秒）。最后一列不含固定的部分。\n"
    )
    steps = dict.fromkeys((*pairwise(sizes), *([(400, 10_000)] if {400, 10_000} <= set(sizes) else ())))
    rows = []
    for few, many in steps:
        times, exponent, line = results.times(few, many), results.exponent(few, many), results.line(few, many)
        if times is not None and exponent is not None and line is not None:
            change = f"{few:,} 到 {many:,}"
            rows.append((change, f"{many / few:.3g} 倍", f"{times:.3g} 倍", f"{exponent:.3f}", _number(1000 * line[1])))
    yield _table(("支部", "支部多到", "CPU 多到", "指数", "每多一个支部（CPU 毫秒）"), rows)


def _goals(results: Results) -> Iterator[str]:
    yield "## 定下的目标 {#goals}\n"
    found = goals(results)
    if missed := [goal.name for goal in found if goal.verdict == "未达到"]:
        yield f"没有达到的：{'；'.join(missed)}。\n"
    rows = (
        (
            goal.name,
            f"≤ {goal.form(goal.target)}".replace("≤ 能", "能"),
            "" if goal.stretch is None else f"≤ {goal.form(goal.stretch)}",
            "" if goal.value is None else goal.form(goal.value),
            goal.verdict,
        )
        for goal in found
    )
    yield _table(("目标", "要达到", "更高目标", "量得", "结果"), rows)


def _stages(results: Results) -> Iterator[str]:
    if not results.stages:
        return
    readers = [name for name in LABELS if name.startswith("read: ")]
    stages = [name for name in LABELS if name not in readers]
    yield "## 一个支部的时间用在哪里 {#stages}\n"
    yield "一个支部的 CPU 毫秒，200 个支部的平均；每一步量三次，取最小的。\n"
    yield _table(("步骤", "CPU（毫秒）"), _milliseconds(results, stages))
    yield "只读一年的台账（60 条活动），各种读法；上面各表里，写得规整的台账都由本程序的快读读，其余的由 PyYAML 读：\n"
    yield _table(("读法", "CPU（毫秒）"), _milliseconds(results, readers))


def _milliseconds(results: Results, names: Iterable[str]) -> Iterator[Sequence[str]]:
    for name in names:
        if name in results.stages:
            yield LABELS[name], f"{results.stages[name]:.2f}"


def _machine(results: Results) -> Iterator[str]:
    yield "## 机器和版本 {#versions}\n"
    yield f"{results.day}，{results.machine}。\n"
    yield _table(("软件", "版本"), results.versions.items())


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    return "".join(f"| {' | '.join(cells)} |\n" for cells in (head, ["---"] * len(head), *rows))


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def _megabytes(value: float | None) -> str:
    return "" if value is None else _number(value / 1e6)
