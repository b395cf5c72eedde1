"""Draws for 抽验: the list that is published first, and the draw that anyone can repeat."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from generator.errors import ConfigurationError
from generator.model.draw import DrawList, DrawTicket, list_digest, list_text, parse_list, tickets
from generator.model.files import SCHOOL_APPRAISAL
from generator.model.kinds import BranchKind
from generator.model.nearest import did_you_mean
from generator.model.records.school_appraisal import RecordedDraw, SchoolAppraisal
from generator.present.appraisal.papers import draw_notice
from generator.products.paper_files import PaperFile, sound_survey, write_files
from generator.settings import Settings

_STEM = "draw"


class DrawResult(NamedTuple):
    """One kind: how many are drawn, and all tickets, the smallest first."""

    kind: str
    number: int
    tickets: tuple[DrawTicket, ...]


def draw_lists(settings: Settings, numbers: Mapping[BranchKind, int], without: Collection[str]) -> list[DrawList]:
    """The branches of each kind that live on `as_of`, but for those `without`; raises ConfigurationError."""
    surveyed = sound_survey(settings)
    branches = tuple(surveyed.index.branches()) if surveyed.index else ()
    known = {row.id for row in branches}
    for id in without:
        if id not in known:
            raise ConfigurationError(f"没有支部“{id}”。{did_you_mean(id, known, '请写支部的文件夹名。')}")
    living = [row for row in branches if not row.ended(settings.as_of) and row.id not in without]
    lists = [
        DrawList(kind.value, number, tuple(sorted(row.id for row in living if row.kind is kind)))
        for kind, number in numbers.items()
    ]
    for each in lists:
        if not 0 < each.number <= len(each.ids):
            raise ConfigurationError(f"{each.kind}党支部 {len(each.ids)} 个，不能抽 {each.number} 个。")
    return lists


def list_record(lists: Sequence[DrawList], settings: Settings) -> str:
    """The row of 抽签 as it is written into the register; what is not known yet is left out."""
    kinds = "".join(
        f"      - {{类别: {row.kind}, 个数: {row.number}, 名单: [{', '.join(row.ids)}]}}\n" for row in lists
    )
    return f"抽签:\n  - 编号: {settings.year}-1\n    摘要: {list_digest(lists)}\n    各类:\n{kinds}"


def write_list(lists: Sequence[DrawList], folder: Path) -> list[Path]:
    """The list as a text whose SHA-256 is the digest, and a notice for Word."""
    notice = PaperFile.word(f"{_STEM}-notice", draw_notice(lists))
    return write_files([PaperFile(f"{_STEM}-list.txt", list_text(lists).encode()), notice], folder)


def repeat_draw(file: Path, seed: str) -> Iterator[DrawResult]:
    """The draw from a published list; no register is needed.  Raises ConfigurationError where it is no list."""
    try:
        lists = parse_list(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ConfigurationError(f"{file} 不是抽签名单：{error}。请用公布的那一份，一个字也不改。") from error
    return _results(lists, seed)


def recorded_draw(settings: Settings, id: str) -> Iterator[DrawResult]:
    """The draw of that number in the register; raises ConfigurationError where it was not published before, or has no seed."""
    name = SCHOOL_APPRAISAL.pattern.format(year=settings.year)
    surveyed = sound_survey(settings)
    record = surveyed.index.further.get(name) if surveyed.index else None
    draws = {row.id: row for row in record.draws} if isinstance(record, SchoolAppraisal) else {}
    if id not in draws:
        raise ConfigurationError(f"records/{name} 里没有抽签“{id}”。{did_you_mean(id, draws, '名单用 --of 排出。')}")
    _ready(draws[id], settings)
    return _results(draws[id].draw_lists, draws[id].seed or "")


def _ready(draw: RecordedDraw, settings: Settings) -> None:
    if draw.announced_on is None or draw.announced_on >= settings.as_of or draw.seed_source is None:
        raise ConfigurationError(
            f"抽签“{draw.id}”还没有公布。请先公布名单、摘要和种子来源，写上“公布日期”“种子来源”，第二天起再抽。"
        )
    if draw.seed is None:
        raise ConfigurationError(f"抽签“{draw.id}”还没有种子。请照公布的来源定下来，写上“种子”“种子日期”。")


def _results(lists: Sequence[DrawList], seed: str) -> Iterator[DrawResult]:
    digest = list_digest(lists)
    for each in lists:
        yield DrawResult(each.kind, each.number, tuple(tickets(digest, seed, each.ids)))
