"""The contract of `zhibu check --format json`: what is written, the schema beside it, and the memory it takes."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from generator.formats import check_json as findings
from generator.formats.check_rows import Report, schema
from generator.judge import check
from generator.model.checked import Checked
from generator.model.record import Audience
from tests.conftest import Project

SCHEMA = Path(__file__).parents[2] / "docs/help/check.schema.json"
PLAN = """年度: 2019
编号: 方案2019
名称: 2019年工作方案
阶段:
  - 条款: 三（一）
    名称: 强化意识
    自: 2019-03-01
    至: 2019-04-30
    任务:
      - {条款: 三（一）3, 名称: 研制推进计划, 责任单位: [党支部], 期限: 2019-05-20, 台账: 推进计划}
"""
COURSE = "推进计划:\n  经过:\n    - {环节: 首次报送, 日期: 2019-05-17, 单位: 甲学院党委会议}\n"


def written(project: Project) -> Report:
    out = io.StringIO()
    settings = project.settings(Audience.PUBLIC)
    findings.write_json(check(settings), settings.as_of, settings.year, out)
    return TypeAdapter(Report).validate_json(out.getvalue(), strict=True)


def test_the_schema_beside_the_docs_is_that_of_the_code() -> None:
    """`GOLDEN=1` writes it anew."""
    text = json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"
    if os.environ.get("GOLDEN"):
        SCHEMA.write_text(text, encoding="utf-8")
    assert SCHEMA.read_text(encoding="utf-8") == text


def test_a_finding_says_whose_it_is_and_by_what(project: Project) -> None:
    rows = [row for row in written(project)["findings"] if row["branch"] == "aa-1"]
    assert [(row["set"], row["part"], row["duty"], row["year"], row["period"]) for row in rows] == [
        ("主", "定量", "支部", 2019, f"2019-Q{number}") for number in (1, 2, 3, 4)
    ]
    assert [row["due"] for row in rows] == [None, None, None, "2019-12-31"]


def test_the_plan_is_judged_where_the_year_asks_for_one(project: Project) -> None:
    assert written(project)["plans"] == []
    project.write("records/plan/2019.yml", PLAN)
    with (project.branch / "2019.yml").open("a", encoding="utf-8") as file:
        file.write(COURSE)
    one, other = written(project)["plans"]
    assert one == {
        "branch": "aa-1",
        "year": 2019,
        "verdict": "met",
        "reason": "记录显示2019年5月17日首次报送，期限2019年5月20日",
        "due": "2019-05-20",
        "submitted": "2019-05-17",
        "step": "首次报送",
        "step_on": "2019-05-17",
        "overdue": 0,
    }
    assert (other["branch"], other["submitted"], other["step"], other["step_on"]) == ("aa-2", None, None, None)


def test_every_row_stands_on_its_own_line(project: Project) -> None:
    out = io.StringIO()
    findings.write_json(check(project.settings(Audience.PUBLIC)), date(2019, 11, 25), 2019, out)
    rows = [line.removesuffix("],").removesuffix(",") for line in out.getvalue().splitlines() if '"branch"' in line]
    assert {json.loads(row)["branch"] for row in rows} == {"aa-1", "aa-2"}


def test_problems_come_tree_first_and_then_by_branch(project: Project) -> None:
    for name in ("aa-1", "aa-2"):
        path = project.root / f"records/units/aa/{name}/branch.yml"
        path.write_text(path.read_text(encoding="utf-8") + "电话: 无\n", encoding="utf-8")
    project.write("docs/index.md", "# 首页\n\n<!-- slot: nowhere -->\n")
    project.write("records/units/zz.txt", "")
    assert [row["path"] for row in written(project)["problems"]] == [
        "docs/index.md",
        "records/units/zz.txt",
        "records/units/aa/aa-1/branch.yml",
        "records/units/aa/aa-2/branch.yml",
    ]


def test_many_problems_wait_in_a_file(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "_SPOOL", 1)
    project.write("records/units/zz.txt", "")
    assert [row["code"] for row in written(project)["problems"]] == ["P106"]


def test_a_branch_is_written_before_the_next_is_judged(project: Project) -> None:
    """Nothing of ten thousand branches is kept."""
    seen: list[tuple[str, int]] = []
    out = io.StringIO()

    def watched() -> Iterator[Checked]:
        for part in check(project.settings(Audience.PUBLIC)):
            if part.years:
                seen.append((part.years[0].assessment.branch, out.getvalue().count('"branch"')))
            yield part

    findings.write_json(watched(), date(2019, 11, 25), 2019, out)
    assert seen == [("aa-1", 0), ("aa-2", 4)]
