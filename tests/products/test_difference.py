"""`zhibu diff`: which findings flip between two folders, commits or readings, and which inputs are told as different."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.conftest import Project

MEETING = """活动:
  - {类型: [支部党员大会], 日期: 2019-03-14, 主持: 支部书记, 应到: 9, 实到: 8, 议题: [{事项: 学习}]}
"""
SECOND = "  - {类型: [支部党员大会], 日期: 2019-05-14, 主持: 支部书记, 应到: 9, 实到: 8, 议题: [{事项: 学习}]}\n"
JOINT = """名称: 甲学院联合党支部
类型: 机关
成立: 2015-09-10
党员人数: [{自: 2018-09-01, 正式: 6, 预备: 0}]
支委: [{职务: 书记, 姓名: 钱乙丙, 自: 2018-06-20}]
覆盖单位: [{自: 2018-09-01, 单位: [{名称: 一, 正式党员: 1}, {名称: 二, 正式党员: 1}]}]
党小组: []
未划党小组理由: 党员集中在一层楼
台账核对至: 2019-10-31
"""
COVERED = """    检查: 人数范围
    参数: {计数: 覆盖单位, 至多: 1, 线: 软, 设置: 联合}
    口径: [A2]
"""


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(cli.cli, ["diff", "--config", str(project.config), *arguments])


def rows(done: Result) -> list[Any]:
    assert done.exit_code == 0, done.output
    found: list[Any] = json.loads(done.stdout)["flips"]
    return [(row["branch"], row["criterion"], row["period"], row["causes"]) for row in found]


@pytest.fixture
def other(project: Project, tmp_path: Path) -> Path:
    """A copy of the project as it was."""
    project.write("records/units/aa/aa-1/2019.yml", MEETING)
    return Path(shutil.copytree(project.root, tmp_path / "before"))


def test_a_record_more(project: Project, other: Path) -> None:
    project.write("records/units/aa/aa-1/2019.yml", MEETING + SECOND)
    done = run(project, str(other))
    assert done.stdout == (
        f"旧：{other}（截至 2019-11-25）\n"
        f"新：{project.root}（截至 2019-11-25）\n"
        "\n"
        "甲学院第一党支部（aa-1）\n"
        "  3.1.1 2019年第二季度：缺项 → 符合（不同的是：支部的记录）\n"
        "    旧：记录显示2019年第二季度支部党员大会没有记录，要求至少 1 次；期限2019年6月30日已过，"
        "台账核对至2019年10月31日\n"
        "    新：记录显示2019年第二季度支部党员大会 1 次（5月14日），要求至少 1 次\n"
    )


def test_the_same_on_both_sides(project: Project, other: Path) -> None:
    assert run(project, str(other), str(other)).stdout.endswith("\n两边的判定相同。\n")
    assert rows(run(project, str(other), "--format", "json")) == []


def test_a_reason_in_other_words_is_no_flip(project: Project, other: Path) -> None:
    project.write("records/units/aa/aa-1/2019.yml", MEETING + SECOND.replace("05-14", "03-20"))
    assert rows(run(project, str(other), "--format", "json")) == []


def test_a_standard_that_asks_for_more(project: Project, other: Path) -> None:
    path = project.root / "docs/standards/3-1.md"
    path.write_text(path.read_text(encoding="utf-8").replace("至少: 1}", "至少: 2}"), encoding="utf-8")
    assert rows(run(project, str(other), "--format", "json")) == [("aa-1", "3.1.1", "2019-Q1", ["standards"])]


def test_a_holiday_of_the_institution(project: Project, other: Path) -> None:
    project.write("records/units/aa/aa-1/2019.yml", MEETING + SECOND)
    path = project.root / "records/institution.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("至: 2019-09-01", "至: 2019-09-02"), encoding="utf-8")
    assert rows(run(project, str(other), "--format", "json")) == [("aa-1", "3.1.1", "2019-Q2", ["records", "above"])]


def test_another_committee_is_no_cause(project: Project, other: Path) -> None:
    project.write("records/units/aa/aa-1/2019.yml", MEETING + SECOND)
    project.write("records/units/bb/committee.yml", "名称: 乙学院党委\n类型: 基层党委\n")
    assert rows(run(project, str(other), "--format", "json")) == [("aa-1", "3.1.1", "2019-Q2", ["records"])]


def test_another_day(project: Project) -> None:
    found = rows(run(project, "--old-as-of", "2019-06-20", "--format", "json"))
    assert ("aa-1", "3.1.1", "2019-Q2", ["as_of"]) in found
    assert {row[3][0] for row in found} == {"as_of"}


def test_another_reading(project: Project) -> None:
    project.write("records/units/aa/aa-3/branch.yml", JOINT)
    path = project.root / "docs/standards/3-1.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("    检查: 频次\n    参数: {记录: 支部党员大会, 每: 季, 至少: 1}\n", COVERED), encoding="utf-8"
    )
    done = run(project, "--reading", "A2=缺项")
    assert f"新：{project.root}，A2 读作“缺项”（截至 2019-11-25）" in done.stdout
    assert "  3.1.1 截至 2019年11月25日：提示 → 缺项（不同的是：口径）" in done.stdout
    assert "A2" not in (project.root / "records/institution.yml").read_text(encoding="utf-8")


def test_a_criterion_and_a_branch_of_one_side_only(project: Project, other: Path) -> None:
    path = project.root / "docs/standards/3-1.md"
    path.write_text(path.read_text(encoding="utf-8").replace('"3.1.1"', '"3.1.2"'), encoding="utf-8")
    shutil.move(project.root / "records/units/aa/aa-2", project.root / "records/units/aa/aa-9")
    done = run(project, str(other))
    assert "  3.1.2 2019年第一季度：没有这一条 → 符合（不同的是：标准）\n    新：" in done.stdout
    assert "  3.1.1 2019年第一季度：符合 → 没有这一条（不同的是：标准）\n    旧：" in done.stdout
    assert f"甲学院第二党支部（aa-2）：只有“{other}”里有这个支部。" in done.stdout
    assert f"甲学院第二党支部（aa-9）：只有“{project.root}”里有这个支部。" in done.stdout
    report = json.loads(run(project, str(other), "--format", "json").stdout)
    assert report["only"] == [{"branch": "aa-2", "side": "old"}, {"branch": "aa-9", "side": "new"}]
    assert report["flips"][0]["before"] is None
    assert report["flips"][0]["after"]["verdict"] == "met"


def git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=示例", "-c", "user.email=", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *who, *arguments], check=True, capture_output=True)


@pytest.mark.parametrize("inside", [".", ".."])
def test_a_commit_of_the_project(project: Project, inside: str) -> None:
    """Whether the project is the repository or a folder of it."""
    project.write("records/units/aa/aa-1/2019.yml", MEETING)
    git(project.root / inside, "init", "--quiet")
    git(project.root / inside, "add", ".")
    git(project.root / inside, "commit", "--quiet", "-m", "first")
    project.write("records/units/aa/aa-1/2019.yml", MEETING + SECOND)
    assert rows(run(project, "HEAD", "--format", "json")) == [("aa-1", "3.1.1", "2019-Q2", ["records"])]
    assert rows(run(project, "HEAD", "HEAD", "--format", "json")) == []


def test_a_commit_that_does_not_exist_is_told(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HEAD~1", "--output=x", "no-such"):
        done = run(project, "--", name) if name.startswith("-") else run(project, name)
        assert done.exit_code == 2
        assert f"{name} 不是文件夹" in done.stderr
    monkeypatch.setenv("PATH", "")
    assert "比对提交要用 git，这台机器上没有" in run(project, "HEAD").stderr


def test_a_commit_without_the_project_is_told(project: Project) -> None:
    git(project.root.parent, "init", "--quiet")
    git(project.root.parent, "commit", "--quiet", "--allow-empty", "-m", "empty")
    assert "提交 HEAD 里没有这个项目文件夹" in run(project, "HEAD").stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "请写旧的一方"),
        (("--reading", "A3=提示"), "没有这样的口径：A3=提示。可以写 A2=提示或缺项，A16=合并计次或只计首类。"),
        (("--reading", "A2"), "没有这样的口径：A2。"),
        (("{root}/docs",), "里没有 mkdocs.yml"),
    ],
)
def test_misuse_is_told(project: Project, arguments: tuple[str, ...], said: str) -> None:
    done = run(project, *(word.format(root=project.root) for word in arguments))
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize("path", ["records/units/aa/aa-1/2019.yml", "records/institution.yml"])
def test_a_side_with_mistakes_is_not_compared(project: Project, other: Path, path: str) -> None:
    (other / path).write_text("没有这个键: 1\n", encoding="utf-8")
    done = run(project, str(other))
    assert done.exit_code == 1
    assert f"{other} 的台账有错误，没有比对。" in done.stderr


def test_what_the_internal_edition_withholds_does_not_show(project: Project, other: Path) -> None:
    path = project.root / "docs/standards/3-1.md"
    for file in (path, other / "docs/standards/3-1.md"):
        file.write_text(
            file.read_text(encoding="utf-8").replace("稿源: 整理", "稿源: 整理\n版别: 专人版"), encoding="utf-8"
        )
    project.write("records/units/aa/aa-1/2019.yml", MEETING + SECOND)
    assert rows(run(project, str(other), "--format", "json")) == []


def test_what_a_committee_has_to_do_itself_is_told_once(project: Project, other: Path) -> None:
    for root in (project.root, other):
        path = root / "docs/standards/3-1.md"
        text = path.read_text(encoding="utf-8").replace("责任主体: 支部", "责任主体: 基层党委")
        text = text.replace("检查: 频次", "检查: 登记频次").replace("支部党员大会, 每", "研判, 每")
        path.write_text(text, encoding="utf-8")
    project.write("records/units/aa/2019.yml", "研判:\n  - {日期: 2019-03-21, 研判支部数: 2, 纪要: 会议纪要第 3 期}\n")
    done = run(project, str(other))
    assert "甲学院党委（aa）\n  3.1.1 2019年第一季度：无记录 → 符合（不同的是：学校、基层党委的记录）" in done.stdout
    told = json.loads(run(project, str(other), "--format", "json").stdout)["flips"]
    assert {(row["committee"], row["branch"], *row["causes"]) for row in told} == {("aa", None, "above")}
