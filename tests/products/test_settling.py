"""`zhibu snapshot`: written once, never changed by later entries, and shown beside what holds now."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result

from generator import cli
from generator.cli.options import read_settings
from generator.products import site as builder
from tests.conftest import Project

SNAPSHOT = """# 2019年度的核定，由 zhibu snapshot 写；以后补录不改这里
单位: "甲学院党委"
日期: 2019-11-20
截至: 2019-11-25
判定:
  - {要点: "3.1.1", 考核期: "2019-Q1", 结论: 符合}
  - {要点: "3.1.1", 考核期: "2019-Q2", 结论: 缺项}
  - {要点: "3.1.1", 考核期: "2019-Q3", 结论: 缺项}
  - {要点: "3.1.1", 考核期: "2019-Q4", 结论: 未到期}
"""
LATER = "  - {类型: [支部党员大会], 日期: 2019-05-14, 主持: 支部书记, 应到: 9, 实到: 8, 议题: [{事项: 补录的}]}\n"
FILE = "records/units/aa/aa-1/snapshot-2019.yml"


def run(project: Project, *more: str, office: str = "甲学院党委", on: str = "2019-11-20") -> Result:
    given = ["snapshot", "--config", str(project.config), "--office", office, "--date", on, *more]
    return CliRunner().invoke(cli.cli, given)


def check(project: Project) -> Result:
    return CliRunner().invoke(cli.cli, ["check", "--strict", "--config", str(project.config)])


def test_every_branch_gets_a_file_that_is_a_sound_record(project: Project) -> None:
    done = run(project)
    assert done.stdout == (
        "甲学院第一党支部：已核定，写在 snapshot-2019.yml。\n甲学院第二党支部：已核定，写在 snapshot-2019.yml。\n"
    )
    assert (project.root / FILE).read_text(encoding="utf-8") == SNAPSHOT
    assert check(project).exit_code == 0, check(project).output


def test_an_office_is_written_so_that_it_is_read_as_it_was_given(project: Project) -> None:
    assert run(project, office='甲: "学院" \\ 党委 # 1').exit_code == 0
    assert check(project).exit_code == 0
    site = project.site
    builder.build(project.config, read_settings(project.config, {"audience": "internal"}), site, strict=False)
    assert "甲: &#34;学院&#34; \\ 党委 # 1" in (site / "branches/aa-1/snapshot/index.html").read_text(encoding="utf-8")


def test_a_second_one_is_refused_for_all_unless_it_is_asked_for(project: Project) -> None:
    assert run(project, "--committee", "aa").exit_code == 0
    (project.root / "records/units/aa/aa-2/snapshot-2019.yml").unlink()
    done = run(project, on="2019-11-22")
    assert done.exit_code == 2
    assert "snapshot-2019.yml 已经核定过，什么都没有写。" in done.stderr
    assert (project.root / FILE).read_text(encoding="utf-8") == SNAPSHOT
    assert not (project.root / "records/units/aa/aa-2/snapshot-2019.yml").exists()
    assert run(project, "--again", on="2019-11-22").exit_code == 0
    assert "日期: 2019-11-22" in (project.root / FILE).read_text(encoding="utf-8")


def test_later_entries_change_no_settled_verdict_and_stand_beside_it(project: Project) -> None:
    run(project)
    register = project.root / "records/units/aa/aa-1/2019.yml"
    register.write_text(register.read_text(encoding="utf-8") + LATER, encoding="utf-8")
    builder.build(project.config, read_settings(project.config, {"audience": "internal"}), project.site, strict=False)
    assert (project.root / FILE).read_text(encoding="utf-8") == SNAPSHOT
    page = (project.site / "branches/aa-1/snapshot/index.html").read_text(encoding="utf-8")
    row = page.partition("<tbody>")[2].partition("</tbody>")[0]
    assert row.count("<tr>") == 1
    settled, now = row.index("缺项</span>"), row.index("符合</span>")
    assert settled < now
    assert "二季度" in row
    same = (project.site / "branches/aa-2/snapshot/index.html").read_text(encoding="utf-8")
    assert "记录显示：现在的判定与核定时相同。" in same
    assert "核定时与现在" in (project.site / "branches/aa-1/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("office", "on", "said"),
    [
        ("甲学院党委", "2019-11-26", "不能在还没有到的一天核定"),
        (" ", "2019-11-20", "请写核定的单位"),
        ("甲\n乙", "2019-11-20", "请写核定的单位"),
        ("甲学院党委", "昨天", "不是日期"),
    ],
)
def test_what_cannot_be_is_refused(project: Project, office: str, on: str, said: str) -> None:
    done = run(project, office=office, on=on)
    assert done.exit_code == 2
    assert said in done.stderr
    assert not (project.root / FILE).exists()


def test_records_with_mistakes_are_not_settled(project: Project) -> None:
    project.write("records/units/aa/aa-1/2019.yml", "活动: [{}]\n")
    done = run(project)
    assert done.exit_code == 1
    assert "台账有错误，没有核定。" in done.stderr
    assert not (project.root / "records/units/aa/aa-2/snapshot-2019.yml").exists()


def test_a_criterion_of_one_side_only(project: Project) -> None:
    run(project)
    path = project.root / "docs/standards/3-1.md"
    path.write_text(path.read_text(encoding="utf-8").replace('"3.1.1"', '"3.1.2"'), encoding="utf-8")
    builder.build(project.config, read_settings(project.config, {"audience": "internal"}), project.site, strict=False)
    page = (project.site / "branches/aa-2/snapshot/index.html").read_text(encoding="utf-8")
    assert page.count("没有这一条") == 8
