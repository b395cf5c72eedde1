"""年度台账: dates against the year, the branch's life and `as_of`; elections, hours, exemptions and reviews."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date

from generator.model.dossier import Dossier
from generator.model.kinds import Duty, Post
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.activity import Activity
from generator.model.records.election import Election
from generator.model.records.profile import Officer
from generator.model.records.register import OfficerHours, Register, Waiver
from generator.validate.branch_plans import check_plan
from generator.validate.dates import NextYearDeadlines, in_existence, in_year, month_in_year
from generator.validate.elections import check_election
from generator.validate.reviews import check_review
from generator.validate.visit_notes import check_visit_notes
from generator.validate.yearly_rows import check_yearly_rows


def check_register(
    year: int,
    register: Register,
    dossier: Dossier,
    criteria: Mapping[str, Duty],
    *,
    as_of: date,
    yearly: NextYearDeadlines,
) -> Iterator[Problem]:
    """Every problem of one year's register against the year, the profile and the standards."""
    dated: tuple[Activity | Election, ...] = (*register.activities, *register.elections)
    for row in dated:
        yield from in_year(row, "on", year, yearly)
        yield from in_existence(row, "on", dossier, as_of)
    for election in register.elections:
        yield from check_election(election, dossier)
    for exemption in register.exemptions:
        yield from month_in_year(exemption, "month", year)
    for review in register.all_reviews:
        yield from check_review(review, Duty.BRANCH, criteria, as_of)
    if register.waiver is not None:
        yield from _waiver(register.waiver, year, dossier, as_of)
    if register.plan is not None:
        yield from check_plan(register.plan, year, dossier, as_of, yearly)
    yield from check_yearly_rows(register, year, dossier, as_of, yearly)
    yield from check_visit_notes(register, year, dossier, as_of, yearly)
    if register.hours is not None:
        yield from _officer_hours(register.hours.officers or (), dossier, year)
        yield from _member_hours(register, dossier, year)


def _waiver(waiver: Waiver, year: int, dossier: Dossier, as_of: date) -> Iterator[Problem]:
    if not dossier.profile.lives_briefly_in(year):
        message = f"支部在 {year} 年存续不少于 3 个月，“不评”不作依据"
        yield report("R246", waiver.where("reason"), message, "请删去“不评”；定性要点由基层党委照常评定（A39）。")
    if waiver.on > as_of:
        yield report("R203", waiver.where("on"), f"{waiver.on} 晚于截至日 {as_of}，不作依据", "请核对日期。")


def _officer_hours(rows: Collection[OfficerHours], dossier: Dossier, year: int) -> Iterator[Problem]:
    if dossier.profile.officers is None:
        return
    first, last = date(year, 1, 1), date(year, 12, 31)
    serving = [each for each in dossier.profile.officers if each.since <= last and (each.until or last) >= first]
    for row in rows:
        terms = [each for each in serving if row.post in each.posts]
        yield from _hours_row(row, terms, [post.value for each in serving for post in each.posts], year)


def _hours_row(row: OfficerHours, terms: list[Officer], posts: list[str], year: int) -> Iterator[Problem]:
    starts = sorted({each.since for each in terms})
    shown = "、".join(map(str, starts))
    if not terms:
        known = f"这一年的支委有：{'、'.join(dict.fromkeys(posts))}。" if posts else "请先在支部概况里登记支委。"
        yield report(
            "R210", row.where("post"), f"{year} 年的支委里没有“{row.post}”", did_you_mean(row.post, posts, known)
        )
    elif row.since is not None and row.since not in starts:
        message = f"支委里没有自 {row.since} 起的“{row.post}”"
        yield report("R210", row.where("since"), message, f"支部概况里写的是：{shown}，请改成一致。")
    # Several 委员 serve at the same time, so different starts do not mean a change of officer.
    elif row.since is None and len(starts) > 1 and row.post is not Post.MEMBER:
        message = f"“{row.post}”这一年换过人（自 {shown}），学时没有写明是哪一任"
        yield report("R211", row.where("post"), message, "请每一任各写一行，并写“自”。")


def _member_hours(register: Register, dossier: Dossier, year: int) -> Iterator[Problem]:
    rows = (register.hours.members if register.hours else None) or ()
    most = _most_members(dossier, year)
    people = sum(row.people for row in rows) + ((register.hours.excused if register.hours else None) or 0)
    if rows and most is not None and people > most:
        message = f"登记学时的共 {people} 人，多于 {year} 年最多时的党员 {most} 人"
        yield report("R212", rows[-1].where("people"), message, "请核对人数；同一名党员只计一次。")


def _most_members(dossier: Dossier, year: int) -> int | None:
    """The largest number of members on any day of the year; None where the profile does not say."""
    rows = [row for row in dossier.profile.headcounts or () if row.since.year == year]
    start = dossier.headcount(date(year, 1, 1))
    return max((row.total for row in (*rows, *((start,) if start else ()))), default=None)
