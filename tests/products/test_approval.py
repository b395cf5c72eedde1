"""Approval of a final text, from the command that gives its digest to the editions that hold or do not hold the item."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.cli.options import read_settings
from generator.products import site as builder
from tests.conftest import Project

PAGE = "showcases/aa-1/index.html"
NUMBERS = "数说: {统计至: 2019-10-18, 次数: {支部党员大会: 1}}\n"


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(cli.cli, [*arguments, "--config", str(project.config)])


def build(project: Project, **options: object) -> Path:
    folder = project.site.with_name(str(options.get("audience", "site")))
    builder.build(project.config, read_settings(project.config, options), folder, strict=False)
    return folder


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def holding(folder: Path, word: str) -> list[str]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return [path.relative_to(folder).as_posix() for path in paths if word.encode() in path.read_bytes()]


def test_the_lines_that_the_command_gives_are_those_the_record_holds(project: Project) -> None:
    showcase = project.branch / "showcase.md"
    change(showcase, "审批: ", f"{NUMBERS}审批: ")
    project.seal()
    result = run(project, "approve", "showcase:aa-1", "--as-of", "2019-10-18")
    text = showcase.read_text(encoding="utf-8")
    found = re.search(r"摘要: (\w+), 逐句: (\w+)", text)
    assert found is not None
    assert result.stdout == f"{NUMBERS}审批:\n  摘要: {found[1]}\n  逐句: {found[2]}\n"
    assert text == showcase.read_text(encoding="utf-8")
    assert "由审批人签字" in result.stderr


def test_numbers_are_counted_up_to_their_day(project: Project) -> None:
    change(project.branch / "showcase.md", "审批: ", f"{NUMBERS}审批: ")
    assert "支部党员大会: 0" in run(project, "approve", "showcase:aa-1", "--as-of", "2019-03-13").stdout
    assert "支部党员大会: 1" in run(project, "approve", "showcase:aa-1", "--as-of", "2019-03-14").stdout


def test_an_introduction(project: Project) -> None:
    assert run(project, "approve", "introduction:aa-1").exit_code == 2
    change(project.branch / "branch.yml", "类型: 教师\n", "类型: 教师\n公开简介: {简介: 由专任教师组成。}\n")
    assert re.fullmatch(r"审批:\n  摘要: \w{32}\n  逐句: \w{4}\n", run(project, "approve", "introduction:aa-1").stdout)


def test_a_row_of_a_register(project: Project) -> None:
    row = "编号: qs1, 日期: 2019-09-27, 名称: 操场同唱一首歌, 类别: 快闪"
    project.write("records/school/2019.yml", f"特色活动: [{{{row}}}]\n")
    told = run(project, "approve", "campaign:qs1").stdout
    found = re.fullmatch(r"审批:\n  摘要: (\w{32})\n  逐句: (\w{16})\n", told)
    assert found is not None
    assert "没有特色活动“qs2”。是否想写“qs1”？" in run(project, "approve", "campaign:qs2").stderr
    six = "提出: 宣传部, 审核: 副部长, 审核日期: 2019-10-08, 保密审查: 保密办, 保密审查日期: 2019-10-08, 审批: 副书记"
    given = f"{six}, 日期: 2019-10-09, 期限: 2020-12-31, 摘要: {found[1]}, 逐句: {found[2]}"
    for scope, told in (("社会公开", ""), ("党内公开", "公开版没有 特色活动 qs1：审批的范围是“党内公开”。")):
        text = f"特色活动: [{{{row}, 审批: {{{given}, 范围: {scope}}}}}]\n"
        project.write("records/school/2019.yml", text)
        result = run(project, "build", "--out", str(project.site))
        assert [line for line in result.stderr.splitlines() if "公开版没有" in line] == [told] * bool(told)
        assert bool(holding(project.site, "操场同唱")) is (scope == "社会公开")


@pytest.mark.parametrize("item", ["showcase:", "page:aa-1", "aa-1"])
def test_misuse(project: Project, item: str) -> None:
    assert run(project, "approve", item).exit_code == 2


def test_a_branch_that_is_not_there_and_one_without_a_showcase(project: Project) -> None:
    assert "没有支部“aa-3”" in run(project, "approve", "showcase:aa-3").stderr
    assert "没有观摩展示" in run(project, "approve", "showcase:aa-2").stderr


def test_a_changed_sentence_takes_the_showcase_out_of_the_public_edition_everywhere(project: Project) -> None:
    change(project.branch / "showcase.md", "审批: ", f"{NUMBERS}审批: ")
    project.seal()
    folder = build(project)
    assert "截至2019年10月18日" in (folder / PAGE).read_text(encoding="utf-8")
    change(project.branch / "showcase.md", "照着标准做。", "照着标准做，做得最好。")
    told = run(project, "check").stderr
    assert "R250" in told
    assert "正文“照着标准做，做得最好。”" in told
    folder = build(project)
    assert not (folder / PAGE).exists()
    assert holding(folder, "照着做") == []
    assert holding(folder, "showcases/aa-1") == []
    folder = build(project, audience="internal")
    assert "内容在审批以后改过：正文“照着标准做，做得最好。”" in (folder / PAGE).read_text(encoding="utf-8")


def test_another_picture_is_a_change(project: Project) -> None:
    photo = project.branch / "photos/room.jpg"
    photo.write_bytes(photo.read_bytes() + b"\0")
    assert "文件“photos/room.jpg”" in run(project, "check").stderr
    assert not (build(project) / PAGE).exists()


def test_a_withdrawn_showcase_is_gone_without_a_reason(project: Project) -> None:
    change(project.branch / "showcase.md", ", 摘要:", ", 撤回: {日期: 2019-11-20, 决定: 党委第九次会议}, 摘要:")
    assert run(project, "check", "--strict").exit_code == 0
    result = run(project, "build", "--out", str(project.site))
    assert "公开版没有 甲学院第一党支部的观摩展示：2019年11月20日起已撤回（党委第九次会议）。" in result.stderr
    assert not (project.site / PAGE).exists()
    assert holding(project.site, "第九次会议") == []
    assert (build(project, as_of="2019-11-19") / PAGE).exists()


def test_a_narrower_approval_is_told_and_is_no_fault(project: Project) -> None:
    change(project.branch / "showcase.md", "范围: 社会公开", "范围: 党内公开")
    assert run(project, "check", "--strict").exit_code == 0
    result = run(project, "build", "--out", str(project.site))
    assert "公开版没有 甲学院第一党支部的观摩展示：审批的范围是“党内公开”。" in result.stderr
    assert not (project.site / PAGE).exists()


def test_numbers_that_the_register_no_longer_shows_are_told(project: Project) -> None:
    change(project.branch / "showcase.md", "审批: ", f"{NUMBERS}审批: ")
    project.seal()
    assert run(project, "check", "--strict").exit_code == 0
    change(project.branch / "2019.yml", "2019-03-14", "2019-10-19")
    told = run(project, "check").stderr
    assert "警告[R251] 数说写支部党员大会 1 次，台账统计至 2019-10-18 是 0 次" in told
    assert "支部党员大会</dt><dd>1<" in (build(project) / PAGE).read_text(encoding="utf-8")


@pytest.mark.parametrize(("day", "expected"), [("2019-10-19", 0), ("2019-10-18", 1)])
def test_reviews_come_before_the_approval(project: Project, day: str, expected: int) -> None:
    change(project.branch / "showcase.md", "日期: 2019-10-20", f"日期: {day}")
    assert run(project, "check").stderr.count("R122") == expected


def test_the_approved_text_is_kept_and_tells_what_stood_there(project: Project) -> None:
    assert (
        "写在 records/units/aa/aa-1/showcase-approved.yml" in run(project, "approve", "showcase:aa-1", "--keep").stdout
    )
    assert run(project, "check", "--strict").exit_code == 0
    change(project.branch / "showcase.md", "照着标准做。", "照着标准做，做得最好。\n\n欢迎。")
    change(project.branch / "showcase.md", "集合处: 一层门厅", "集合处: 二层门厅")
    change(project.branch / "showcase.md", "补学还没有人管。", "")
    told = run(project, "check").stderr
    sentence = "正文“照着标准做，做得最好。”，原为“照着标准做。”；新加正文“欢迎。”"
    assert f"集合处“二层门厅”，原为“一层门厅”；{sentence}；删去正文“补学还没有人管。”" in told
    assert run(project, "approve", "showcase:aa-1", "--keep").exit_code == 2
    folder = build(project)
    assert [holding(folder, word) for word in ("做得最好", "二层门厅", "照着标准做。")] == [[], [], []]


@pytest.mark.parametrize(
    ("old", "new", "expected"), [("照着标准做。", "照着做。", "改动过"), ("\n摘要: ", "\n摘要: 0", "改动过")]
)
def test_a_kept_text_that_was_written_into_is_told(project: Project, old: str, new: str, expected: str) -> None:
    run(project, "approve", "showcase:aa-1", "--keep")
    change(project.branch / "showcase-approved.yml", old, new)
    told = run(project, "check").stderr
    assert "R254" in told
    assert expected in told


def test_a_kept_text_of_an_earlier_approval_is_told(project: Project) -> None:
    run(project, "approve", "showcase:aa-1", "--keep")
    change(project.branch / "showcase.md", "照着标准做。", "照着标准做，有回音。")
    project.seal()
    told = run(project, "check").stderr
    assert "留存的定稿不是现在的审批管的那一份" in told
    assert "R250" not in told


def test_only_the_text_of_a_showcase_is_kept(project: Project) -> None:
    assert run(project, "approve", "introduction:aa-1", "--keep").exit_code == 2
    assert "没有支部“aa-3”的观摩展示" in run(project, "approve", "showcase:aa-3", "--keep").stderr
