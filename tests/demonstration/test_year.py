"""A38 over the demonstration: nothing of 2019 vanishes at the turn of the year; it only changes for a stated reason."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest

from generator.build.edition import Edition
from generator.disclose.view import BranchView
from generator.judge import judge
from generator.model.finding import Finding, Verdict
from generator.model.page import Page
from generator.model.record import Audience
from generator.present.branch.branch_year import branch_pages
from generator.settings import Settings
from generator.survey import survey

ROOT = Path(__file__).parents[2]
DAYS = (date(2019, 11, 25), date(2019, 12, 31), date(2020, 1, 1), date(2020, 4, 1))
SETTLED = {Verdict.UNMET, Verdict.NO_RECORD, Verdict.AWAITING_REVIEW, Verdict.ADVISORY, Verdict.MET}
"""What a finding may say once its deadline has passed, unless it was not asked for at all."""

Key = tuple[str, str, str, str]


class Told(NamedTuple):
    """One day's edition: what is found of 2019, and every page."""

    findings: Mapping[Key, Finding]
    pages: Mapping[str, Page]


def keyed(branch: str, finding: Finding) -> Key:
    """Branch, standard, criterion and period; how things stand in a year has one key, whatever day it is judged on."""
    period = f"@{finding.period.start.year}" if finding.period.is_day else finding.period.name
    return branch, finding.standard, finding.criterion, period


@pytest.fixture(scope="module")
def told() -> Mapping[date, Told]:
    return {day: told_on(day) for day in DAYS}


def told_on(day: date) -> Told:
    settings = Settings(
        root=ROOT,
        docs=ROOT / "docs",
        records=ROOT / "records",
        as_of=day,
        year=day.year,
        audience=Audience.RESTRICTED,
    )
    surveyed = survey(settings)
    edition = Edition.of(surveyed)
    findings: dict[Key, Finding] = {}
    pages: dict[str, Page] = {}
    for judged in judge(surveyed):
        view = BranchView.of(judged, Audience.RESTRICTED)
        assert view is not None
        pages |= {page.path: page for page in branch_pages(edition.site, view)}
        for one, _ in judged.years:
            if one.year == 2019:
                findings |= {keyed(one.branch, row): row for row in one.findings}
    return Told(findings, pages)


def test_no_finding_disappears(told: Mapping[date, Told]) -> None:
    first, *later = (told[day].findings.keys() for day in DAYS)
    assert len(first) > 4000
    for keys in later:
        assert keys == first


def changed(told: Mapping[date, Told]) -> Iterator[tuple[Key, Finding, Finding]]:
    for before, after in pairwise(DAYS):
        for key, old in told[before].findings.items():
            if (new := told[after].findings[key]).verdict is not old.verdict:
                yield key, old, new


def test_a_verdict_changes_for_a_stated_reason(told: Mapping[date, Told]) -> None:
    rows = list(changed(told))
    assert rows
    for key, old, new in rows:
        assert new.reason != old.reason, key
    moves = {(old.verdict, new.verdict) for key, old, new in rows if not key[3].startswith("@")}
    assert {old for old, _ in moves} <= {Verdict.NOT_DUE, Verdict.DUE_SOON, Verdict.NO_RECORD}, moves


def test_what_has_a_deadline_that_passed_is_settled(told: Mapping[date, Told]) -> None:
    for key, row in told[date(2020, 4, 1)].findings.items():
        if row.verdict is not Verdict.NOT_APPLICABLE and not row.period.is_day:
            assert row.verdict in SETTLED, key
            assert row.period.deadline < date(2020, 4, 1)


def test_every_finding_stands_on_the_page_of_its_year(told: Mapping[date, Told]) -> None:
    for day in DAYS:
        below = "" if day.year == 2019 else "2019/"
        for key, row in told[day].findings.items():
            body = told[day].pages[f"branches/{key[0]}/{below}"].body
            assert f'id="s-{row.standard.replace(".", "-")}"' in body


def test_last_year_stands_beside_the_current_one_until_it_is_closed(told: Mapping[date, Told]) -> None:
    beside = {day: told[day].pages["branches/xx-js1/"].body.count("上年收尾：2019年度") for day in DAYS}
    assert [beside[day] > 0 for day in DAYS] == [False, False, True, False]
    for day in DAYS[2:]:
        assert 'href="../../branches/xx-js1/2019/index.html"' in told[day].pages["branches/xx-js1/"].body
        assert "2019年度" in told[day].pages["branches/xx-js1/2019/"].title
        assert told[day].pages["branches/xx-js1/2019/checklist/"].title.endswith("2019年度检查清单")
