from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from generator.model.dossier import Dossier
from generator.model.finding import Verdict
from generator.model.kinds import ActivityKind, BranchKind, Duty, VoteKind
from generator.model.period import Period
from generator.model.records.activity import Activity
from generator.model.records.organisation import CommitteeKind
from generator.model.records.profile import Profile
from generator.model.showcase_story import LONGEST_STORY, story_length
from generator.model.standard_set import standards_of
from generator.validate.index import validate_index
from tests.demonstration.conftest import Demonstration

ROOT = Path(__file__).parents[2]
AS_OF = date(2019, 11, 25)
EXACT = ("2.1", "2.2", "2.3", "2.4", "3.1", "3.2", "3.3", "3.4", "3.5", "4.3", "5.3")
OF_ONE_BRANCH = {"2.1.1", "2.1.2"}
"""What the committee has to put right, and yet is a fact about one branch (A41)."""
TROUBLE = {Verdict.UNMET, Verdict.NO_RECORD, Verdict.ADVISORY, Verdict.DUE_SOON}
NOW = "@2019-11-25"


def test_the_shipped_records_have_no_problems(demonstration: Demonstration) -> None:
    assert [str(problem) for problem in demonstration.problems] == []


def test_there_are_committees_of_both_kinds_and_branches_of_every_kind(demonstration: Demonstration) -> None:
    committees = [entry.committee for entry in demonstration.index.committees]
    assert len(committees) >= 3
    assert {(each.kind, each.may_approve) for each in committees} == {
        (CommitteeKind.COMMITTEE, True),
        (CommitteeKind.GENERAL_BRANCH, False),
    }
    kinds = Counter(entry.kind for entry in demonstration.index.branches())
    assert sum(kinds.values()) >= 24
    assert set(kinds) == set(BranchKind)
    assert min(kinds.values()) >= 3


def test_each_of_the_eight_verdicts_occurs(demonstration: Demonstration) -> None:
    assert {row.verdict for each in demonstration.assessments.values() for row in each.findings} == set(Verdict)


@pytest.mark.parametrize("standard", EXACT)
def test_each_exact_standard_shows_what_is_met_and_some_trouble(demonstration: Demonstration, standard: str) -> None:
    seen = {
        row.verdict for each in demonstration.assessments.values() for row in each.findings if row.standard == standard
    }
    assert Verdict.MET in seen
    assert seen & TROUBLE


def test_most_branches_are_mostly_in_order(demonstration: Demonstration) -> None:
    unmet = [
        sum(row.verdict is Verdict.UNMET for row in each.findings if row.standard in EXACT)
        for each in demonstration.assessments.values()
    ]
    assert sum(number == 0 for number in unmet) >= 20
    assert sum(number >= 5 for number in unmet) <= 3


@pytest.mark.parametrize(
    ("branch", "criterion", "period", "verdict"),
    [
        ("xx-yjs1", "2.1.5", NOW, "提示"),  # over 30
        ("wx-yjs", "2.1.6", NOW, "提示"),  # over 50, with the reason
        ("jf-lh", "2.1.3", NOW, "提示"),  # six units
        ("sm-sy", "2.1.4", NOW, "提示"),  # a unit that has grown to three
        ("sm-sy", "2.1.2", NOW, "符合"),
        ("lt-1", "2.1.5", NOW, "不适用"),  # 30 is a line for teachers and students
        ("lt-3", "2.1.1", NOW, "提示"),  # two full members left, since October only (A41)
        ("xx-js3", "2.2.1", NOW, "符合"),  # under seven, no committee
        ("xx-js3", "3.2.1", "2019-05", "不适用"),  # A8
        ("xx-bk1", "2.2.1", NOW, "提示"),  # A3: five full, eleven in all
        ("jg-hq", "2.2.1", NOW, "提示"),  # seven officers
        ("sm-yjs", "2.2.1", NOW, "提示"),  # six officers
        ("jf-wl", "2.2.1", NOW, "缺项"),  # seven full members since August, no committee
        ("lt-1", "2.2.1", NOW, "提示"),  # nobody in charge of 纪检
        ("jg-cwc", "2.3.1", NOW, "缺项"),  # the term ran out
        ("jg-xgb", "2.3.1", NOW, "临期"),  # within six months
        ("jg-hq", "2.3.1", NOW, "临期"),  # extended to April 2020
        ("jg-hq", "2.3.2", NOW, "符合"),
        ("jg-bwc", "2.3.2", NOW, "符合"),  # early, approved
        ("wx-js2", "2.3.3", NOW, "提示"),  # exactly four fifths before July 2020
        ("wx-js2", "2.4.1", NOW, "缺项"),  # no groups, no reason
        ("wx-js2", "2.4.2", NOW, "缺项"),  # an officer without duties
        ("wx-bk2", "2.4.1", NOW, "缺项"),  # a group without a leader
        ("jg-bwc", "2.4.1", NOW, "符合"),  # no groups, with the reason
        ("jg-bwc", "3.3.1", "2019-05", "不适用"),  # A9
        ("xx-js1", "3.1.2", "2019-Q2", "符合"),  # admission with written opinions, confirmation
        ("wx-js1", "3.1.2", "2019-Q2", "符合"),  # by-election
        ("wx-js2", "3.1.2", "2019-Q2", "符合"),  # an item not passed is in order
        ("wx-bk2", "3.1.2", "2019-Q2", "缺项"),  # exactly half at an admission
        ("sm-js2", "3.1.2", "2019-Q2", "缺项"),  # exactly half say yes
        ("sm-js2", "3.1.1", "2019-Q3", "缺项"),
        ("sm-js1", "3.2.2", "2019-05", "符合"),  # exactly half of the committee
        ("wx-bk2", "3.2.1", "2019-05", "缺项"),
        ("xx-yjs1", "3.3.1", "2019-08", "提示"),  # one group of three, A10, in the holidays
        ("wx-bk2", "3.3.1", "2019-04", "缺项"),  # one group of two, A10
        ("wx-js2", "3.3.1", "2019-05", "无记录"),  # A9: no groups, no reason
        ("xx-bk2", "3.3.1", "2019-09", "符合"),  # a group founded within the month is not asked
        ("wx-bk2", "3.4.1", "2019-Q2", "缺项"),
        ("xx-js1", "3.4.2", "2019", "符合"),  # the secretary lectured
        ("wx-js2", "3.4.2", "2019", "未到期"),  # not yet
        ("wx-bk1", "3.1.1", "2019-Q1", "符合"),  # A16: meeting, lecture and theme day at once
        ("wx-bk1", "3.5.2", "2019-03", "符合"),
        ("xx-js2", "3.5.2", "2019-04", "符合"),  # moved, with a reason
        ("xx-js2", "3.5.2", "2019-05", "缺项"),  # moved, without
        ("xx-js2", "3.5.1", "2019-08", "提示"),  # exempt, not approved
        ("wx-js2", "3.5.1", "2019-08", "提示"),  # exempt, approved
        ("xx-js1", "3.5.2", "2019-11", "符合"),  # brought forward, with a reason
        ("xx-js2", "3.5.2", "2019-11", "临期"),
        ("xx-js2", "3.5.2", "2019-01", "不适用"),  # A31
        ("sm-bk", "3.2.1", "2019-07", "无记录"),  # reconciled to April only
        ("lt-2", "3.1.1", "2019-Q2", "无记录"),  # never reconciled
        ("lt-2", "4.3.1", "2019", "无记录"),
        ("lt-2", "5.3.1", "2019", "无记录"),
        ("xx-js1", "4.3.1", "2019", "符合"),
        ("jg-bwc", "4.3.1", "2019", "符合"),  # A18: two terms, each pro rata
        ("wx-js1", "4.3.1", "2019", "未到期"),  # A18, one of them still short
        ("xx-js2", "4.3.1", "2019", "未到期"),
        ("xx-js1", "5.3.1", "2019", "符合"),
        ("sm-yjs", "5.3.1", "2019", "未到期"),
        ("wx-cz", "3.1.1", "2019-Q1", "不适用"),  # before its founding
        ("wx-cz", "3.2.1", "2019-06", "符合"),
        ("jf-tsg2", "3.1.1", "2019-Q3", "不适用"),  # after it was dissolved
        ("jf-tsg2", "3.1.1", "2019-Q2", "符合"),
        ("xx-js1", "1.2.1", "2019", "符合"),  # judged by people
        ("wx-js2", "1.2.1", "2019", "提示"),
        ("wx-bk2", "6.4.3", "2019", "缺项"),
        ("xx-bk2", "3.7.1", "2019-支委与党员", "符合"),  # each kind of pair by itself
        ("xx-bk2", "3.7.1", "2019-党员之间", "未到期"),
        ("xx-js3", "3.7.1", "2019-支委之间", "不适用"),
        ("jf-wl", "1.1.1", "2019", "提示"),  # adopted after our own line
        ("lt-2", "1.1.1", "2019", "无记录"),
        ("xx-bk1", "1.4.3", "2019", "缺项"),  # one of two sworn
        ("xx-bk2", "1.4.3", "2019", "临期"),  # admitted six months ago, less a day
        ("wx-bk1", "1.4.3", "2019", "符合"),
        ("xx-js1", "3.8.1", "2019", "符合"),
        ("jg-cwc", "3.8.1", "2019", "未到期"),  # some rows do not tell
        ("sm-bk", "3.8.1", "2019", "无记录"),  # the profile does not tell
        ("wx-bk2", "4.2.1", "2019", "缺项"),  # no mandate noted
        ("jg-hq", "4.2.1", "2019", "无记录"),  # the same, not reconciled yet
        ("jg-jwc", "4.2.2", "2019", "符合"),
        ("jg-bwc", "4.2.2", "2019", "提示"),
        ("xx-js1", "6.4.1", "2019", "未到期"),  # until the end of March
        ("sm-yjs", "6.4.2", "2019", "提示"),  # three rows entered late
        ("lt-1", "6.4.2", "2019", "无记录"),
        ("xx-js1", "4.4.1", "2019", "待人工评"),
        ("sm-js2", "2.5.1", "2019", "符合"),  # only in the restricted edition
        ("jg-bwc", "2.5.1", "2019", "缺项"),
        ("jg-bwc", "2.5.3", "2019-10", "提示"),
        ("xx-js1", "2.5.1", "2019", "不适用"),
        ("wx-js1", "2.5.1", "2019", "无记录"),  # its committee's file was not brought along
        ("xx-js1", "7.3.1", "2019", "符合"),
    ],
)
def test_what_each_branch_is_there_to_show(
    demonstration: Demonstration, branch: str, criterion: str, period: str, verdict: str
) -> None:
    rows = demonstration.assessments[branch].findings
    found = {row.period.name: row.verdict for row in rows if row.criterion == criterion}
    assert found[period] == verdict


def total(dossier: Dossier, day: date) -> int:
    found = dossier.headcount(day)
    assert found is not None
    return found.total


def test_a_students_branch_changes_its_numbers_over_the_summer(demonstration: Demonstration) -> None:
    dossier = demonstration.dossiers["xx-bk2"]
    assert len({total(dossier, date(2019, month, 15)) for month in (5, 6, 7, 9)}) >= 3
    meetings = [row for row in dossier.activities if ActivityKind.GENERAL_MEETING in row.kinds]
    assert all(row.expected == total(dossier, row.on) for row in meetings)


def test_every_kind_of_vote_and_of_activity_occurs(demonstration: Demonstration) -> None:
    rows = [row for dossier in demonstration.dossiers.values() for row in dossier.activities]
    votes = [item.vote for row in rows for item in row.agenda if item.vote]
    assert {vote.kind for vote in votes} == set(VoteKind)
    assert any(vote.written for vote in votes)
    assert {kind for row in rows for kind in row.kinds} == set(ActivityKind)
    assert any(row.make_up for row in rows)
    assert any(row.follow_ups for row in rows)


def test_a_normal_branch_keeps_a_full_register(demonstration: Demonstration) -> None:
    sizes = [
        len([row for row in dossier.registers[2019].activities if row.on <= AS_OF])
        for dossier in demonstration.dossiers.values()
    ]
    assert sum(size >= 35 for size in sizes) >= 15
    assert all(row.on <= AS_OF for each in demonstration.dossiers.values() for row in each.activities)


def test_showcases_are_of_several_kinds_and_their_branches_in_order(demonstration: Demonstration) -> None:
    shown = [each for each in demonstration.index.showcases if each.showcase.approval]
    assert len({each.branch.kind for each in shown}) >= 3
    for entry in shown:
        assert entry.showcase.approval is not None
        assert entry.showcase.approval.on <= AS_OF <= entry.showcase.approval.until
        assert 3 <= len(entry.showcase.highlights) <= 5
        assert 5 <= len(entry.showcase.photos) <= 12
        assert 300 <= story_length(entry.prose) <= LONGEST_STORY
        rows = demonstration.assessments[entry.branch.id].findings
        assert not [row for row in rows if row.standard in EXACT and row.verdict is Verdict.UNMET]


def test_one_showcase_is_withdrawn_when_november_ends(demonstration: Demonstration) -> None:
    standards = standards_of(demonstration.sets)
    found = validate_index(demonstration.index, dict.fromkeys(BranchKind, standards), date(2019, 12, 1))
    assert [(problem.code, problem.source.path) for problem in found] == [
        ("R217", "records/units/jiaofu/jf-tsg1/showcase.md")
    ]


def test_profiles_for_the_public_are_approved_or_wait(demonstration: Demonstration) -> None:
    introduced = {
        id: dossier.profile.introduction
        for id, dossier in demonstration.dossiers.items()
        if dossier.profile.introduction is not None
    }
    approved = {id for id, each in introduced.items() if each.approval and each.approval.until >= AS_OF}
    assert approved == {"jg-bgs", "lt-1"}
    assert introduced.keys() - approved == {"jg-xgb"}


def test_names_are_plainly_invented(demonstration: Demonstration) -> None:
    names = [name for dossier in demonstration.dossiers.values() for name in _names(dossier.profile)]
    assert names
    assert all(re.fullmatch(r"[\u4e00-\u9fff][甲乙丙丁戊己庚辛壬癸]", name) for name in names)
    assert len(set(names)) == len(names)


def _names(profile: Profile) -> list[str]:
    named = [officer.name for officer in profile.officers or ()] + [group.leader for group in profile.groups or ()]
    return [name for name in named if name]


@pytest.mark.parametrize(
    "pattern", [r"(?<!\d)1[3-9]\d{9}(?!\d)", r"\d{15,}", r"\S+@\S+\.\w", r"西北师范|甘肃|兰州|礼县"]
)
def test_no_file_holds_personal_data_or_a_real_place(pattern: str) -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in _written()}
    assert [str(path) for path, text in texts.items() if re.search(pattern, text)] == []


def test_files_are_small_and_written_plainly() -> None:
    for path in _written():
        text = path.read_text(encoding="utf-8")
        assert len(text.encode()) < 40_000, path
        assert not re.search(r"^\s*[^#\n]*: [&*!]\w", text, re.MULTILINE), path


def _written() -> list[Path]:
    return [path for path in sorted((ROOT / "records").rglob("*")) if path.suffix in (".yml", ".md")]


def test_one_fact_has_one_verdict(demonstration: Demonstration) -> None:
    """What 学校 does is the same for all branches, what a committee does for all of its own."""
    seen: dict[tuple[str, str, str], set[tuple[object, ...]]] = {}
    for id, assessment in demonstration.assessments.items():
        committee = demonstration.dossiers[id].committee
        for row in assessment.findings:
            if row.duty is not Duty.BRANCH and row.criterion not in OF_ONE_BRANCH:
                above = committee if row.duty is Duty.COMMITTEE else ""
                seen.setdefault((above, row.criterion, row.period.name), set()).add(tuple(row))
    assert len(seen) > 20
    assert [key for key, rows in seen.items() if len(rows) > 1] == []
    school = {key[2]: rows.pop()[5] for key, rows in seen.items() if key[1] == "7.1.1"}
    assert school == {**dict.fromkeys(["2019-Q1", "2019-Q2", "2019-Q3"], Verdict.MET), "2019-Q4": Verdict.NOT_DUE}


def test_no_reason_says_no_record_of_what_is_recorded(demonstration: Demonstration) -> None:
    denied = re.compile(r"没有\d{4}年的([^，；]+)，也没有评定|([\w、]+)没有记录，")
    for id, assessment in demonstration.assessments.items():
        for row in assessment.findings:
            for found in denied.finditer(row.reason):
                kinds = {kind for kind in ActivityKind if kind in (found[1] or found[2])}
                rows = _rows_of(demonstration.dossiers[id], row.period)
                assert not [each for each in rows if kinds & set(each.kinds)], (id, row.criterion, row.reason)


def _rows_of(dossier: Dossier, period: Period) -> Iterable[Activity]:
    if period.deadline > period.end:
        register = dossier.registers.get(period.start.year)
        return [row for row in register.activities if row.on <= AS_OF] if register else ()
    return [row for row in dossier.activities if period.start <= row.on <= min(period.end, AS_OF)]
