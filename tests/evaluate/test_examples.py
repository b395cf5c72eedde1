"""Golden cases: every file in tests/examples/checks/ is a list of cases of the check whose module it is named after."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.evaluate import checks
from generator.evaluate.checks import CHECKS, parameter_models
from generator.evaluate.parameters import CheckParameters
from generator.load.standards import load_standards
from generator.model.finding import Finding

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "examples" / "checks"
MODULES = {found.name for found in pkgutil.iter_modules(checks.__path__)}
BY_MODULE = {check.judge.__module__.rpartition(".")[2]: check for check in CHECKS.values()}


def _cases() -> Iterator[Any]:
    for path in sorted(EXAMPLES.glob("*.yml")):
        for case in yaml.load(path.read_text("utf-8"), yaml.BaseLoader):
            yield pytest.param(path.stem, case, id=f"{path.stem}: {case['说明']}")


@pytest.mark.parametrize(("module", "case"), list(_cases()))
def test_golden_case(ask: Callable[..., dict[str, Finding]], module: str, case: dict[str, Any]) -> None:
    findings = ask(
        BY_MODULE[module].name,
        case.get("参数", {}),
        case.get("概况"),
        registers=case.get("台账", {}),
        as_of=case.get("截至", "2019-11-25"),
        year=int(case["年度"]) if "年度" in case else None,
        institution=case.get("学校"),
        criterion=case.get("要点"),
        standard=case.get("标准"),
    )
    assert {name: findings[name].verdict.value for name in case["结论"]} == case["结论"]
    for name, words in case.get("理由", {}).items():
        assert words in findings[name].reason
    for name, due in case.get("期限", {}).items():
        day = findings[name].due
        assert day is not None
        assert day.isoformat() == due


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_verdict_a_check_reports_has_a_golden_case_and_no_other_appears(module: str) -> None:
    shown = {
        verdict
        for parameter in _cases()
        if parameter.values[0] == module
        for verdict in parameter.values[1]["结论"].values()
    }
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
    sets, _ = load_standards(ROOT / "docs", ROOT, parameter_models())
    assert any(
        row.check == BY_MODULE[module].name for one in sets for standard in one.standards for row in standard.criteria
    )


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
