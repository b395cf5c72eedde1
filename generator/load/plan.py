"""The year's plan: `records/plan/<year>.yml`, and beside it, as `.txt`, the text that it was drawn from."""

from __future__ import annotations

from pathlib import Path

from generator.load.files import display_path, list_folder, read_text
from generator.load.records import read_record
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.plan import Plan


def plan_years(records: Path) -> list[int]:
    """The years that there is a plan for."""
    found = (path.stem for path in (records / "plan").glob("*.yml"))
    return sorted(int(name) for name in found if _is_year(name))


def load_plan(records: Path, root: Path, year: int) -> tuple[Plan | None, list[Problem]]:
    """The plan of a year; None where the department has none, or one that is badly written."""
    path = records / "plan" / f"{year}.yml"
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
    path = records / "plan" / f"{year}.txt"
    return read_text(path, root) if path.exists() else (None, [])


def check_folder(records: Path, root: Path) -> list[Problem]:
    """Files beside the plans that nobody reads."""
    folder = records / "plan"
    found, problems = list_folder(folder, root) if folder.exists() else ([], [])
    for path in found:
        if path.suffix not in (".yml", ".txt") or not _is_year(path.stem):
            told = "plan 里放以年度命名的方案（.yml），和同名的原文（.txt）。"
            problems.append(report("P106", Source(display_path(path, root)), f"不认识 {path.name}，没有读取", told))
    return problems


def _is_year(name: str) -> bool:
    return name.isascii() and name.isdigit() and len(name) == 4
