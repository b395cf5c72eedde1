"""`zhibu year`: a year begins with what runs on; nothing is overwritten, and opening it twice changes nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli

ROOT = Path(__file__).parents[2]
INSTITUTION = """名称: 乙丙大学
假期:
  - {名称: 暑假, 自: 2025-07-13, 至: 2025-09-01} # 校历
口径: {A2: 提示}
"""
PLAN = """年度: 2025
编号: 乙丙大学2025年方案
名称: 乙丙大学2025年党支部工作方案
目标: [{名称: 组织设置更加合理}]
阶段:
  - 条款: 二（一）
    名称: 摸底
    自: 2025-02-28
    至: 2025-05-31
    任务:
      - {条款: 二（一）1, 名称: 核对, 责任单位: [党委组织部], 期限: 2025-04-30, 完成情况: [{日期: 2025-04-01, 单位: 党委组织部, 状态: 已办结}]}
      - {条款: 二（一）2, 名称: 排查, 责任单位: [党委组织部], 完成情况: [{日期: 2025-04-01, 单位: 党委组织部, 状态: 进行中}]}
"""
BRANCH = "名称: {name}\n类型: 教师\n成立: 2020-09-01\n"
REGISTER = """对策:
  - 问题: 常常改期
    类别: [虚化]
    标准: ["3.5"]
    措施: 写明理由
    责任: 组织委员
    期限: 2025-09-30
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    files = {
        "mkdocs.yml": "site_name: 甲\nplugins:\n  - zhibu: {as_of: 2026-01-05}\n",
        "records/institution.yml": INSTITUTION + "责任单位: [{名称: 党委组织部}]\n",
        "records/plan/2025.yml": PLAN,
        "records/units/aa/committee.yml": "名称: 甲党委\n类型: 基层党委\n",
        "records/units/aa/2025.yml": "班子成员: 2\n联系点: [{领导: 书记, 联系支部: [aa-1]}]\n",
        "records/units/aa/aa-1/branch.yml": BRANCH.format(name="甲支部"),
        "records/units/aa/aa-1/2025.yml": REGISTER,
        "records/units/aa/aa-2/branch.yml": BRANCH.format(name="乙支部") + "撤销: 2025-10-31\n",
        "records/units/aa/aa-2/2025.yml": REGISTER,
    }
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    shutil.copytree(ROOT / "docs", tmp_path / "docs")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, ["year", *words])


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((folder / "records").rglob("*.yml"))
    }


def test_a_year_is_opened(here: Path) -> None:
    before = texts(here)
    done = run("2026")
    assert done.exit_code == 0, done.output
    after = texts(here)
    fresh = {"records/plan/2026.yml", "records/units/aa/2026.yml", "records/units/aa/aa-1/2026.yml"}
    assert after.keys() - before.keys() == fresh
    assert {name for name in before if after[name] != before[name]} == {"records/institution.yml"}
    assert after["records/institution.yml"].splitlines()[2:5] == [
        "  - {名称: 暑假, 自: 2025-07-13, 至: 2025-09-01} # 校历",
        "  - {名称: 元旦, 自: 2026-01-01, 至: 2026-01-03} # 待核",
        "  - {名称: 春节, 自: 2026-02-15, 至: 2026-02-23} # 待核",
    ]
    assert after["records/units/aa/2026.yml"] == (
        "# 2026 年台账，下面各行从 2025 年转来，请核对\n班子成员: 2\n联系点:\n  - 领导: 书记\n    联系支部: [aa-1]\n"
    )
    assert after["records/units/aa/aa-1/2026.yml"] == (
        "# 2026 年台账，下面各行从 2025 年转来，请核对\n活动: []\n"
        "# 2025 年没有完成的对策：接着办的，写上新的期限，再去掉各行行首的“# ”\n"
        '# 对策:\n#   - 问题: 常常改期\n#     类别: [虚化]\n#     标准: ["3.5"]\n'
        "#     措施: 写明理由\n#     责任: 组织委员\n#     期限:\n"
    )
    assert "2025 年方案二（一）2“排查”还没有写已办结。" in done.stdout
    assert "二（一）1" not in done.stdout
    assert "上年收尾：2025 年记录显示" in done.stdout


def test_the_plan_is_a_draft_a_year_later(here: Path) -> None:
    run("2026")
    text = (here / "records/plan/2026.yml").read_text(encoding="utf-8")
    head, _, rest = text.partition("阶段: []\n")
    assert head.splitlines()[2:] == [
        "年度: 2026",
        "编号: 乙丙大学2026年方案",
        "名称: 乙丙大学2026年党支部工作方案（草稿）",
    ]
    assert "#     自: 2026-02-28\n" in rest
    assert "期限: 2026-04-30" in rest
    assert "完成情况" not in rest
    assert all(line.startswith("# ") for line in rest.splitlines())


def test_opening_it_twice_changes_nothing(here: Path) -> None:
    run("2026")
    before = texts(here)
    done = run("2026")
    assert (done.exit_code, done.stdout.splitlines()[0]) == (0, "没有要写的：这一年已经开过了。")
    assert texts(here) == before
    assert CliRunner().invoke(cli, ["check", "--strict"]).exit_code in {0, 1}


def test_the_draft_makes_room_for_the_plan(here: Path) -> None:
    run("2026")
    text = "乙丙大学2026年方案\n\n一、步骤\n（一）对照检查阶段（3月1日-5月31日）：\n1、核对设置。\n责任单位：党支部\n"
    (here / "方案.txt").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(cli, ["import", "document", "方案.txt", "--as", "plan", "--year", "2026"])
    assert done.exit_code == 0, done.output


def test_what_is_there_already_stays(here: Path) -> None:
    own = "# 自己写的\n联系点: []\n"
    (here / "records/units/aa/2026.yml").write_text(own, encoding="utf-8")
    (here / "records/plan/2026.yml").write_text(PLAN.replace("2025", "2026"), encoding="utf-8")
    run("2026")
    assert (here / "records/units/aa/2026.yml").read_text(encoding="utf-8") == "# 自己写的\n联系点: []\n班子成员: 2\n"
    assert (here / "records/plan/2026.yml").read_text(encoding="utf-8") == PLAN.replace("2025", "2026")


def test_of_a_year_without_a_notice_no_holiday_is_invented(here: Path) -> None:
    for path in sorted(here.rglob("2025.yml")):
        text = path.read_text(encoding="utf-8").replace("2025", "2097")
        path.with_name("2097.yml").write_text(text, encoding="utf-8")
        path.unlink()
    (here / "records/plan/2097.yml").unlink()
    done = run("2098", "--as-of", "2098-01-05")
    assert "2098 年的放假通知还没有收进程序，假期没有填" in done.stdout
    assert "2098" not in (here / "records/institution.yml").read_text(encoding="utf-8")
    assert "阶段: []" in (here / "records/plan/2098.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("year", ["2025", "2027", "2030"])
def test_only_a_year_that_follows_records_can_be_opened(here: Path, year: str) -> None:
    done = run(year)
    assert (done.exit_code, f"不能开 {year} 年" in done.stderr) == (2, True)


def test_records_with_errors_are_not_built_upon(here: Path) -> None:
    (here / "records/units/aa/aa-1/2025.yml").write_text("对策: 没有\n", encoding="utf-8")
    before = texts(here)
    assert run("2026").exit_code == 1
    assert texts(here) == before
