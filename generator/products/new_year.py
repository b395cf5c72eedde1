"""`zhibu year`: opens a year: what runs on, a draft of the plan, holidays to be checked, and what is left of the year before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from generator.edit.next_year import next_plan, open_tasks, with_carried, with_holidays
from generator.edit.transaction import FileChange, write_together
from generator.errors import ConfigurationError, RecordsRefusedError
from generator.judge import check
from generator.load.filesystem import display_path
from generator.load.plain_tree import plain_tree
from generator.model.files import BRANCH, INSTITUTION, PLAN, RECORD_FILES
from generator.model.finding import Verdict
from generator.model.problem import errors_in
from generator.model.record import Audience
from generator.model.record_file import Owner, RecordFile
from generator.model.running_on import carried, still_open
from generator.model.working_days import KNOWN_YEARS
from generator.settings import Settings

_LEFT = (Verdict.UNMET, Verdict.DUE_SOON, Verdict.NO_RECORD, Verdict.AWAITING_REVIEW, Verdict.NOT_DUE)
"""What of a year is not settled yet, in the order in which it is told."""


class Opened(NamedTuple):
    """What was written and what there is to say, a line each."""

    written: tuple[str, ...]
    said: tuple[str, ...]


def open_year(settings: Settings, year: int) -> Opened:
    """Open a year; what is there already stays, so that opening it twice changes nothing.

    Raises RecordsRefusedError where records hold 错误: nothing is written then.
    """
    left = Counter[Verdict]()
    errors = []
    for problems, years, _ in check(replace(settings, year=year - 1)):
        errors += errors_in(problems)
        for judged in years:
            if judged.assessment.year == year - 1:
                left.update(row.verdict for row in judged.assessment.own)
    if errors:
        raise RecordsRefusedError("台账有错误，没有写。改好以后再运行一次。", sorted(errors))
    opening = _Opening(settings, year)
    changes = [change for change in opening.changes() if change.new != (change.old or "")]
    for change in changes:
        change.path.parent.mkdir(parents=True, exist_ok=True)
    write_together(changes)
    written = tuple(display_path(change.path, settings.root) for change in changes)
    return Opened(written, (*opening.said, *opening.left_open(), *_closing(year - 1, left)))


class _Opening:
    def __init__(self, settings: Settings, year: int) -> None:
        self.settings, self.year = settings, year
        self.records = settings.records
        self.said: list[str] = []

    def changes(self) -> Iterator[FileChange]:
        yield from self._institution()
        yield from self._plan()
        for file, path, tree in self._registers:
            yield from self._register(file, path, tree)

    def left_open(self) -> Iterator[str]:
        """What of the year before is still open and stays where it is."""
        plan = self._tree(PLAN.at(self.records, year=self.year - 1))
        yield from (
            f"{self.year - 1} 年方案{clause}“{name}”还没有写已办结。" for clause, name in open_tasks(plan or {})
        )
        for file, path, tree in self._registers:
            rows = [f"{row.path}“{row.text}”" for row in still_open(file.record, tree)] if file.record else []
            if rows:
                yield f"{display_path(path, self.settings.root)} 还没有了结：{'；'.join(rows)}。"

    def _institution(self) -> Iterator[FileChange]:
        path = INSTITUTION.at(self.records)
        old = _text(path)
        made = with_holidays(old, self.year)
        if self.year not in KNOWN_YEARS:
            self.said.append(f"{self.year} 年的放假通知还没有收进程序，假期没有填，通知印发后照写（待核）。")
        elif made is None:
            self.said.append(
                f"{display_path(path, self.settings.root)} 的写法程序改不了，{self.year} 年的假期请手工填。"
            )
        else:
            yield FileChange(path, old, made)
        self.said.append(f"{self.year} 年的寒暑假、考试周照校历补进“假期”。")

    def _plan(self) -> Iterator[FileChange]:
        path = PLAN.at(self.records, year=self.year)
        if path.exists():
            return
        institution = self._tree(INSTITUTION.at(self.records)) or {}
        before = self._tree(PLAN.at(self.records, year=self.year - 1))
        yield FileChange(path, None, next_plan(str(institution.get("名称", "")), self.year, before))

    def _register(self, file: RecordFile, path: Path, tree: dict[str, Any]) -> Iterator[FileChange]:
        assert file.record is not None
        new = path.with_name(path.name.replace(str(self.year - 1), str(self.year)))
        old = _text(new) if new.exists() else None
        made = with_carried(old, file.record, self.year, carried(file.record, tree))
        if made is not None:
            yield FileChange(new, old, made)
        elif old:
            self.said.append(f"{display_path(new, self.settings.root)} 的写法程序改不了，请手工转。")

    @cached_property
    def _registers(self) -> tuple[tuple[RecordFile, Path, dict[str, Any]], ...]:
        """The registers of the year before that the internal edition shows, of units that go on."""
        return tuple(self._read())

    def _read(self) -> Iterator[tuple[RecordFile, Path, dict[str, Any]]]:
        for file in RECORD_FILES:
            if not (file.yearly and file.by_hand and file.record and file.record.shows_to(Audience.INTERNAL)):
                continue
            for path in file.present(self.records, year=str(self.year - 1)):
                tree = self._tree(path)
                if tree is not None and not (file.owner is Owner.BRANCH and self._is_over(path.parent)):
                    yield file, path, tree

    def _is_over(self, branch: Path) -> bool:
        told = str((self._tree(branch / BRANCH.name) or {}).get("撤销", ""))
        return bool(told) and told < date(self.year, 1, 1).isoformat()

    @staticmethod
    def _tree(path: Path) -> dict[str, Any] | None:
        return plain_tree(_text(path)) if path.is_file() else None


def _text(path: Path) -> str:
    """With its line ends as they are, for they are kept."""
    return path.read_bytes().decode()


def _closing(year: int, left: Counter[Verdict]) -> Iterator[str]:
    parts = [f"{verdict} {left[verdict]} 条" for verdict in _LEFT if left[verdict]]
    if not left:
        yield f"{year} 年没有台账可看，没有上年收尾。"
    else:
        yield f"上年收尾：{year} 年记录显示{'、'.join(parts) or '都已了结'}；逐条见支部页的“上年收尾”和那一年的页。"


def refuse_year(settings: Settings, year: int) -> None:
    """Raise ConfigurationError for a year that is not the next to one with records."""
    known = {
        int(path.stem)
        for file in RECORD_FILES
        if file.yearly and file.suffix == ".yml"
        for path in file.present(settings.records)
        if path.stem.isdigit()
    }
    if known and not min(known) < year <= max(known) + 1:
        raise ConfigurationError(f"台账从 {min(known)} 年到 {max(known)} 年，不能开 {year} 年。请写 {max(known) + 1}。")
