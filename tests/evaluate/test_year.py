"""A38: a year is judged to its end, and nothing of it vanishes when the next one begins."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.evaluate.assess import assess
from generator.evaluate.year_context import YearContext
from generator.evaluate.years import years_judged
from generator.model.dossier import Dossier
from generator.model.finding import Assessment, Finding
from generator.model.records.organisation import Institution
from generator.model.standard_set import StandardSet

Ask = Callable[..., dict[str, Finding]]
Held = Callable[..., Any]
YEARLY = {"记录": "组织生活会", "每": "年", "至少": "1"}
RECONCILED = {
    "支委": [{"职务": "书记", "自": "2018-06-20"}],
    "党员人数": [{"自": "2018-01-01", "正式": "1", "预备": "0"}],
    "台账核对至": "2020-12-31",
}
OFFICERS = {"学时": {"书记和委员": [{"职务": "书记", "学时": "55.5"}], "党员": [{"学时": "31.5", "人数": "1"}]}}


@pytest.mark.parametrize(
    ("check", "parameters", "period"),
    [
        ("学时", {"对象": "书记和委员", "每": "年", "至少": "56"}, "2019"),
        ("学时", {"对象": "党员", "每": "年", "至少": "32"}, "2019"),
        ("频次", {"记录": "支部党员大会", "每": "季", "至少": "1"}, "2019-Q4"),
        ("频次", {"记录": "支部委员会会议", "每": "月", "至少": "1"}, "2019-12"),
        ("日期规则", {"记录": "主题党日", "每": "月", "第几个": "4", "星期": "四"}, "2019-12"),
    ],
)
@pytest.mark.parametrize(
    ("as_of", "reconciled", "verdict"),
    [
        ("2019-12-31", "2020-12-31", "临期"),
        ("2020-01-01", "2020-12-31", "缺项"),
        ("2020-04-01", "2020-12-31", "缺项"),
        ("2020-01-01", "2019-12-31", "缺项"),
        ("2020-01-01", "2019-12-30", "无记录"),
    ],
)
def test_what_fell_due_on_31_december_stays_judged(
    ask: Ask, check: str, parameters: dict[str, str], period: str, as_of: str, reconciled: str, verdict: str
) -> None:
    profile = {**RECONCILED, "台账核对至": reconciled}
    findings = ask(check, parameters, profile, registers={2019: OFFICERS}, as_of=as_of, year=2019)
    assert findings[period].verdict == verdict


@pytest.mark.parametrize(
    ("deadline", "held_on", "as_of", "verdict"),
    [
        ("次年04-30", "2020-04-10", "2020-04-10", "符合"),
        ("次年04-30", "2020-04-30", "2020-05-01", "符合"),
        ("次年04-30", "2020-05-01", "2020-05-01", "缺项"),
        ("次年02-28", "2020-03-15", "2020-03-15", "缺项"),
        ("次年02-28", "2020-02-28", "2020-03-15", "符合"),
        ("次年03-31", "2020-04-10", "2020-04-10", "缺项"),
    ],
)
def test_the_deadline_of_a_yearly_matter_is_a_parameter(
    ask: Ask, held: Held, deadline: str, held_on: str, as_of: str, verdict: str
) -> None:
    registers = {2019: {"活动": [held("组织生活会", held_on)]}}
    criterion = {"截止": deadline}
    finding = ask("频次", YEARLY, RECONCILED, registers=registers, as_of=as_of, year=2019, criterion=criterion)["2019"]
    assert finding.verdict == verdict
    assert [row.source.path for row in finding.evidence] == ["2019.yml"]


def test_a_late_meeting_is_named_with_the_day_it_missed(ask: Ask, held: Held) -> None:
    registers = {2019: {"活动": [held("组织生活会", "2020-03-15")]}}
    criterion = {"截止": "次年02-28"}
    for reconciled, verdict in (("2020-03-20", "缺项"), ("2020-02-27", "无记录")):
        profile = {"台账核对至": reconciled}
        finding = ask("频次", YEARLY, profile, registers=registers, as_of="2020-03-20", year=2019, criterion=criterion)[
            "2019"
        ]
        assert finding.verdict == verdict
        assert "另有 1 次（3月15日）在截止日2020年2月28日以后，不计在内（A32）" in finding.reason


def test_how_things_stood_is_judged_on_the_last_day_of_a_year_that_is_over(ask: Ask) -> None:
    """What came in the next year neither mends nor spoils it."""
    profile = {
        "党员人数": [{"自": "2015-09-10", "正式": "2", "预备": "0"}, {"自": "2020-01-05", "正式": "3", "预备": "0"}]
    }
    lines = {"计数": "正式党员", "至少": "3"}

    def of(year: int, as_of: str) -> dict[str, str]:
        found = ask("人数范围", lines, profile, registers={}, as_of=as_of, year=year)
        return {name: str(row.verdict) for name, row in found.items()}

    assert of(2019, "2019-12-30") == {"@2019-12-30": "缺项"}
    assert of(2019, "2020-04-01") == {"@2019-12-31": "缺项"}
    assert of(2020, "2020-04-01") == {"@2020-04-01": "符合"}


@pytest.mark.parametrize(("since", "verdict"), [(None, "缺项"), ("2018-10-01", "缺项"), ("2018-10-02", "无记录")])
def test_a_gap_before_the_register_was_reconciled_from_is_none(ask: Ask, since: str | None, verdict: str) -> None:
    """A30: a year of which only a few rows were entered later does not show what was not done."""
    profile = {"台账核对至": "2019-10-31", **({"台账核对自": since} if since else {})}
    parameters = {"记录": "支部党员大会", "每": "季", "至少": "1"}
    finding = ask("频次", parameters, profile, registers={}, as_of="2019-11-25", year=2018)["2018-Q4"]
    assert finding.verdict == verdict


MakeDossier = Callable[..., Dossier]
ACTIVE = {"活动": [{"类型": ["党课"], "日期": "2018-03-14", "主持": "支部书记", "应到": "3", "实到": "3"}]}


def test_every_year_with_a_register_is_judged_the_current_one_first(make_dossier: MakeDossier) -> None:
    kept = make_dossier({}, {2017: ACTIVE, 2018: ACTIVE, 2019: ACTIVE, 2020: ACTIVE})
    assert years_judged(kept, 2019, 2019) == (2019, 2018, 2017)
    assert years_judged(kept, 2019, 2020) == (2019, 2020, 2018, 2017)
    assert years_judged(kept, 2021, 2021) == (2021, 2020, 2019, 2018, 2017)


def test_a_register_that_only_notes_an_election_is_not_a_years(make_dossier: MakeDossier) -> None:
    noted = make_dossier({}, {2016: {"换届": [{"日期": "2016-06-20"}]}, 2018: ACTIVE})
    assert years_judged(noted, 2019, 2019) == (2019, 2018)


def test_a_year_with_a_plan_is_judged_for_every_branch_that_lived_in_it(make_dossier: MakeDossier) -> None:
    assert years_judged(make_dossier({}, {}), 2020, 2020, {2019}) == (2020, 2019)
    assert years_judged(make_dossier({"成立": "2020-01-01"}, {}), 2020, 2020, {2019}) == (2020,)
    assert years_judged(make_dossier({"撤销": "2018-12-31"}, {}), 2020, 2020, {2019}) == (2020,)


MakeSet = Callable[..., StandardSet]


def test_a_year_closes_with_its_last_deadline(make_set: MakeSet, make_dossier: MakeDossier) -> None:
    monthly = {"编号": "9.9.1", "检查": "频次", "参数": {"记录": "党课", "每": "月", "至少": "1"}}
    yearly = {"编号": "9.9.2", "检查": "频次", "参数": YEARLY, "截止": "次年04-30"}

    def of(as_of: date, *criteria: Any) -> Assessment:
        school = Institution.model_validate({"名称": "示例大学"})
        return assess([make_set(*criteria)], make_dossier({}, {}), YearContext(as_of, 2019, school))

    assert of(date(2020, 1, 1), monthly).closes == date(2019, 12, 31)
    assert of(date(2020, 4, 30), monthly, yearly).open
    assert not of(date(2020, 5, 1), monthly, yearly).open


def test_one_context_of_each_year_stands_for_all_branches() -> None:
    context = YearContext(date(2019, 11, 25), 2019, Institution.model_validate({"名称": "示例大学"}))
    assert context.of(2019) is context
    before = context.of(2018)
    assert (before.year, before.as_of, before.institution) == (2018, context.as_of, context.institution)
    assert context.of(2018) is before
