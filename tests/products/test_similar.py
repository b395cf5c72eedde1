"""`zhibu similar`: what stands side by side, for whom, and where it is never written."""

from __future__ import annotations

from pathlib import Path
from stat import S_IMODE
from time import process_time

import pytest
from click.testing import CliRunner, Result

from generator import cli
from tests.conftest import Project

MEETING = """活动:
  - 类型: [支部党员大会]
    日期: DAY
    主持: 支部书记
    应到: 9
    实到: 8
    议题: [{事项: 研究实验室搬迁期间两个课题组的值班分工}]
"""
REPORT = """甲学院党委2019年度台账文本比对
专人版，不上网，不转发。只列出两处请人核对：不计数，不排序，不作结论。

文本相近，请核
  甲学院第一党支部 2019年3月14日 支部党员大会（records/units/aa/aa-1/2019.yml:2）
    研究实验室搬迁期间两个课题组的值班分工
  甲学院第二党支部 2019年4月2日 支部党员大会（records/units/aa/aa-2/2019.yml:2）
    研究实验室搬迁期间两个课题组的值班分工
"""


def run(project: Project, *arguments: str) -> Result:
    return CliRunner().invoke(cli.cli, ["similar", "--config", str(project.config), "--committee", "aa", *arguments])


@pytest.fixture
def copied(project: Project) -> Project:
    project.write("records/units/aa/aa-1/2019.yml", MEETING.replace("DAY", "2019-03-14"))
    project.write("records/units/aa/aa-2/2019.yml", MEETING.replace("DAY", "2019-04-02"))
    return project


def test_two_places_side_by_side_and_nothing_concluded(copied: Project) -> None:
    assert run(copied).stdout == f"{REPORT}"


def test_a_year_without_such_places_says_so(copied: Project) -> None:
    assert run(copied, "--year", "2018").stdout.endswith("\n\n没有比出文本相近的记录，也没有补录的。\n")


@pytest.mark.parametrize("place", ["records/plan/2019.txt", "docs/guide.md"])
def test_prescribed_readings_are_taken_out(copied: Project, place: str) -> None:
    copied.write(place, "# 指引\n\n三月研究实验室搬迁期间两个课题组的值班分工。\n")
    assert "没有比出文本相近的记录" in run(copied).stdout


def test_entries_made_after_the_event_say_so_and_nothing_more(copied: Project) -> None:
    late = MEETING.replace("DAY", "2019-06-14").replace("实验室搬迁期间两个课题组的", "")
    for branch, reason in (("aa-2", ""), ("aa-1", ", 说明: 记录本送审")):
        entry = f"    补录: {{日期: 2019-07-02{reason}}}\n"
        copied.write(f"records/units/aa/{branch}/2019.yml", late + entry)
    assert run(copied).stdout.partition("\n\n")[2] == (
        "补录于2019年7月2日，记录本送审\n"
        "  甲学院第一党支部 2019年6月14日 支部党员大会（records/units/aa/aa-1/2019.yml:2）\n"
        "    研究值班分工\n"
        "\n"
        "补录于2019年7月2日\n"
        "  甲学院第二党支部 2019年6月14日 支部党员大会（records/units/aa/aa-2/2019.yml:2）\n"
        "    研究值班分工\n"
    )


def test_a_file_is_for_its_owner_alone(copied: Project, tmp_path: Path) -> None:
    target = tmp_path / "kept/similar.txt"
    assert run(copied, "-o", str(target)).exit_code == 0
    assert target.read_text(encoding="utf-8") == REPORT
    assert S_IMODE(target.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "place", ["site/similar.txt", "site-internal/a/similar.txt", "site-restricted/x", "docs/similar.md", "records/x"]
)
def test_nothing_is_written_where_it_would_be_published(copied: Project, place: str) -> None:
    done = run(copied, "-o", str(copied.root / place))
    assert done.exit_code == 2
    assert "请另给一个文件" in done.stderr
    assert not (copied.root / place).exists()


def test_nor_into_a_site_of_another_name(copied: Project, tmp_path: Path) -> None:
    site = tmp_path / "handover"
    copied.write("../handover/.zhibu", "zhibu 的输出目录\ninternal\n")
    done = run(copied, "-o", str(site / "deep/similar.txt"))
    assert done.exit_code == 2
    assert f"在站点 {site.resolve()} 里" in done.stderr
    assert not (site / "deep").exists()


def test_a_file_that_cannot_be_written_is_told(copied: Project) -> None:
    done = run(copied, "-o", str(copied.config / "x"))
    assert done.exit_code == 2
    assert "写不进" in done.stderr


def test_records_with_mistakes_are_not_compared(copied: Project) -> None:
    copied.write("records/units/aa/aa-1/2019.yml", MEETING.replace("DAY", "三月"))
    done = run(copied)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert "台账有错误，没有比对。" in done.stderr


def test_a_committee_that_does_not_exist_is_told(copied: Project) -> None:
    arguments = ["similar", "--config", str(copied.config), "--committee", "ab"]
    assert "没有这个范围：committee:ab。是否想写 committee:aa？" in CliRunner().invoke(cli.cli, arguments).stderr


def test_a_committee_of_24_branches_takes_less_than_two_seconds(copied: Project) -> None:
    meeting = MEETING.removeprefix("活动:\n")
    for at in range(24):
        days = (f"2019-{1 + number % 12:02}-{1 + number // 12:02}" for number in range(60))
        rows = "".join(meeting.replace("DAY", day).replace("两个", day) for day in days)
        copied.write(f"records/units/aa/b{at}/2019.yml", f"活动:\n{rows}")
        profile = (copied.branch / "branch.yml").read_text(encoding="utf-8").replace("第一党支部", f"第 {at} 党支部")
        copied.write(f"records/units/aa/b{at}/branch.yml", profile)
    before = process_time()
    assert run(copied).exit_code == 0
    assert process_time() - before < 2
