"""支部概况: its dated lists, founding and dissolution."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from generator.model.approved import pieces
from generator.model.kinds import Post
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record
from generator.model.records.profile import Coverage, Group, Headcount, Officer, Profile
from generator.validate.approvals import check_approval
from generator.validate.repeated import repeated


def check_profile(profile: Profile, as_of: date) -> Iterator[Problem]:
    """The Problems of a branch's profile by itself."""
    yield from _life(profile, as_of)
    for rows in (profile.headcounts or (), profile.coverage):
        yield from _dated(rows)
    for spans in (profile.officers or (), profile.groups or ()):
        yield from _spans(spans)
    yield from _overlaps(profile)
    yield from _before_founding(profile)
    introduction = profile.introduction
    if introduction is not None and introduction.approval is not None:
        yield from check_approval(introduction.approval, "公开简介", as_of, pieces(introduction))


def check_span(record: Record, since: date, until: date | None) -> Iterator[Problem]:
    """`since` is not after `until`."""
    if until is not None and until < since:
        yield report("R122", record.where("until"), f"“自”（{since}）晚于“至”（{until}）", "请核对两个日期。")


def _life(profile: Profile, as_of: date) -> Iterator[Problem]:
    founded, dissolved, reconciled = profile.founded, profile.dissolved, profile.reconciled_through
    if dissolved is not None and dissolved < founded:
        yield report(
            "R215", profile.where("dissolved"), f"撤销（{dissolved}）早于成立（{founded}）", "请核对两个日期。"
        )
    if profile.reconciled_since is not None and reconciled is not None and reconciled < profile.reconciled_since:
        message = f"“台账核对自”（{profile.reconciled_since}）晚于“台账核对至”（{reconciled}）"
        yield report("R122", profile.where("reconciled_since"), message, "请核对两个日期。")
    if reconciled is not None and as_of < reconciled:
        message = f"台账核对至 {reconciled}，晚于截至日 {as_of}，按截至日算"
        yield report("R214", profile.where("reconciled_through"), message, "请核对日期；核对不能写到还没有到的日子。")


def _dated(rows: Sequence[Headcount | Coverage]) -> Iterator[Problem]:
    for row, first in repeated(rows, lambda row: row.since):
        message = f"{row.since} 有两行，先见于第 {first.source.line} 行"
        yield report("R205", row.where("since"), message, "请合并成一行，或改正其中一行的日期。")
    for before, row in pairwise(rows):
        if row.since < before.since:
            message = f"{row.since} 排在 {before.since} 之后"
            yield report("R206", row.where("since"), message, "请按日期先后排列，早的在前。")


def _spans(rows: Iterable[Officer | Group]) -> Iterator[Problem]:
    for row in rows:
        yield from check_span(row, row.since, row.until)


def _overlaps(profile: Profile) -> Iterator[Problem]:
    """No two secretaries, and no two groups of one name, at a time; one day of handover is allowed."""
    named: dict[str, list[Officer | Group]] = {}
    for officer in profile.officers or ():
        if officer.post is Post.SECRETARY:
            named.setdefault(officer.post.value, []).append(officer)
    for group in profile.groups or ():
        named.setdefault(group.name, []).append(group)
    for name, rows in named.items():
        rows.sort(key=lambda row: row.since)
        for before, row in pairwise(rows):
            if before.until is None or row.since < before.until:
                until = "未写“至”" if before.until is None else f"至 {before.until}"
                message = f"“{name}”的两段时间重叠：第 {before.source.line} 行{until}，这一行自 {row.since}"
                yield report("R208", row.where("since"), message, "请给前一段写上“至”，或改正日期。")


def _before_founding(profile: Profile) -> Iterator[Problem]:
    rows = (profile.headcounts, profile.officers, profile.groups, profile.coverage)
    for row in (row for each in rows for row in each or ()):
        if row.since < profile.founded:
            message = f"“自”（{row.since}）早于支部成立（{profile.founded}）"
            yield report("R209", row.where("since"), message, "请核对日期；支部成立以前的不写在这里。")
