"""Golden cases of the checks, and what every check must be."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from pathlib import Path

import pytest

from generator.evaluate import checks
from generator.evaluate.checks import CHECKS, parameter_models
from generator.evaluate.parameters import CheckParameters
from tests.evaluate.cases import BY_MODULE, EXAMPLES, ROOT, Case, cases
from tests.evaluate.shipped import shipped

MODULES = {found.name for found in pkgutil.iter_modules(checks.__path__)}


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.id)
def test_golden_case(case: Case) -> None:
    findings = case.judge()
    assert {name: findings[name].verdict.value for name in case.verdicts} == case.verdicts
    for name, words in case.reasons.items():
        assert words in findings[name].reason
    for name, words in case.unsaid.items():
        assert words not in findings[name].reason
    for name, words in case.restricted.items():
        assert words in findings[name].restricted
        assert words or not findings[name].restricted
    for name, due in case.dues.items():
        day = findings[name].due
        assert day is not None
        assert day.isoformat() == due


def test_every_file_beside_the_cases_is_one_and_its_folder_a_check() -> None:
    files = {path.relative_to(EXAMPLES).as_posix() for path in EXAMPLES.rglob("*") if path.is_file()}
    assert files == {f"{case.id}.yml" for case in cases()}
    assert {case.module for case in cases()} == MODULES


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_verdict_a_check_reports_has_a_golden_case_and_no_other_appears(module: str) -> None:
    shown = {verdict for case in cases() if case.module == module for verdict in case.verdicts.values()}
    assert shown == {verdict.value for verdict in BY_MODULE[module].verdicts}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_check_has_a_name_a_docstring_and_parameters_with_chinese_keys(module: str) -> None:
    check = BY_MODULE[module]
    assert not check.name.isascii()
    assert len(check.text) > 80
    assert issubclass(check.parameters, CheckParameters)
    assert check.parameters is parameter_models()[check.name]
    for name, field in check.parameters.model_fields.items():
        if name != "source":
            assert field.alias is not None
            assert not field.alias.isascii()
            assert field.examples


def test_a_module_in_the_folder_is_a_check_under_its_own_name_and_no_two_share_one() -> None:
    assert set(BY_MODULE) == MODULES
    assert len(CHECKS) == len(MODULES)
    assert {name: check.name for name, check in CHECKS.items()} == {name: name for name in CHECKS}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_check_is_asked_by_a_shipped_standard(module: str) -> None:
    assert any(criterion.check == BY_MODULE[module].name for criterion in shipped())


def test_only_evaluate_asks_which_check_a_criterion_has() -> None:
    """Everybody else gets what it needs from `CheckDescription`: nobody compares `criterion.check` with a name."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in (ROOT / "generator").rglob("*.py")
        if not path.is_relative_to(ROOT / "generator" / "evaluate")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Compare | ast.Subscript | ast.Match)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Attribute) and inner.attr == "check"
    ]
    assert found == []


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_check_is_a_pure_function_of_its_arguments(module: str) -> None:
    source = inspect.getsourcefile(BY_MODULE[module].judge)
    assert source is not None
    tree = ast.parse(Path(source).read_text(encoding="utf-8"))
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert called.isdisjoint({"today", "now", "environ", "getcwd", "open", "read_text"})
