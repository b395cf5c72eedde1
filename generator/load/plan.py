"""The year's plan: `records/plan/<year>.yml`, and beside it, as `.txt`, the text that it was drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from generator.load.filesystem import read_text
from generator.load.records import read_record
from generator.model.files import PLAN, PLAN_TEXT
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.plan import Plan


def plan_years(records: Path) -> list[int]:
    """The years that there is a plan for."""
    return [int(path.stem) for path in PLAN.present(records)]


def load_plans(records: Path, root: Path) -> tuple[Mapping[int, tuple[Plan, str | None]], list[Problem]]:
    """The plan of each year that has one, with its own words where they are kept; and what is wrong."""
    found: dict[int, tuple[Plan, str | None]] = {}
    problems: list[Problem] = []
    for year in plan_years(records):
        plan, told = load_plan(records, root, year)
        text, unread = load_plan_text(records, root, year)
        problems += [*told, *unread]
        if plan is not None:
            found[year] = plan, text
    return found, problems


def load_plan(records: Path, root: Path, year: int) -> tuple[Plan | None, list[Problem]]:
    """The plan of a year; None where the department has none, or one that is badly written."""
    path = PLAN.at(records, year=year)
    if not path.exists():
        return None, []
    plan, problems = read_record(path, root, Plan)
    if plan is not None and plan.year != str(year):
        told = f"年度写的是 {plan.year}，文件名是 {path.name}"
        problems.append(report("R221", plan.where("year"), told, "请把两处改成同一年。"))
        return None, problems
    return plan, problems


def load_plan_text(records: Path, root: Path, year: int) -> tuple[str | None, list[Problem]]:
    """The plan's own words; None where they are not kept."""
    path = PLAN_TEXT.at(records, year=year)
    return read_text(path, root) if path.exists() else (None, [])
