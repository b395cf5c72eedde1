"""学时: did every officer, or every member, reach the year's training hours?

Officers are judged term by term: the hours of a whole year, or, for those who took or left office during it, a twelfth for
each full calendar month in office (A18); less than one month is not asked.  Posts that one person holds at the same time
are one term, with the most hours recorded for any of them.  A term's row in the year's register has the
same 职务 and the same 自, or is the only one of that post.  Members are rows without names: all rows must reach the line
and the people in them, with those excused (不计学时), must be as many as the members on `as_of` or on the year's last day,
the earlier; the hours count by the year, or for a row with 在册月 by a twelfth for each month (A17).  Reasons give how
many reach the line, never who.

Where the institution takes hours from 班次和活动, they come from classes (entered by who held them, or by the branch) and
from activities with 学时: an officer has those of the classes that name the post and of what every member attended; of
members only what all of them attended is sure.  Who came during the year is asked for a twelfth for each full month
since.  If there were hours enough but not everybody was always there, the numbers cannot tell, which is 提示.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from decimal import ROUND_CEILING, Decimal
from enum import StrEnum
from typing import NamedTuple

from generator.evaluate.check_context import CheckContext, cite
from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import PeriodicParameters, YearlyCycle
from generator.evaluate.phrases import say_day, say_period
from generator.evaluate.sessions import Cohort, Session, by_all, cohorts, fewest, officer_rows, proof, sessions
from generator.evaluate.timing import insufficient, unknown
from generator.model.check import RecordKind, Recurring
from generator.model.fields import Hours
from generator.model.finding import Verdict
from generator.model.period import Cycle, periods
from generator.model.record import Audience, entry
from generator.model.records.organisation import HoursSource
from generator.model.records.profile import Officer, persons
from generator.model.records.register import MemberHours, OfficerHours, TrainingHours
from generator.model.words import short_day

NAME = "学时"
VERDICTS = (
    Verdict.MET,
    Verdict.UNMET,
    Verdict.DUE_SOON,
    Verdict.NOT_DUE,
    Verdict.NO_RECORD,
    Verdict.NOT_APPLICABLE,
    Verdict.ADVISORY,
)

_PUBLIC = Audience.PUBLIC


class Who(StrEnum):
    """Whose hours are judged."""

    OFFICERS = "书记和委员"
    MEMBERS = "党员"


class Parameters(PeriodicParameters):
    """Whose hours, and how many a year."""

    who: Who = entry("对象", _PUBLIC, example="书记和委员")
    cycle: YearlyCycle = entry("每", _PUBLIC, example="年")
    at_least: Hours = entry("至少", _PUBLIC, example="56")

    def schedule(self) -> Recurring:
        """Due at the end of the year."""
        return Recurring(self.cycle)

    def forms(self) -> tuple[RecordKind, ...]:
        """The year's hours."""
        return (TrainingHours,)


class _Term(NamedTuple):
    """One officer's term in the year, the full months of it, and the row of hours that belongs to it."""

    months: int
    row: OfficerHours | None

    def lacks(self, parameters: Parameters) -> Decimal:
        """How many hours are still missing."""
        return parameters.at_least * self.months / 12 - (self.row.hours if self.row else 0)

    def reaches(self, parameters: Parameters) -> bool:
        """Whether the hours reach a twelfth of the year's for each month; compared exactly."""
        # Multiplied, not divided: 56 × 7 ÷ 12 has no finite decimal.
        return self.row is not None and self.row.hours * 12 >= parameters.at_least * self.months


def judge(context: CheckContext, parameters: Parameters) -> Outcome:
    """Whether the year's hours suffice."""
    register = context.records.register(context.period.start.year)
    hours = register.hours if register else None
    if context.institution.hours_source is HoursSource.SESSIONS:
        return _by_sessions(context, parameters, (hours and hours.excused) or 0)
    if parameters.who is Who.OFFICERS:
        return _officers(context, parameters, (hours and hours.officers) or ())
    return _members(context, parameters, (hours and hours.members) or (), (hours and hours.excused) or 0)


def _by_sessions(context: CheckContext, parameters: Parameters, excused: int) -> Outcome:
    found = sessions(context)
    full = by_all(context, found, excused)
    if parameters.who is Who.OFFICERS:
        outcome = _officers(context, parameters, officer_rows(context.profile.officers or (), found, full))
        return outcome._replace(evidence=proof(context, found) if outcome.evidence else ())
    if context.dossier.headcount(context.day) is None:
        return unknown(context, f"支部概况没有{say_day(context.day)}的党员人数，不能判断党员的学时")
    return _members_by_sessions(context, parameters, found, full, excused)


def _members_by_sessions(
    context: CheckContext, parameters: Parameters, found: Sequence[Session], full: Sequence[Session], excused: int
) -> Outcome:
    held, sure = (sum((row.hours for row in rows), Decimal(0)) for rows in (found, full))
    year, line = say_period(context.period), parameters.at_least
    shows = f"记录显示{year}计学时的班次和活动 {len(found)} 次 {held} 学时，其中全体党员都参加的 {sure} 学时，要求每人 {line} 学时"
    evidence = proof(context, found)
    if all(
        _sure_of(cohort, full) >= line * (12 if cohort.months is None else cohort.months) / 12
        for cohort in cohorts(context)
    ):
        return Outcome(Verdict.MET, f"{shows}{_joined(context)}", evidence)
    outcome = insufficient(context, shows, evidence)
    enough = sum(row.hours * row.people for row in found) >= line * (fewest(context) - excused)
    if outcome.verdict is Verdict.UNMET and held >= line and enough:
        reason = f"{shows}；只有人数，不能断定人人达到，请核签到底册"
        return Outcome(Verdict.ADVISORY, reason, evidence)
    return outcome


def _sure_of(cohort: Cohort, full: Iterable[Session]) -> Decimal:
    return sum((row.hours for row in full if row.on >= cohort.since), Decimal(0))


def _joined(context: CheckContext) -> str:
    later = [cohort.since for cohort in cohorts(context) if cohort.months is not None]
    return f"，其中{'、'.join(map(short_day, later))}以后来的按在册整月折算（A17）" if later else ""


def _officers(context: CheckContext, parameters: Parameters, rows: Sequence[OfficerHours]) -> Outcome:
    if context.profile.officers is None:
        return unknown(context, "支部概况没有写支委，不能判断书记和委员的学时")
    terms, year = tuple(_terms(context, context.profile.officers, rows)), say_period(context.period)
    if not terms:
        return Outcome(Verdict.NOT_APPLICABLE, f"记录显示{year}没有在任满一个月的书记和委员（A18）")
    met = sum(term.reaches(parameters) for term in terms)
    counts = f"{len(terms)} 个任期中 {met} 个达到要求，全年 {parameters.at_least} 学时{_pro_rata(terms)}"
    counts += _lacking([(term.lacks(parameters), 1) for term in terms if not term.reaches(parameters)])
    shows, evidence = f"记录显示{year}书记和委员 {counts}", cite("书记和委员学时", *(term.row for term in terms))
    return Outcome(Verdict.MET, shows, evidence) if met == len(terms) else insufficient(context, shows, evidence)


def _lacking(short: Iterable[tuple[Decimal, int]]) -> str:
    """How many people still lack how many hours, rounded up to a tenth; never who: hours are 党内, names are not kept."""
    people: Counter[Decimal] = Counter()
    for hours, number in short:
        people[hours.quantize(Decimal("0.1"), ROUND_CEILING)] += max(0, number)
    texts = [f"{number} 人还差 {hours.normalize():f} 学时" for hours, number in sorted(people.items()) if number]
    return f"；{'、'.join(texts)}" if texts else ""


def _pro_rata(terms: Sequence[_Term]) -> str:
    part = sum(term.months < 12 for term in terms)
    return f"，其中 {part} 个任期不满全年，按在任整月数折算（A18）" if part else ""


def _terms(context: CheckContext, officers: Sequence[Officer], rows: Sequence[OfficerHours]) -> Iterator[_Term]:
    first, last = context.period.start, context.day
    serving = [row for row in officers if row.since <= last and (row.until is None or first <= row.until)]
    hours = {id(officer): row for officer, row in zip(serving, match(serving, rows), strict=True)}
    for posts in (posts for person in persons(serving) for posts in _at_one_time(person)):
        months = _months(context, posts)
        found = [row for row in (hours[id(officer)] for officer in posts) if row is not None]
        if months:
            yield _Term(months, max(found, key=lambda row: row.hours, default=None))


def _at_one_time(person: Iterable[Officer]) -> list[list[Officer]]:
    """One person's posts, grouped by overlapping time; a common day of handover is no overlap."""
    found: list[list[Officer]] = []
    for officer in sorted(person, key=lambda officer: officer.since):
        if found and any(row.until is None or officer.since < row.until for row in found[-1]):
            found[-1].append(officer)
        else:
            found.append([officer])
    return found


def _months(context: CheckContext, posts: Iterable[Officer]) -> int:
    """Full calendar months of the year in office, while the branch existed."""
    spans = [_span(context, officer) for officer in posts]
    months = periods(Cycle.MONTH, context.period.start.year)
    return sum(any(since <= month.start and month.end <= until for since, until in spans) for month in months)


def _span(context: CheckContext, officer: Officer) -> tuple[date, date]:
    until = min(filter(None, (officer.until, context.profile.dissolved)), default=context.period.end)
    return max(officer.since, context.profile.founded), until


def match(officers: Sequence[Officer], rows: Sequence[OfficerHours]) -> tuple[OfficerHours | None, ...]:
    """For each term its row: of the same post and day, else the only one left of that post.

    Several officers of one post who took office together (委员) share the rows without 自 in the order written.
    """
    found: dict[int, OfficerHours] = {}
    for post in {officer.post for officer in officers}:
        left = [row for row in rows if row.post is post]
        rest = []
        for index in (index for index, officer in enumerate(officers) if officer.post is post):
            same = next((at for at, row in enumerate(left) if row.since == officers[index].since), None)
            if same is None:
                rest.append(index)
            else:
                found[index] = left.pop(same)
        # Several 委员 usually take office on one day and then need no 自 in their rows.
        together = len({officers[index].since for index in rest}) == 1 and all(row.since is None for row in left)
        if together or len(rest) == len(left) == 1:
            found.update(zip(rest, left, strict=False))
    for index, officer in enumerate(officers):  # 兼任: a row may be written under the second post of one person
        beside = [row for row in rows if row.post in officer.also and row not in found.values()]
        if index not in found and len(beside) == 1:
            found[index] = beside[0]
    return tuple(found.get(index) for index in range(len(officers)))


def _members(context: CheckContext, parameters: Parameters, rows: Sequence[MemberHours], excused: int) -> Outcome:
    members = context.dossier.headcount(context.day)
    if members is None:
        return unknown(context, f"支部概况没有{say_day(context.day)}的党员人数，不能判断党员的学时")
    rows = [row for row in rows if row.people]
    reaching = [row for row in rows if row.hours >= _asked(row, parameters)]
    people = sum(row.people for row in reaching)
    counts = f"{people} 名达到 {parameters.at_least} 学时{_special_cases(rows, excused)}"
    shows = f"记录显示{say_period(context.period)}党员 {counts}，{say_day(context.day)}党员 {members.total} 名（A17）"
    unrecorded = members.total - excused - sum(row.people for row in rows)
    short = [(_asked(row, parameters) - row.hours, row.people) for row in rows if row not in reaching]
    shows += _lacking([*short, (parameters.at_least, unrecorded)])
    evidence = cite("党员学时", *rows)
    if len(reaching) == len(rows) and people + excused >= members.total:
        return Outcome(Verdict.MET, shows, evidence)
    return insufficient(context, shows, evidence)


def _asked(row: MemberHours, parameters: Parameters) -> Decimal:
    """How many hours are asked of the members of a row: a twelfth for each month in the branch."""
    return parameters.at_least * (12 if row.months is None else row.months) / 12


def _special_cases(rows: Sequence[MemberHours], excused: int) -> str:
    part = sum(row.people for row in rows if row.months is not None)
    months = f"，其中 {part} 名按在册整月折算" if part else ""
    return months + (f"，另有 {excused} 名经支委会同意不计" if excused else "")
