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
from generator.evaluate.asked import Asked
from generator.evaluate.checks import CHECKS, parameter_models
from generator.model.finding import Finding, Verdict
from generator.model.record import Record

EXAMPLES = Path(__file__).parents[1] / "examples" / "checks"
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
        assert findings[name].due is not None
        assert findings[name].due.isoformat() == due


def _reported(module: str) -> set[str]:
    last = BY_MODULE[module].text.strip().rpartition("\n")[2]
    assert last.startswith("Reports: "), f"{module} does not end its docstring with the verdicts it reports"
    return set(last.removeprefix("Reports: ").split("、"))


@pytest.mark.parametrize("module", sorted(MODULES))
def test_every_verdict_a_check_reports_has_a_golden_case_and_no_other_appears(module: str) -> None:
    shown = {
        verdict
        for parameter in _cases()
        if parameter.values[0] == module
        for verdict in parameter.values[1]["结论"].values()
    }
    assert shown == _reported(module)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_check_has_a_name_a_docstring_and_parameters_with_chinese_keys(module: str) -> None:
    check = BY_MODULE[module]
    assert not check.name.isascii()
    assert len(check.text) > 80
    assert issubclass(check.parameters, Asked)
    assert check.parameters is parameter_models()[check.name]
    for name, field in check.parameters.model_fields.items():
        if name != "source":
            assert field.alias is not None
            assert not field.alias.isascii()
            assert field.examples


def test_checks_are_found_by_folder() -> None:
    assert set(BY_MODULE) == MODULES
    assert set(CHECKS) == {
        *("频次", "日期规则", "到会", "表决", "人数范围", "支委会设置", "任期", "延期提前", "选举"),
        *("党小组设置", "分工", "学时", "时段", "人工评"),
    }
    assert all(issubclass(model, Record) for model in parameter_models().values())


def test_verdict_names_in_docstrings_are_the_eight_values() -> None:
    for module in MODULES:
        assert _reported(module) <= {verdict.value for verdict in Verdict}


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_check_is_a_pure_function_of_its_arguments(module: str) -> None:
    tree = ast.parse(inspect.getsource(inspect.getmodule(BY_MODULE[module].judge)))
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert called.isdisjoint({"today", "now", "environ", "getcwd", "open", "read_text"})
