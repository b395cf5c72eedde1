"""`zhibu snapshot`: the findings of a year as an office settles them, a file a branch, written once (A38)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.disclose.view import BranchView
from generator.edit.transaction import FileChange, write_together
from generator.errors import ConfigurationError
from generator.judge import judge_sound
from generator.model.files import SNAPSHOT
from generator.model.finding import Assessment
from generator.model.record import Audience
from generator.settings import Scope, Settings
from generator.survey import survey


def settle(settings: Settings, committee: str | None, office: str, on: date, *, again: bool) -> Iterator[str]:
    """Write the snapshot of the settings' year for every branch of a committee, or of all, together or none.

    Settled is what the internal edition shows.  Raises ConfigurationError where one is there already, unless `again`,
    and RecordsRefusedError with every 错误 in the records.
    """
    if on > settings.as_of:
        raise ConfigurationError(f"不能在还没有到的一天核定：{on}晚于截至日 {settings.as_of}。")
    if not office.strip() or "\n" in office:
        raise ConfigurationError("请写核定的单位，一行。")
    scope = Scope(kind="committee", id=committee) if committee else None
    rows = list(_changes(replace(settings, scope=scope), office.strip(), on, again=again))
    write_together(change for _, change in rows)
    yield from (f"{name}：已核定，写在 {change.path.name}。" for name, change in rows)


def _changes(settings: Settings, office: str, on: date, *, again: bool) -> Iterator[tuple[str, FileChange]]:
    surveyed = survey(settings)
    rows = judge_sound(surveyed, "台账有错误，没有核定。")
    for row in rows:
        view, entry = BranchView.of(row, Audience.INTERNAL), row.entry
        if view is None or view.current is None:
            continue
        path = SNAPSHOT.at(settings.records, committee=entry.committee, branch=entry.id, year=settings.year)
        old = path.read_bytes().decode("utf-8") if path.is_file() else None
        if old is not None and not again:
            raise ConfigurationError(f"{path} 已经核定过，什么都没有写。核定写成以后不改；确要重新核定的，加 --again。")
        yield entry.name, FileChange(path, old, _written(view.current.assessment, office, on))


def _written(assessment: Assessment, office: str, on: date) -> str:
    head = (
        f"# {assessment.year}年度的核定，由 zhibu snapshot 写；以后补录不改这里\n"
        f'单位: "{office.replace(chr(92), chr(92) * 2).replace(chr(34), chr(92) + chr(34))}"\n'
        f"日期: {on.isoformat()}\n截至: {assessment.as_of.isoformat()}\n判定:\n"
    )
    rows = (
        f'  - {{要点: "{row.criterion}", 考核期: "{row.period.name}", 结论: {row.verdict.value}}}\n'
        for row in assessment.own
    )
    return head + "".join(rows) if any(True for _ in assessment.own) else head.replace("判定:\n", "判定: []\n")
