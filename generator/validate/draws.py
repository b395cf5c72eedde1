"""抽签: lists that are in order, a digest that fits them, a day of publication before the draw, and the branches it gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from generator.model.draw import drawn, list_digest
from generator.model.index import BranchEntry
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.school_appraisal import DrawnKind, RecordedDraw
from generator.model.records.school_register import SchoolRegister

_Branches = Mapping[str, BranchEntry]


def check_draws(draws: Iterable[RecordedDraw], branches: _Branches) -> Iterator[Problem]:
    """The Problems of every draw; that branches exist, `check_unit_records` sees to."""
    for draw in draws:
        wrong = [told for row in draw.lists for told in _listed(row, draw, branches)]
        yield from wrong
        if not wrong:
            yield from _digest(draw)
        yield from _course(draw)


def check_sampled(
    draws: Iterable[RecordedDraw], register: SchoolRegister | None, branches: _Branches
) -> Iterator[Problem]:
    """抽验 of a kind for which there was a draw is of branches that were drawn."""
    by_kind: dict[str, set[str]] = {}
    for row in (row for draw in draws if draw.on for row in draw.lists):
        by_kind.setdefault(row.kind, set()).update(row.drawn)
    for sampling in register.samplings if register else ():
        for id in sampling.branches:
            kind = branches[id].kind if id in branches else ""
            if kind in by_kind and id not in by_kind[kind]:
                message = f"支部 {id} 抽验了，{kind}党支部的抽签没有抽到它"
                yield report("A111", sampling.where("branches"), message, "请核对抽签；另加的写明理由，另列一次。")


def _listed(row: DrawnKind, draw: RecordedDraw, branches: _Branches) -> Iterator[Problem]:
    at, hint = row.where("listed"), "请用 zhibu appraisal draw 重新排出名单；已经公布的，改了要重新公布。"
    if len(set(row.listed)) < len(row.listed):
        yield report("A110", at, f"{row.kind}一类的名单里有支部写了两次", hint)
    if row.number > len(row.listed):
        yield report("A110", row.where("number"), f"抽 {row.number} 个，名单里只有 {len(row.listed)} 个", hint)
    for id in row.listed:
        entry = branches.get(id)
        if entry is not None and entry.kind is not row.kind:
            yield report("A110", at, f"支部 {id} 是{entry.kind}党支部，写在{row.kind}一类里", hint)
        elif entry is not None and draw.announced_on and entry.ended(draw.announced_on):
            yield report("A110", at, f"支部 {id} 到 {draw.announced_on} 已经撤销", hint)


def _digest(draw: RecordedDraw) -> Iterator[Problem]:
    lists = draw.draw_lists
    if draw.digest != (found := list_digest(lists)):
        hint = "请核对名单；公布以后没有改过的，摘要写上面这一个。"
        yield report("A107", draw.where("digest"), f"抽签 {draw.id} 的名单算出的摘要是 {found}", hint)
    elif draw.seed is not None:
        for row, ids in zip(draw.lists, drawn(lists, draw.seed), strict=True):
            if row.drawn and tuple(sorted(row.drawn)) != ids:
                message = f"抽签 {draw.id} {row.kind}一类按种子抽到的是 {'、'.join(ids)}"
                yield report("A109", row.where("drawn"), message, "请照算出的写；种子抄错了的，改种子。")


def _course(draw: RecordedDraw) -> Iterator[Problem]:
    """Published, then the seed, then the draw; the day of the draw is later than the day of publication."""
    known = (("公布日期", draw.announced_on), ("种子日期", draw.seed_on), ("抽签日期", draw.on))
    hint = "请核对日期；没有先公布的，重新公布、重新定种子再抽。"
    if draw.on is not None:
        needed = {"announced_on": draw.announced_on, "seed_source": draw.seed_source, "seed": draw.seed}
        labels = [str(type(draw).model_fields[name].alias) for name, value in needed.items() if value is None]
        if labels:
            yield report("A108", draw.where("on"), f"抽签 {draw.id} 已经抽了，没有写{'、'.join(labels)}", hint)
    days = [(label, day) for label, day in known if day is not None]
    for (before, first), (label, day) in pairwise(days):
        if day < first:
            yield report("A108", draw.source, f"抽签 {draw.id} 的{label}（{day}）早于{before}（{first}）", hint)
    if draw.on is not None and draw.on == draw.announced_on:
        yield report("A108", draw.where("on"), f"抽签 {draw.id} 公布的当天就抽了（{draw.on}）", hint)
