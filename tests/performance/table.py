"""What the measurements say: medians, ratios of ours to a peer's, growth, and the goals."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import inf, log
from pathlib import Path
from statistics import median
from typing import Literal, Self

OURS = "zhibu"
TWO = "zhibu，两个进程"
BEFORE = "zhibu，改版前"
HUGO = "Hugo"
MATERIAL = "MkDocs + Material"

DEMONSTRATION = 0
"""Stands for the size of the demonstration, which is no institution of so many branches."""

Phase = Literal["cold", "edit", "prose", "same", "public"]
Figure = Literal["cpu", "wall", "memory", "files", "bytes", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One build: from nothing, after an edit of a record or of the handbook, with nothing changed, of the public edition.

    `files`, `bytes` of the site and `text`, the characters of a branch's page, of cold builds only.
    """

    tool: str
    branches: int
    phase: Phase
    cpu: float
    wall: float
    memory: float
    files: int | None = None
    bytes: int | None = None
    text: int | None = None


@dataclass(frozen=True, kw_only=True)
class Results:
    """One run of the benchmark; `stages` are milliseconds a branch."""

    day: str
    machine: str
    versions: Mapping[str, str]
    rows: tuple[Row, ...]
    stages: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Self:
        """Take up the results of an earlier run."""
        found = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{**found, "rows": tuple(Row(**row) for row in found["rows"])})

    def sizes(self, *tools: str) -> list[int]:
        """The sizes that all these tools have built, ascending."""
        built = [{row.branches for row in self.rows if row.tool == tool and row.branches} for tool in tools]
        return sorted(set.intersection(*built))

    def tools(self) -> list[str]:
        """Who took part, in the order of turns."""
        return list(dict.fromkeys(row.tool for row in self.rows))

    def value(self, tool: str, branches: int, phase: Phase, figure: Figure = "cpu") -> float | None:
        """The median of all rounds; None where nothing was measured."""
        rows = [row for row in self.rows if (row.tool, row.branches, row.phase) == (tool, branches, phase)]
        found = [value for row in rows if (value := getattr(row, figure)) is not None]
        return median(found) if found else None

    def ratio(self, peer: str, branches: int, phase: Phase, figure: Figure = "cpu") -> float | None:
        """Ours over the peer's: less than one is better."""
        return _over(self.value(OURS, branches, phase, figure), self.value(peer, branches, phase, figure))

    def after(self, phase: Phase, branches: int, before: Phase) -> float | None:
        """Our CPU for one thing over that of the program before for another."""
        return _over(self.value(OURS, branches, phase), self.value(BEFORE, branches, before))

    def branch_after(self, few: int, many: int) -> float | None:
        """The CPU of one branch more over that of the program before."""
        ours, theirs = self.line(few, many), self.line(few, many, BEFORE)
        return None if ours is None or theirs is None else _over(ours[1], theirs[1])

    def shared(self, branches: int) -> float | None:
        """The time that a build in two processes takes over that of one."""
        return _over(self.value(TWO, branches, "cold", "wall"), self.value(OURS, branches, "cold", "wall"))

    def times(self, few: int, many: int) -> float | None:
        """How many times the CPU of a small institution a large one takes, cold."""
        return _over(self.value(OURS, many, "cold"), self.value(OURS, few, "cold"))

    def exponent(self, few: int, many: int) -> float | None:
        """The slope of the logarithm of CPU over that of size: 1 where twice the branches take twice the time."""
        times = self.times(few, many)
        return None if times is None else log(times) / log(many / few)

    def line(self, few: int, many: int, tool: str = OURS) -> tuple[float, float] | None:
        """CPU seconds of a build without branches and of one branch more, by the straight line through two sizes."""
        low, high = self.value(tool, few, "cold"), self.value(tool, many, "cold")
        if low is None or high is None:
            return None
        slope = (high - low) / (many - few)
        return low - slope * few, slope


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What is aimed at: a figure that is met at `target` or below, and better met at `stretch`."""

    name: str
    value: float | None
    target: float
    stretch: float | None = None
    form: Callable[[float], str]

    @property
    def verdict(self) -> str:
        """Whether it is met."""
        if self.value is None:
            return "未测"
        if self.value > self.target:
            return "未达到"
        return "达到" if self.stretch is None or self.value > self.stretch else "达到更高目标"


def goals(results: Results) -> list[Goal]:
    """Every goal with what was measured."""
    return [
        _ratio(
            "改一项标准的一句话，400 个支部，CPU 比改版前从头生成",
            results.after("prose", 400, "cold"),
            1 / 8,
            1 / 12,
        ),
        _ratio(
            "改一项标准的一句话，演示站，CPU 比改版前从头生成",
            results.after("prose", DEMONSTRATION, "cold"),
            1 / 6,
            1 / 9,
        ),
        _ratio(
            "什么都没有改，演示站，CPU 比改版前",
            results.after("same", DEMONSTRATION, "same"),
            0.45,
            0.25,
        ),
        _ratio("公开版从头生成，演示站，CPU 比改版前", results.after("public", DEMONSTRATION, "public"), 0.6, 0.5),
        _ratio("多一个支部的 CPU，比改版前", results.branch_after(400, 2_000), 0.8, 0.65),
        Goal(
            name="从头生成，400 个支部，CPU 比 Hugo",
            value=results.ratio(HUGO, 400, "cold"),
            target=1 / 1.5,
            stretch=1 / 2,
            form=multiple,
        ),
        _ratio("从头生成，10,000 个支部，CPU 比 Hugo", results.ratio(HUGO, 10_000, "cold"), 1 / 2.5, 1 / 3),
        _ratio("两个进程，10,000 个支部，实际时间比一个进程", results.shared(10_000), 0.6, 0.55),
        Goal(
            name="从头生成，2,000 个支部，CPU 比 MkDocs + Material",
            value=results.ratio(MATERIAL, 2_000, "cold"),
            target=1 / 15,
            stretch=1 / 25,
            form=multiple,
        ),
        _ratio("改一条记录，10,000 个支部，CPU 比 Hugo", results.ratio(HUGO, 10_000, "edit"), 1 / 150, 1 / 250),
        Goal(
            name="增长指数，400 到 10,000 个支部",
            value=results.exponent(400, 10_000),
            target=1.05,
            stretch=1,
            form=lambda value: f"{value:.3f}",
        ),
        Goal(
            name="峰值内存，10,000 个支部，比 Hugo",
            value=results.ratio(HUGO, 10_000, "cold", "memory"),
            target=1 / 6,
            stretch=1 / 10,
            form=multiple,
        ),
        Goal(
            name="一个支部全部标准的判定",
            value=results.stages.get("evaluate"),
            target=1,
            stretch=0.5,
            form=lambda value: f"{value:.3g} 毫秒",
        ),
        Goal(
            name="100,000 个支部",
            value=results.times(10_000, 100_000),
            target=inf,
            stretch=10,
            form=lambda value: "能生成完" if value == inf else f"10,000 个的 {value:.3g} 倍",
        ),
        Goal(
            name="峰值内存，100,000 个支部",
            value=results.value(OURS, 100_000, "cold", "memory"),
            target=350,
            stretch=250,
            form=lambda value: f"{value:.0f} MB",
        ),
    ]


def _ratio(name: str, value: float | None, target: float, stretch: float) -> Goal:
    form = multiple if target <= 1 / 2.5 else _times
    return Goal(name=name, value=value, target=target, stretch=stretch, form=form)


def _times(value: float) -> str:
    return f"{value:.2g} 倍"


def multiple(value: float) -> str:
    """A ratio as people say it."""
    part = f"{1 / value:.3g}"
    return f"{value:.3g} 倍" if value > 1 or part == "1" else f"1/{part}"


def _over(ours: float | None, theirs: float | None) -> float | None:
    return None if ours is None or theirs is None else ours / theirs
