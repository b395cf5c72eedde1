"""The demonstration's plan, which has the shape of the real one: every figure that is known of it."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from generator.documents.drafts.phases import plan_outline
from generator.documents.outline.parser import parse_outline
from generator.load.plan import load_plan
from generator.load.records import read_record
from generator.model.clause import Clause, ClauseTree
from generator.model.records.organisation import Institution

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def tree() -> ClauseTree:
    return parse_outline((ROOT / "records/plan/2019.txt").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def clauses(tree: ClauseTree) -> dict[str, Clause]:
    return {clause.id: clause for clause in tree.walk()}


def test_levels(clauses: dict[str, Clause]) -> None:
    assert Counter(clause.level for clause in clauses.values()) == {1: 4, 2: 7, 3: 24}
    assert [len(clauses[id].children) for id in ("三（一）", "三（二）", "三（三）", "三（四）")] == [3, 9, 8, 4]


def test_the_title_runs_over_two_lines(tree: ClauseTree) -> None:
    assert tree.main.title == "示例大学2019年党支部建设标准化重点工作推进方案"
    assert tree.notes == ()


def test_every_task_has_its_line_of_units(clauses: dict[str, Clause]) -> None:
    tasks = [clause for clause in clauses.values() if clause.level == 3]
    assert all(clause.units for clause in tasks)
    assert not any(clause.units for clause in clauses.values() if clause.level < 3)


def test_units_as_they_are_written(tree: ClauseTree) -> None:
    counts = Counter(mention.name for clause in tree.walk() for mention in clause.units)
    assert counts == {
        "基层党委（党总支）": 20,
        "党委组织部": 10,
        "党支部": 8,
        "党委宣传部": 3,
        "党委学生工作部（学生社区党工委）": 2,
        "党委学生工作部": 2,
        "各党支部": 1,
        "党委教师工作部": 1,
        "教职工党支部": 1,
        "学生党支部": 1,
        "相关基层党委": 1,
        "14个软弱涣散党支部": 1,
    }


def test_units_that_are_meant() -> None:
    institution, _ = read_record(ROOT / "records/institution.yml", ROOT, Institution)
    assert institution is not None
    tree = parse_outline((ROOT / "records/plan/2019.txt").read_text(encoding="utf-8"), institution.units)
    counts = Counter(mention.unit for clause in tree.walk() for mention in clause.units)
    assert counts["党支部"] == 9
    assert counts["党委学生工作部（学生社区党工委）"] == 4
    assert counts["相关基层党委"] == counts["14个软弱涣散党支部"] == 1


def test_windows_of_the_phases(tree: ClauseTree) -> None:
    windows = [(str(phase.since), str(phase.until)) for phase in plan_outline(tree).phases]
    assert windows == [
        ("2019-03-01", "2019-04-30"),
        ("2019-05-01", "2019-06-30"),
        ("2019-07-01", "2019-10-31"),
        ("2019-11-01", "2019-12-31"),
    ]


@pytest.mark.parametrize(
    ("id", "text", "since", "until"),
    [
        ("三（一）3", "5月20日前", None, "2019-05-20"),
        ("三（二）2", "2019年8月底前", None, "2019-08-31"),
        ("三（二）2", "9-12月", "2019-09-01", "2019-12-31"),
        ("三（二）5", "2019年底", None, "2019-12-31"),
    ],
)
def test_deadlines_outside_their_phase(
    clauses: dict[str, Clause], id: str, text: str, since: str | None, until: str
) -> None:
    deadline = next(each for each in clauses[id].deadlines if each.text == text)
    assert (str(deadline.since) if deadline.since else None, str(deadline.until)) == (since, until)


def test_clauses_are_those_of_the_register(tree: ClauseTree) -> None:
    plan, problems = load_plan(ROOT / "records", ROOT, 2019)
    assert problems == []
    assert plan is not None
    tasks = {task.clause: task for row in plan.phases for task in row.tasks}
    drawn = {task.id: task for phase in plan_outline(tree).phases for task in phase.tasks}
    assert list(drawn) == list(tasks)
    for id, clause in drawn.items():
        assert clause.anchor == f"c-{tasks[id].slug}"
