"""Draft of a year's plan from its clauses: `records/plan/<year>.yml` for a person to finish."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.model.clause import Clause, Document
from generator.model.clause_facts import DayOfYear, Deadline, DeadlineKind

_PLAIN = re.compile(r"[\w（）“”《》、，。·/-][\w（）“”《》、，。·/ -]*(?<! )")
_WORDLIKE = re.compile(r"[^\x00-\x7f]")
_GOAL = re.compile(r"[^，。；、：\s]{2,12}更加[^，。；、：\s]{2,10}?(?=的目标|[，。；、\s])")
_FIRST_PART = re.compile(r"(?:“[^”]*”|《[^》]*》|[^，；])+")
"""Up to the first comma that is not in quotation marks."""

_WINDOW_BRACKET = re.compile(r"[（(]")
_NAME_LENGTH = 30


def year_of(document: Document) -> int | None:
    """The year of a plan: its title's, else that of its date."""
    found = re.search(r"(20\d\d|19\d\d)\s*年", document.title or "")
    if found:
        return int(found[1])
    return document.date.year if document.date else None


def phases_of(document: Document) -> list[Clause]:
    """The clauses that are 阶段: of the second level, with a window in their heading."""
    return [clause for clause in document.walk() if clause.level == 2 and _window(clause) is not None]


def to_yaml(document: Document, year: int) -> str:
    """The draft as YAML."""
    return "".join(f"{line}\n" for line in _lines(document, year))


def _lines(document: Document, year: int) -> Iterator[str]:
    yield f"# {year} 年工作方案，由原文导入；请核对每一行，补上简称、标准和台账。原文在同一文件夹的 {year}.txt"
    yield f"年度: {json.dumps(str(year))}"
    yield f"编号: 本校方案{year}"
    yield f"名称: {_scalar(document.title or '')}"
    goals = _goals(document)
    yield "目标:" if goals else "目标: []"
    yield from (f"  - 名称: {_scalar(goal)}" for goal in goals)
    yield "阶段:"
    for phase in phases_of(document):
        yield from _phase(phase, year)


def _phase(phase: Clause, year: int) -> Iterator[str]:
    window = _window(phase)
    yield f"  - 条款: {_scalar(_cited(phase))}"
    yield f"    名称: {_scalar(_phase_name(phase))}"
    if window is not None:
        yield f"    自: {_day(window.since, year)}"
        yield f"    至: {_day(window.until, year)}"
    yield "    任务:" if phase.children else "    任务: []"
    for task in phase.children:
        yield from _task(task, year)


def _task(task: Clause, year: int) -> Iterator[str]:
    due = _due(task)
    units = list(dict.fromkeys(mention.unit for clause in task.walk() for mention in clause.units))
    yield f"      - 条款: {_scalar(_cited(task))}"
    yield f"        名称: {_scalar(_task_name(task))}"
    yield f"        责任单位: [{', '.join(_scalar(unit) for unit in units)}]"
    if due is not None:
        yield f"        期限: {_day(due.until, year)}"
    yield "        标准: []"


def _window(clause: Clause) -> Deadline | None:
    """The time in which a phase runs, where it stands in the heading."""
    heading = clause.body + len(clause.text.partition("\n")[0])
    for deadline in clause.deadlines:
        if deadline.kind is DeadlineKind.WINDOW and deadline.start < heading:
            return deadline
    return None


def _due(task: Clause) -> Deadline | None:
    """The last one-off deadline; recurring ones and windows do not count."""
    found = [
        deadline
        for clause in task.walk()
        for deadline in clause.deadlines
        if deadline.kind in {DeadlineKind.BY, DeadlineKind.DAY} and deadline.until is not None
    ]
    return max(found, key=lambda deadline: str(deadline.until), default=None)


def _day(day: DayOfYear | None, year: int) -> str:
    """A day; without a year in the text it is in the plan's year."""
    return str(day if day is None or day.year is not None else day._replace(year=year))


def _phase_name(phase: Clause) -> str:
    words = _WINDOW_BRACKET.split(phase.text, maxsplit=1)[0]
    return re.split(r"[。：\n]", words, maxsplit=1)[0].strip().removesuffix("阶段").rstrip("，、")


def _task_name(task: Clause) -> str:
    """The first sentence if it is short, else its text up to the first comma."""
    words = task.text.partition("\n")[0]
    heading = words.partition("。")[0].strip()
    if len(heading) <= _NAME_LENGTH:
        return heading
    found = _FIRST_PART.match(heading)
    return found[0].strip() if found else heading


def _goals(document: Document) -> list[str]:
    """…更加…, as the goals of these plans are worded."""
    found = (goal for clause in document.walk() for goal in _GOAL.findall(clause.text))
    return list(dict.fromkeys(re.sub(r"^.*?(?:努力)?实现党支部", "", goal) for goal in found))


def _cited(clause: Clause) -> str:
    """The clause's id as its own document cites it, without the prefix of files with several documents."""
    return clause.id.rpartition("·")[2]


def _scalar(words: str) -> str:
    """Unquoted where the fast reader accepts it, else in JSON's double quotes, which YAML reads the same."""
    plain = _PLAIN.fullmatch(words) is not None and _WORDLIKE.search(words) is not None
    return words if plain else json.dumps(words, ensure_ascii=False)
