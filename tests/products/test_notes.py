"""Notes of activities in the registers of their branches."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.errors import ConfigurationError
from generator.judge import judge
from generator.load.plain_tree import placed_tree, plain_tree
from generator.model.note_kinds import VISIT_NOTE
from generator.model.record import Audience
from generator.products.importing import carry_out, plan_import
from generator.products.notes import note_tables, read_texts
from generator.settings import Scope, Settings
from generator.survey import survey
from tests.conftest import Project
from tests.load.notes import note_text

ROOT = Path(__file__).parents[2]
LECTURE: dict[str, Any] = {
    "类型": ["党课"],
    "日期": "2019-05-09",
    "主持": "支部书记",
    "应到": "9",
    "实到": "9",
    "党课": {"题目": "甲", "主讲": "支部书记"},
}


def came(project: Project, *texts: str, committee: str | None = None) -> tuple[list[str], list[str]]:
    """Where rows go by their files, and what is told, at the end of an import."""
    settings = project.settings(Audience.INTERNAL)
    tables, problems = note_tables(settings, [(f"{number}.txt", text) for number, text in enumerate(texts)], committee)
    planned = plan_import(settings, tables, problems)
    carry_out(planned)
    return [change.path.parent.name for change in planned.changes], list(map(str, planned.problems))


def test_a_note_becomes_a_row_of_its_branch(project: Project) -> None:
    assert came(project, note_text(LECTURE, branch="aa-1")) == (["aa-1"], [])
    assert (
        (project.branch / "2019.yml")
        .read_text(encoding="utf-8")
        .endswith(
            "  - 类型: [党课]\n    日期: 2019-05-09\n    主持: 支部书记\n    应到: 9\n    实到: 9\n"
            "    党课: {题目: 甲, 主讲: 支部书记}\n"
        )
    )


VISIT: dict[str, Any] = {
    "日期": "2019-11-12",
    "观摩点": "aa-2",
    "人数": "5",
    "会前": [{"标准": "3.1", "差距": "议题临时定"}],
    "结论": "没有可学的",
}


def test_a_note_of_a_visit_becomes_a_row_too(project: Project) -> None:
    texts = note_text(LECTURE, branch="aa-1"), note_text(VISIT, branch="aa-1", kind=VISIT_NOTE)
    assert came(project, *texts) == (["aa-1"], [])
    rows = plain_tree((project.branch / "2019.yml").read_text(encoding="utf-8"))
    assert rows is not None
    assert rows["观摩记录"] == [VISIT]
    assert rows["活动"][-1] == LECTURE
    assert came(project, *texts) == ([], [])


@pytest.mark.parametrize(
    ("host", "told"),
    [
        ("aa-9", "0.txt:3:5: 错误[N209] 没有支部“aa-9”。是否想写“aa-2”？"),
        ("aa-1", "0.txt:3:5: 错误[N206] 观摩点写的是本支部。请写接待的那个支部的编号。"),
    ],
)
def test_a_visit_is_to_another_branch_that_there_is(project: Project, host: str, told: str) -> None:
    before = (project.branch / "2019.yml").read_bytes()
    assert came(project, note_text({**VISIT, "观摩点": host}, branch="aa-1", kind=VISIT_NOTE)) == ([], [told])
    assert (project.branch / "2019.yml").read_bytes() == before


def test_a_note_that_is_imported_twice_changes_nothing(project: Project) -> None:
    came(project, note_text(LECTURE, branch="aa-1"))
    before = (project.branch / "2019.yml").read_bytes()
    assert came(project, note_text(LECTURE, branch="aa-1")) == ([], [])
    assert (project.branch / "2019.yml").read_bytes() == before


def test_a_branch_may_be_named_instead_of_its_id(project: Project) -> None:
    name = next(
        line.partition(": ")[2]
        for line in (project.branch / "branch.yml").read_text(encoding="utf-8").splitlines()
        if line.startswith("名称")
    )
    assert came(project, note_text(LECTURE, branch=name)) == (["aa-1"], [])


def test_what_does_not_fit_the_branch_is_told_at_its_line(project: Project) -> None:
    wrong = {**LECTURE, "实到": "12", "日期": "2015-05-09"}
    files, told = came(project, f"张三：\n{note_text(wrong, branch='aa-1')}")
    assert files == []
    assert told == [
        "0.txt:4:4: 错误[R201] 2015-05-09 早于支部成立（2015-09-10）。请核对日期，或支部概况里的“成立”。",
        "0.txt:4:4: 错误[R204] 2015-05-09 不在 2019 年的台账里。请核对日期，或移到 2015.yml。",
        "0.txt:7:4: 错误[R103] 实到（12）大于应到（9）。请核对签到表。",
    ]


def test_numbers_of_persons_are_refused(project: Project) -> None:
    wrong = {**LECTURE, "党课": {"题目": "找 138" + "00138" + "000", "主讲": "支部书记"}}
    files, told = came(project, note_text(wrong, branch="aa-1"))
    assert files == []
    assert told == ["0.txt:7:7: 错误[V102] 这里像是手机号（13****）。手机号不得入库，请删去。"]


@pytest.mark.parametrize(
    ("branch", "year", "committee", "told"),
    [
        ("aa-9", 2019, None, "0.txt:1:1: 错误[N111] 没有支部“aa-9”。是否想写“aa-2”？"),
        ("aa-1", 2017, None, "0.txt:1:1: 错误[N113]"),
        ("bb-1", 2019, "aa", "0.txt:1:1: 错误[N112]"),
    ],
)
def test_a_note_of_another_branch_or_year_stays_out(
    project: Project, branch: str, year: int, committee: str | None, told: str
) -> None:
    shutil.copytree(project.branch.parent, project.branch.parents[1] / "bb")
    for folder in (project.branch.parents[1] / "bb").iterdir():
        if folder.is_dir():
            folder.rename(folder.with_name(folder.name.replace("aa", "bb")))
    files, found = came(project, note_text(LECTURE, branch=branch, year=year), committee=committee)
    assert files == []
    assert len(found) == 1
    assert found[0].startswith(told)


def test_a_name_that_two_branches_have_is_none(project: Project) -> None:
    shutil.copytree(project.branch, project.branch.with_name("aa-8"))
    name = (project.branch / "branch.yml").read_text(encoding="utf-8").partition("\n")[0].partition(": ")[2]
    assert came(project, note_text(LECTURE, branch=name))[1] == [
        f"0.txt:1:1: 错误[N111] 有 2 个支部叫“{name}”。请写支部的文件夹名。"
    ]


def test_a_committee_that_there_is_not_and_a_folder_without_records_are_refused(project: Project) -> None:
    with pytest.raises(ConfigurationError, match="没有基层党委“zz”"):
        came(project, note_text(LECTURE), committee="zz")
    shutil.rmtree(project.root / "records")
    with pytest.raises(ConfigurationError, match="不知道有哪些支部"):
        came(project, note_text(LECTURE))


def test_texts_come_from_files_and_from_what_is_piped(tmp_path: Path) -> None:
    (tmp_path / "一.txt").write_bytes("甲\r\n".encode("utf-8-sig"))
    (tmp_path / "二.txt").write_bytes("乙".encode("gbk"))
    files = [tmp_path / "一.txt", tmp_path / "二.txt", Path("-"), tmp_path / "三.txt"]
    texts, problems = read_texts(files, tmp_path, "丙".encode)
    assert texts == [("一.txt", "甲\n"), ("标准输入", "丙")]
    assert [(problem.source.path, problem.code) for problem in problems] == [("二.txt", "R001"), ("三.txt", "P105")]


def findings(settings: Settings) -> list[tuple[Any, ...]]:
    """What the records of one branch show, without where they stand."""
    surveyed = survey(settings)
    assert surveyed.sound
    (judged,) = judge(surveyed)
    assert not [problem for problem in judged.problems if problem.is_error]
    return [(each.criterion, each.period, each.verdict, each.reason, len(each.evidence)) for each in _of(judged.years)]


def _of(years: Iterable[Any]) -> Iterable[Any]:
    return (finding for year in years for finding in year.assessment.findings)


def test_a_month_of_notes_gives_the_findings_of_the_register_written_by_hand(tmp_path: Path) -> None:
    for name in ("docs", "records"):
        shutil.copytree(ROOT / name, tmp_path / name)
    settings = Settings(
        root=tmp_path,
        docs=tmp_path / "docs",
        records=tmp_path / "records",
        as_of=date(2019, 11, 25),
        year=2019,
        scope=Scope(kind="branch", id="xx-js1"),
    )
    path = tmp_path / "records/units/xinxi/xx-js1/2019.yml"
    whole = path.read_text(encoding="utf-8")
    before = findings(settings)
    rows = _taken_out(path, "2019-05")
    assert len(rows) > 3
    assert findings(settings) != before
    notes = "\n".join(note_text(row, branch="xx-js1") for row in rows)
    tables, told = note_tables(settings, [("五月.txt", notes)])
    assert not told
    carry_out(plan_import(settings, tables))
    assert plain_tree(path.read_text(encoding="utf-8")) == plain_tree(whole)
    assert findings(settings) == before


def _taken_out(path: Path, month: str) -> list[dict[str, Any]]:
    """Take the activities of a month out of a register, with the lines that they stand in."""
    text = path.read_text(encoding="utf-8")
    tree, plain = placed_tree("", text)[0], plain_tree(text)
    assert tree is not None
    assert plain is not None
    lines = text.split("\n")
    starts = [row["\0source"].line - 1 for row in tree["活动"]]
    taken = [at for at, row in enumerate(plain["活动"]) if row["日期"].startswith(month)]
    for at in reversed(taken):
        del lines[starts[at] : starts[at + 1]]
    path.write_text("\n".join(lines), encoding="utf-8")
    return [plain["活动"][at] for at in taken]
