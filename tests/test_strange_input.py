"""What used to be accepted without a word: each is a located Problem now, and the sound neighbour stays sound."""

from __future__ import annotations

import shutil
from collections.abc import Callable

import pytest

from generator.judge import check
from generator.model.record import Audience
from tests.conftest import Project

REGISTER = "records/units/aa/aa-1/2019.yml"
PROFILE = "records/units/aa/aa-1/branch.yml"


def told(project: Project) -> list[str]:
    parts = check(project.settings(Audience.INTERNAL))
    return [f"{row.source} {row.code}" for part in parts for row in part.problems]


def put(project: Project, name: str, old: str, new: str) -> None:
    path = project.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_project_is_sound(project: Project) -> None:
    assert told(project) == []


@pytest.mark.parametrize("time", ["14:30-16:10", "14:30", "9:05—10:00", "08:30 至 24:00", '"19:00～20:30"'])
def test_a_time(project: Project, time: str) -> None:
    put(project, REGISTER, "    日期: 2019-03-14\n", f"    日期: 2019-03-14\n    时间: {time}\n")
    assert told(project) == []


@pytest.mark.parametrize(
    ("time", "code"),
    [
        ("25:99-26:00", "R132"),
        ("14:60-15:00", "R132"),
        ("24:00-24:30", "R132"),
        ("23:00-24:01", "R132"),
        ("16:00-14:00", "R132"),
        ("14:00-14:00", "R132"),
        ("下午两点", "R131"),
        ("14：30", "R131"),
        ("14:30-", "R131"),
        ("14:30-16:10，休息后继续", "R131"),
    ],
)
def test_a_time_that_is_none(project: Project, time: str, code: str) -> None:
    put(project, REGISTER, "    日期: 2019-03-14\n", f"    日期: 2019-03-14\n    时间: {time}\n")
    assert told(project) == [f"{REGISTER}:4:9 {code}"]


@pytest.mark.parametrize(("length", "codes"), [(100, []), (101, [f"{PROFILE}:1:5 R133"])])
def test_a_name_has_a_limit(project: Project, length: int, codes: list[str]) -> None:
    put(project, PROFILE, "甲学院第一党支部", "甲" * length)
    assert told(project) == codes


@pytest.mark.parametrize(("length", "codes"), [(2000, []), (2001, [f"{REGISTER}:7:15 R133"])])
def test_a_text_has_a_limit(project: Project, length: int, codes: list[str]) -> None:
    put(project, REGISTER, "研究实验室搬迁期间的会议安排", "议" * length)
    assert told(project) == codes


@pytest.mark.parametrize(
    ("character", "code"),
    [
        ("\ue000", "R027"),
        ("\U000f0001", "R027"),
        ("\U00100001", "R027"),
        ("\ufdd0", "R027"),
        ("\U000e0041", "R010"),
        ("\U000e0001", "R010"),
        ("\u3164", "R010"),
        ("\uffa0", "R010"),
        ("\u115f", "R010"),
        ("\u034f", "R010"),
        ("\u180e", "R010"),
        ("\u2062", "R010"),
        ("\u200b", "R010"),
        ("\u206e", "R010"),
        ("\ufffb", "R010"),
        ("\u2067", "R011"),
        ("\u202e", "R011"),
        ("\x1b", "R012"),
    ],
    ids=lambda value: f"U+{ord(value):04X}" if len(value) == 1 else value,
)
@pytest.mark.parametrize(
    "name", [PROFILE, REGISTER, "records/institution.yml", "docs/index.md", "docs/standards/3-1.md"]
)
def test_a_character_that_nobody_sees(project: Project, name: str, character: str, code: str) -> None:
    old = {PROFILE: "甲学院", REGISTER: "研究", "records/institution.yml": "示例", "docs/index.md": "首页"}.get(
        name, "支部党员大会"
    )
    put(project, name, old, f"{old}{character}")
    (row,) = told(project)
    path, line, column = row.partition(" ")[0].rsplit(":", 2)
    assert (path, row.rpartition(" ")[2]) == (name, code)
    text = (project.root / name).read_text(encoding="utf-8").split("\n")[int(line) - 1]
    assert text[int(column) - 1] == character


@pytest.mark.parametrize("text", ["👩‍🔬实验", "邉\U000e0100", "☎️", "é"])
def test_characters_that_are_made_of_several(project: Project, text: str) -> None:
    put(project, PROFILE, "甲学院", f"甲学院{text}")
    assert [row for row in told(project) if "R028" not in row] == []


@pytest.mark.parametrize("name", ["甲学院第一党支部", "甲学院 第一党支部", "甲学院第一党支部　"])
def test_two_branches_of_one_name(project: Project, name: str) -> None:
    path = project.root / "records/units/aa/aa-2/branch.yml"
    text = path.read_text(encoding="utf-8")
    first = text.split("\n", 1)[0]
    path.write_text(text.replace(first, f'名称: "{name}"', 1), encoding="utf-8")
    assert told(project) == ["records/units/aa/aa-2/branch.yml:1:5 P116"]


PLACES = {
    "showcase.md": "records/units/aa/aa-2/showcase.md",
    "register": "records/units/aa/aa-2/2018.yml",
    "committee.yml": "records/units/aa/committee.yml",
    "institution.yml": "records/institution.yml",
    "plan": "records/plan/2019.yml",
    "page": "docs/standards/3-1.md",
}


def clear(project: Project, name: str) -> None:
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)


@pytest.mark.parametrize("place", [place for place in PLACES if place != "page"])
def test_a_folder_where_a_file_should_be(project: Project, place: str) -> None:
    clear(project, PLACES[place])
    (project.root / PLACES[place]).mkdir()
    assert f"{PLACES[place]} P115" in told(project)


@pytest.mark.parametrize("name", ["records/units", "records/plan", "records/units/aa/aa-2/photos"])
def test_a_file_where_a_folder_should_be(project: Project, name: str) -> None:
    if (project.root / name).is_dir():
        shutil.rmtree(project.root / name)
    project.write(name, "")
    assert f"{name} P115" in told(project)


@pytest.mark.parametrize("place", PLACES)
def test_a_link_where_a_file_should_be(project: Project, place: str) -> None:
    path = project.root / PLACES[place]
    path.parent.mkdir(parents=True, exist_ok=True)
    moved = project.root.with_name("moved")
    path.rename(moved) if path.exists() else moved.write_text("", encoding="utf-8")
    path.symlink_to(moved)
    assert f"{PLACES[place]} P104" in {row.replace(":1:1 ", " ") for row in told(project)}


@pytest.mark.parametrize(
    "name",
    ["records", "docs", "docs/standards", "records/units", "records/units/aa", "records/units/aa/aa-1", "records/plan"],
)
def test_a_link_where_a_folder_should_be(project: Project, name: str) -> None:
    path = project.root / name
    path.mkdir(exist_ok=True)
    path.rename(project.root.with_name("moved"))
    path.symlink_to(project.root.with_name("moved"))
    assert f"{name} P104" in told(project)


ALIKE: dict[str, Callable[[Project], str]] = {
    "page": lambda project: str(project.write("docs/help/Using.md", "# 甲\n").with_name("using.md")),
    "photo": lambda project: str(project.branch / "photos/Room.jpg"),
    "folder": lambda project: str(project.root / "docs/Standards/a.md"),
    "put together": lambda project: str(project.write("docs/help/e\u0301.md", "# 甲\n").with_name("\u00e9.md")),
}


@pytest.mark.parametrize("what", ALIKE)
def test_names_that_differ_in_case_only(project: Project, what: str) -> None:
    project.write(ALIKE[what](project), "# 乙\n")
    assert [row.rpartition(" ")[2] for row in told(project)].count("P117") == 1
