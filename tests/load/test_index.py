from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.load.index import load_index
from generator.load.records import Replaced
from generator.model.files import COMMITTEE, folder_of
from generator.model.kinds import BranchKind
from generator.model.records.organisation import Committee
from generator.model.records.profile import Profile
from tests.showcases import VISIT

FILES = {
    "institution.yml": "名称: 示例大学\n",
    "units/xx/committee.yml": "名称: 信息学院党委\n类型: 基层党委\n",
    "units/xx/b1/branch.yml": "名称: 第一党支部\n类型: 教师\n成立: 2015-09-10\n",
}
COMMITTEE_FILES = folder_of(COMMITTEE.folder).advice("abcd.yml")
PLAN_FILES = "plan 里放以年度命名的工作方案（.yml）、以年度命名的工作方案原文（.txt）。"
SHOWCASE = """---
标题: 甲
一句话: 乙
VISIT---

正文一段。
""".replace("VISIT", VISIT)


@pytest.fixture
def load(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> Callable[..., Any]:
    def loading(**changes: str | None) -> Any:
        for name, text in (FILES | changes).items():
            if text is not None:
                write(f"records/{name}", text)
        return load_index(tmp_path / "records", tmp_path)

    return loading


def test_committees_branches_and_showcases(load: Callable[..., Any], tmp_path: Path) -> None:
    index, problems = load(
        **{"units/xx/b1/showcase.md": SHOWCASE, "units/aa/committee.yml": "名称: 甲总支\n类型: 党总支\n审批权限: 否\n"}
    )
    assert problems == []
    assert index.institution.name == "示例大学"
    assert [(entry.id, entry.committee.name) for entry in index.committees] == [
        ("aa", "甲总支"),
        ("xx", "信息学院党委"),
    ]
    (branch,) = index.branches()
    assert (branch.id, branch.committee, branch.name, branch.kind) == ("b1", "xx", "第一党支部", BranchKind.TEACHERS)
    assert branch.folder == tmp_path / "records/units/xx/b1"
    (showcase,) = index.showcases
    assert (showcase.branch, showcase.showcase.title, showcase.prose) == (branch, "甲", "正文一段。\n")


def test_problems_of_a_branch_file_are_left_to_the_second_pass(load: Callable[..., Any]) -> None:
    index, problems = load(**{"units/xx/b1/branch.yml": "名称: 第一党支部\n类型: 教师\n成立: 昨天\n"})
    assert problems == []
    assert index.branch("b1") is not None


@pytest.mark.parametrize(
    "text", ["类型: 教师\n成立: 2015-09-10\n", "名称: 甲\n类型: 老师\n成立: 2015-09-10\n", "名称: [\n"]
)
def test_a_branch_that_cannot_be_listed_is_reported_with_its_registers(load: Callable[..., Any], text: str) -> None:
    register = "活动:\n  - {类型: [党课], 日期: 2019-02-30, 主持: 甲, 应到: 1, 实到: 1}\n"
    index, problems = load(**{"units/xx/b1/branch.yml": text, "units/xx/b1/2019.yml": register})
    assert index.branch("b1") is None
    assert sorted(problem.source.path for problem in problems) == [
        "records/units/xx/b1/2019.yml",
        "records/units/xx/b1/branch.yml",
    ]


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("xx-js1", []),
        ("a" * 40, []),
        ("a" * 41, ["P101"]),
        ("-a", ["P101"]),
        ("Aa", ["P101"]),
        ("a_b", ["P101"]),
        ("第一支部", ["P101"]),
        ("con", ["P103"]),
        ("com1", ["P103"]),
        ("com10", []),
    ],
)
def test_folder_names_are_ids(load: Callable[..., Any], name: str, codes: list[str]) -> None:
    index, problems = load(**{f"units/xx/{name}/branch.yml": FILES["units/xx/b1/branch.yml"]})
    assert [problem.code for problem in problems] == codes
    assert (index.branch(name) is None) == bool(codes)


def test_a_committee_folder_name_is_an_id_too(load: Callable[..., Any]) -> None:
    assert [problem.code for problem in load(**{"units/Yy/committee.yml": FILES["units/xx/committee.yml"]})[1]] == [
        "P101"
    ]


def test_branch_ids_are_unique_and_both_places_are_named(load: Callable[..., Any]) -> None:
    other = {
        "units/yy/committee.yml": "名称: 乙\n类型: 基层党委\n",
        "units/yy/b1/branch.yml": "名称: 乙\n类型: 学生\n成立: 2015-09-10\n",
    }
    index, (problem,) = load(**other)
    assert str(problem).startswith("records/units/yy/b1: 错误[P102] 支部编号 b1 用了两次，先见于 records/units/xx/b1。")
    assert [branch.committee for branch in index.branches()] == ["xx"]


def test_symbolic_links_are_not_followed(
    load: Callable[..., Any], tmp_path: Path, write: Callable[[str, str | bytes], Path]
) -> None:
    load()
    write("elsewhere/branch.yml", FILES["units/xx/b1/branch.yml"])
    (tmp_path / "records/units/xx/b2").symlink_to(tmp_path / "elsewhere")
    index, (problem,) = load_index(tmp_path / "records", tmp_path)
    assert (problem.code, problem.source.path) == ("P104", "records/units/xx/b2")
    assert index is not None
    assert [branch.id for branch in index.branches()] == ["b1"]


def test_a_linked_showcase_is_not_read(
    load: Callable[..., Any], tmp_path: Path, write: Callable[[str, str | bytes], Path]
) -> None:
    load()
    (tmp_path / "records/units/xx/b1/showcase.md").symlink_to(write("elsewhere.md", SHOWCASE))
    index, _ = load_index(tmp_path / "records", tmp_path)
    assert index is not None
    assert index.showcases == ()


def test_missing_files_are_named_and_reading_goes_on(load: Callable[..., Any]) -> None:
    index, problems = load(**{"institution.yml": None, "units/xx/committee.yml": None})
    assert [str(problem.source) for problem in problems] == [
        "records/institution.yml",
        "records/units/xx/committee.yml",
    ]
    assert [branch.id for branch in index.branches()] == ["b1"]


def test_unknown_files_are_told_with_the_near_name(load: Callable[..., Any]) -> None:
    _, problems = load(
        **{
            "institutions.yml": "",
            "units/note.txt": "",
            "units/xx/committee.yaml": "",
            "units/xx/2019.txt": "",
            "units/xx/abcd.yml": "",
            "units/xx/20190.yml": "",
            "plan/2019.yml": "",
            "plan/2018.txt": "",
            "plan/notes.md": "",
            "plan/old/2017.yml": "",
            "schools/2019.yml": "",
            "units/.DS_Store": "",
        }
    )
    assert [(problem.code, problem.source.path, problem.hint) for problem in problems] == [
        ("P118", "records/institutions.yml", "是否想写“institution.yml”？"),
        ("P106", "records/plan/2018.txt", "两个文件同名，放在一起。"),
        ("P106", "records/plan/notes.md", PLAN_FILES),
        ("P106", "records/plan/old", PLAN_FILES),
        ("P118", "records/schools", "是否想写“school”？"),
        ("P106", "records/units/note.txt", "units 里放基层党委的文件夹。"),
        ("P118", "records/units/xx/2019.txt", "是否想写“2019.yml”？"),
        ("P118", "records/units/xx/20190.yml", COMMITTEE_FILES),
        ("P118", "records/units/xx/abcd.yml", COMMITTEE_FILES),
        ("P118", "records/units/xx/committee.yaml", "是否想写“committee.yml”？"),
    ]


def test_no_records_at_all(tmp_path: Path) -> None:
    index, problems = load_index(tmp_path / "records", tmp_path)
    assert index is None
    assert [problem.code for problem in problems] == ["P105"]


def test_a_showcase_with_mistakes(load: Callable[..., Any], places: Callable[..., Any]) -> None:
    index, problems = load(
        **{"units/xx/b1/showcase.md": SHOWCASE.replace("分钟: 15", "分钟: 十五").replace("一句话: 乙", "一句话：乙")}
    )
    assert index.showcases == ()
    assert places(problems) == [("R007", 3, 4), ("R107", 9, 19)]


def test_a_linked_records_folder_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "records").symlink_to(tmp_path / "elsewhere")
    index, (problem,) = load_index(tmp_path / "records", tmp_path)
    assert index is None
    assert (problem.code, problem.source.path) == ("P104", "records")


def test_a_showcase_without_front_matter(load: Callable[..., Any]) -> None:
    index, (problem,) = load(**{"units/xx/b1/showcase.md": "# 甲\n"})
    assert index.showcases == ()
    assert (problem.code, problem.source.path) == ("R026", "records/units/xx/b1/showcase.md")


@pytest.mark.parametrize(("written", "dissolved"), [("2019-06-30", date(2019, 6, 30)), ("2019-06-31", None)])
def test_the_day_of_dissolution_is_known_before_the_profile_is_read(
    load: Callable[..., Any], written: str, dissolved: date | None
) -> None:
    index, _ = load(**{"units/xx/b1/branch.yml": f"{FILES['units/xx/b1/branch.yml']}撤销: {written}\n"})
    (branch,) = index.branches()
    assert branch.dissolved == dissolved


def test_records_are_taken_instead_of_what_their_files_hold(load: Callable[..., Any], tmp_path: Path) -> None:
    load()
    records = tmp_path / "records"
    given = {"名称": "第二党支部", "类型": "学生", "成立": "2015-09-10"}
    committee = Committee.model_validate({"名称": "理学院党委", "类型": "基层党委"})
    instead: Replaced = {
        records / "units/xx/b1": {"branch.yml": Profile.model_validate(given)},
        records / "units/xx": {"committee.yml": committee},
    }
    index, _ = load_index(records, tmp_path, None, instead)
    assert index is not None
    (branch,) = index.branches()
    assert (branch.name, branch.kind) == ("第二党支部", BranchKind.STUDENTS)
    assert index.committees[0].committee is committee
