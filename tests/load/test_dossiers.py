from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.load.records import load_dossier
from generator.model.index import BranchEntry
from generator.model.kinds import BranchKind

INSIDE = (
    "支部文件夹里放 branch.yml、以年度命名的年度台账（.yml）、members.yml、development.yml、以年度命名的核定（.yml）、"
    "showcase.md、showcase-approved.yml、photos、files。"
)
TABLE = "表格里的台账用 zhibu import workbook 读进来，表格移到 records 以外。"
PROFILE = "名称: 甲\n类型: 教师\n成立: 2015-09-10\n"
REGISTER = "活动:\n  - {类型: [党课], 日期: 2019-03-14, 主持: 甲, 应到: 2, 实到: 1}\n"


@pytest.fixture
def load(write: Callable[[str, str | bytes], Path], tmp_path: Path) -> Callable[..., Any]:
    def loading(**files: str) -> Any:
        for name, text in files.items():
            write(f"records/units/xx/b1/{name}", text)
        folder = tmp_path / "records/units/xx/b1"
        entry = BranchEntry(id="b1", committee="xx", name="甲", kind=BranchKind.TEACHERS, folder=folder)
        return load_dossier(entry, tmp_path)

    return loading


def test_profile_and_registers_become_a_dossier(load: Callable[..., Any]) -> None:
    dossier, problems = load(**{"branch.yml": PROFILE, "2019.yml": REGISTER, "2018.yml": "活动: []\n"})
    assert problems == []
    assert (dossier.id, dossier.committee, dossier.profile.name) == ("b1", "xx", "甲")
    assert list(dossier.registers) == [2018, 2019]
    assert dossier.anchors[dossier.activities[0].source] == "a-2019-03-14-1"


def test_the_showcase_its_photos_and_hidden_files_are_left_alone(load: Callable[..., Any]) -> None:
    files = {"showcase.md": "", "photos/a.jpg": "", "photos/B.JPEG": "", "photos/.DS_Store": "", ".gitkeep": ""}
    assert load(**{"branch.yml": PROFILE}, **files)[1] == []


@pytest.mark.parametrize(
    "name",
    [
        "member.yml",
        "developments.yml",
        "0999.yml",
        "photos/notes.yml",
        "photos/2019.yml",
        "photos/old/room.jpg",
        "old/2019.yml",
        "2019.txt",
    ],
)
def test_a_file_that_nobody_declares_is_told_whatever_its_name_or_depth(load: Callable[..., Any], name: str) -> None:
    _, (problem,) = load(**{"branch.yml": PROFILE, name: "["})
    assert problem.code in {"P106", "P118"}
    assert f"records/units/xx/b1/{name}/".startswith(f"{problem.source.path}/")


@pytest.mark.parametrize(
    ("name", "code", "hint"),
    [
        ("branch.yaml", "P118", "是否想写“branch.yml”？"),
        ("2019.yaml", "P118", "是否想写“2019.yml”？"),
        ("2019.yml.txt", "P118", "是否想写“2019.yml”？"),
        ("2019.txt", "P118", "是否想写“2019.yml”？"),
        ("2019 .yml", "P118", "是否想写“2019.yml”？"),
        ("２０１９．yml", "P118", "是否想写“2019.yml”？"),
        ("2019。yml", "P118", "是否想写“2019.yml”？"),
        ("2019.YML", "P118", "是否想写“2019.yml”？"),
        ("2019 - 副本.yml", "P118", "是否想写“2019.yml”？"),
        ("2019年.yml", "P118", "是否想写“2019.yml”？"),
        ("showcases.md", "P118", "是否想写“showcase.md”？"),
        ("20190.yml", "P118", INSIDE),
        ("台账2026.xlsx", "P118", f"{TABLE}{INSIDE}"),
        ("2026年台账.XLS", "P118", f"{TABLE}{INSIDE}"),
        ("签到表.xlsx", "P106", f"{TABLE}{INSIDE}"),
        ("2019年总结.docx", "P106", INSIDE),
        ("notes.md", "P106", INSIDE),
    ],
)
def test_unknown_files_are_told(load: Callable[..., Any], name: str, code: str, hint: str) -> None:
    _, (problem,) = load(**{"branch.yml": PROFILE, name: ""})
    assert (problem.code, problem.source.path, problem.hint) == (code, f"records/units/xx/b1/{name}", hint)


def test_a_bad_register_is_left_out_and_a_good_one_kept(load: Callable[..., Any]) -> None:
    dossier, problems = load(**{"branch.yml": PROFILE, "2019.yml": REGISTER, "2018.yml": "活动: 无\n"})
    assert list(dossier.registers) == [2019]
    assert [str(problem.source) for problem in problems] == ["records/units/xx/b1/2018.yml:1:5"]


def test_without_a_profile_every_file_is_still_checked(load: Callable[..., Any]) -> None:
    dossier, problems = load(**{"2019.yml": "活动: 无\n"})
    assert dossier is None
    assert sorted(problem.code for problem in problems) == ["P105", "R113"]


def test_a_missing_folder_is_a_problem(load: Callable[..., Any]) -> None:
    dossier, problems = load()
    assert dossier is None
    assert {problem.code for problem in problems} == {"P105"}


MERGED = PROFILE + "撤销: 2019-06-30\n并入: b2\n"


def test_a_branch_that_was_merged_into_another_knows_it(load: Callable[..., Any]) -> None:
    dossier, problems = load(**{"branch.yml": MERGED, "../b2/branch.yml": PROFILE, "../b2/2019.yml": REGISTER})
    assert problems == []
    assert (dossier.receiver.id, dossier.receiver.committee) == ("b2", "xx")
    assert list(dossier.receiver.registers) == [2019]


@pytest.mark.parametrize("into", ["b2", "b1"])
def test_the_branch_that_it_was_merged_into_is_another_one_of_the_committee(
    load: Callable[..., Any], into: str
) -> None:
    dossier, (problem,) = load(**{"branch.yml": MERGED.replace("b2", into)})
    assert dossier.receiver is None
    assert str(problem).startswith(f"records/units/xx/b1/branch.yml:5:5: 错误[R247] 本基层党委没有支部“{into}”。")


def test_what_is_wrong_with_the_receiver_is_told_of_itself_alone(load: Callable[..., Any]) -> None:
    dossier, (problem,) = load(**{"branch.yml": MERGED, "../b2/branch.yml": "名称: 乙\n"})
    assert dossier.receiver is None
    assert problem.code == "R247"


def test_a_folder_under_the_name_of_a_showcase(load: Callable[..., Any]) -> None:
    _, (problem,) = load(**{"branch.yml": PROFILE, "showcase.md/a.txt": ""})
    assert (problem.code, problem.source.path) == ("P115", "records/units/xx/b1/showcase.md")
