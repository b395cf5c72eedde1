"""Codes, their table and their page: each knows all of the others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.model.problem import Severity
from generator.model.problem_codes import CODES, report
from generator.model.record import Source

ROOT = Path(__file__).parents[2]
TABLES = [*(ROOT / "generator/model").glob("*_codes.py")]
PAGE = (ROOT / "docs/problems.md").read_text(encoding="utf-8")
SECTIONS = re.findall(
    r"^### (\w+) ([^\n]+) \{#(\w+)\}\n\n\*\*([^\n]+?)\*\*。([^\n]+)。\n\n(.*?)(?=^##|\Z)",
    PAGE,
    re.MULTILINE | re.DOTALL,
)


def test_the_page_has_a_section_for_each_code_and_no_other() -> None:
    assert sorted(section[0] for section in SECTIONS) == sorted(CODES)
    assert PAGE.count("\n### ") == len(CODES)


@pytest.mark.parametrize("section", SECTIONS, ids=[section[0] for section in SECTIONS])
def test_a_section_says_what_the_table_says_and_how_to_mend(section: tuple[str, ...]) -> None:
    code, title, anchor, severity, explanation, body = section
    assert (title, severity, explanation) == (CODES[code].title, CODES[code].severity, CODES[code].explanation)
    assert anchor == code.lower()
    assert "改法：" in body


def test_every_code_in_use_is_in_the_table_and_every_code_in_the_table_is_in_use() -> None:
    modules = (path for path in (ROOT / "generator").rglob("*.py") if path not in TABLES)
    used = {code for path in modules for code in re.findall(r'"([A-Z]\d{3})"', path.read_text(encoding="utf-8"))}
    assert used == set(CODES)


def test_a_report_is_as_grave_as_the_table_says() -> None:
    problem = report("R103", Source("f.yml", 14, 5), "实到（19）大于应到（18）", "请核对签到表。")
    assert problem.severity is Severity.ERROR
    assert str(problem) == "f.yml:14:5: 错误[R103] 实到（19）大于应到（18）。请核对签到表。"
    assert report("R203", Source(), "甲", "乙。").severity is Severity.WARNING
