"""观摩展示: references, approval, and what its parts are checked for."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from generator.model import foreign_content as foreign
from generator.model.index import ShowcaseEntry
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.showcase import Takeaway
from generator.model.records.showcase_visit import Highlight
from generator.validate.approvals import check_approval, check_kept_text
from generator.validate.photos import check_photos
from generator.validate.privacy import scan, scan_text
from generator.validate.showcase_files import check_takeaway
from generator.validate.showcase_visits import check_visit, story_problems


def check_showcase(entry: ShowcaseEntry, standards: Collection[str], as_of: date) -> Iterator[Problem]:
    """Every problem of one showcase."""
    showcase = entry.showcase
    rows: tuple[Highlight | Takeaway, ...] = (*showcase.highlights, *showcase.takeaways)
    for row in rows:
        yield from _reference(row, row.standard, standards)
    for station in showcase.route:
        if station.minutes == 0:
            message = f"“{station.name}”的分钟是 0"
            yield report("R219", station.where("minutes"), message, "请写明大约要几分钟。")
    if showcase.approval is None:
        message = "观摩展示没有审批记录，不进公开版"
        yield report(
            "R217",
            showcase.where("approval"),
            message,
            "请补写审批：提出、审核、保密审查、审批、各自的日期，范围、期限和定稿摘要。",
        )
    else:
        yield from check_approval(showcase.approval, "观摩展示", as_of, entry.pieces, entry.kept)
    yield from check_kept_text(entry)
    yield from check_visit(showcase)
    yield from check_photos(entry)
    for takeaway in showcase.takeaways:
        yield from check_takeaway(takeaway, entry.template_faults)
    yield from scan(showcase)
    yield from _prose(entry)


def _reference(row: Highlight | Takeaway, id: str, standards: Collection[str]) -> Iterator[Problem]:
    if standards and id not in standards:
        hint = did_you_mean(id, standards, "请写标准的编号，如 3.1。")
        yield report("R216", row.where("standard"), f"没有标准“{id}”", hint)


def _prose(entry: ShowcaseEntry) -> Iterator[Problem]:
    """The Markdown is kept without positions; its first line is looked up in the file for a Problem."""
    path = entry.showcase.source.path
    for number, line in enumerate(entry.prose.splitlines()):
        for problem in scan_text(line, Source(path)):
            start = _first_line(entry)
            yield problem._replace(source=Source(path, start + number, 1) if start else Source(path))
    if foreign.in_markdown(entry.prose):
        yield from foreign.foreign_problems(entry.prose, path, _first_line(entry))
    for problem, at in story_problems(entry.prose):
        yield problem._replace(source=Source(path, max(_first_line(entry) - 1, 0) + at, 1))


def _first_line(entry: ShowcaseEntry) -> int:
    """The line of the file on which the prose begins; 0 where the file is no longer there to be read."""
    try:
        text = (entry.folder / "showcase.md").read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return 0
    at = text.find(entry.prose)
    return text.count("\n", 0, at) + 1 if at >= 0 else 0
