"""The year's plan and the text that it was drawn from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.load.plan import load_plan, load_plan_text, load_plans, plan_years

PLAN = "年度: 2019\n编号: 方案2019\n名称: 推进方案\n阶段: []\n"
Write = Callable[[str, str | bytes], Path]


def test_a_plan_is_found_by_its_year(write: Write, tmp_path: Path) -> None:
    write("records/plan/2019.yml", PLAN)
    plan, problems = load_plan(tmp_path / "records", tmp_path, 2019)
    assert problems == []
    assert plan is not None
    assert (plan.id, plan.year) == ("方案2019", "2019")


def test_a_year_without_a_plan_is_no_problem(tmp_path: Path) -> None:
    assert load_plan(tmp_path / "records", tmp_path, 2019) == (None, [])
    assert load_plan_text(tmp_path / "records", tmp_path, 2019) == (None, [])
    assert plan_years(tmp_path / "records") == []


def test_a_plan_of_another_year_than_its_file(write: Write, tmp_path: Path) -> None:
    write("records/plan/2020.yml", PLAN)
    plan, (problem,) = load_plan(tmp_path / "records", tmp_path, 2020)
    assert plan is None
    assert str(problem).startswith("records/plan/2020.yml:1:5: 错误[R221] 年度写的是 2019，文件名是 2020.yml。")


def test_a_plan_that_cannot_be_read(write: Write, tmp_path: Path) -> None:
    write("records/plan/2019.yml", "年度: 2019\n")
    plan, problems = load_plan(tmp_path / "records", tmp_path, 2019)
    assert plan is None
    assert {problem.code for problem in problems} == {"R101"}


def test_the_text_of_a_plan(write: Write, tmp_path: Path) -> None:
    write("records/plan/2019.txt", "推进方案\n")
    assert load_plan_text(tmp_path / "records", tmp_path, 2019) == ("推进方案\n", [])


def test_the_years_that_have_a_plan(write: Write, tmp_path: Path) -> None:
    for name in ("2020.yml", "2019.yml", "2018.txt", "draft.yml", "２０２１.yml"):
        write(f"records/plan/{name}", "")
    assert plan_years(tmp_path / "records") == [2019, 2020]


def test_a_year_whose_plan_is_badly_written_leaves_the_other_years(write: Write, tmp_path: Path) -> None:
    write("records/plan/2019.yml", PLAN)
    write("records/plan/2019.txt", "推进方案\n")
    write("records/plan/2020.yml", PLAN)
    found, problems = load_plans(tmp_path / "records", tmp_path)
    assert {year: text for year, (_, text) in found.items()} == {2019: "推进方案\n"}
    assert [problem.code for problem in problems] == ["R221"]
