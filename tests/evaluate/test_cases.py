"""What the golden cases are together: both sides of every number, every parameter, no case twice, no row in vain.

Nothing is declared in a case for this: `variations` changes a parameter or takes a row away and looks what becomes of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pytest

from generator.evaluate.checks import CHECKS
from tests.evaluate.cases import BY_MODULE, Case, cases
from tests.evaluate.shipped import shipped
from tests.evaluate.variations import (
    edges,
    effective,
    form,
    is_number,
    otherwise,
    shape,
    told,
    verdicts,
    without_one_entry,
    without_one_row,
    written,
)

MODULES = sorted(BY_MODULE)
_EDGES = ({-1, 0, 1}, {-2, -1, 0})
"""Between these lie n − 1, n and n + 1: for a limit that is reached from below, and for one from above."""


class Number(NamedTuple):
    """A number in a shipped standard: the check, the key, the number, and what the criterion asks apart from it.

    A default is one number for all criteria of the check, for most of which it decides nothing.
    """

    module: str
    key: str
    value: Any
    form: tuple[tuple[str, str], ...] | None

    def __str__(self) -> str:
        return f"{self.module} {self.key} {self.value} {' '.join(value for _, value in self.form or ())}".strip()

    def cases(self) -> Iterator[Case]:
        """The cases that are judged by it."""
        for case in _of(self.module):
            model = effective(case.module, case.parameters)
            if dict(written(model)).get(self.key) == self.value and self.form in (None, form(model)):
                yield case


def _numbers() -> Iterator[Number]:
    for criterion in shipped():
        model = CHECKS[criterion.check].parameters.model_validate(criterion.parameters)
        module = type(model).__module__.rpartition(".")[2]
        for key, value in written(model):
            if is_number(value):
                yield Number(module, key, value, form(model) if key in criterion.parameters else None)


@pytest.mark.parametrize("number", dict.fromkeys(_numbers()), ids=str)
def test_a_number_of_a_standard_has_cases_one_below_on_it_and_one_above(number: Number) -> None:
    """By running: a case stands on n where its verdict is another were the number n + 1 (or, from above, n - 1)."""
    found = [edges(case, number.key) for case in number.cases()]
    changed, valid = set().union(*(each for each, _ in found)), set().union(*(each for _, each in found))
    asked = [wanted & valid for wanted in _EDGES]  # a number may be the least or the greatest that is allowed
    most = max(map(len, asked))
    assert most > 1
    assert any(wanted <= changed for wanted in asked if len(wanted) == most), f"{changed} of {asked}"


@pytest.mark.parametrize("module", MODULES)
def test_every_parameter_is_exercised_by_a_case(module: str) -> None:
    """Another value of it lets something else be found; one that has no other value cannot."""
    for name, field in BY_MODULE[module].parameters.model_fields.items():
        if name != "source":
            assert _exercised(module, str(field.alias)), field.alias


def _exercised(module: str, key: str) -> bool:
    tried = False
    for case in _of(module):
        values = [each.parameters[key] for each in _of(module) if key in each.parameters and each.duty == case.duty]
        for other in otherwise(case, key, values):
            tried = True
            if other != told(case):
                return True
    return not tried


@pytest.mark.parametrize(
    "case", [case for case in cases() if "符合" in case.verdicts.values()], ids=lambda case: case.id
)
def test_what_is_in_order_rests_on_an_entry(case: Case) -> None:
    """Without one of its rows, or of the entries of the profile, something else is found."""
    assert any(told(less) != told(case) for less in without_one_entry(case))


@pytest.mark.parametrize("module", MODULES)
def test_without_the_row_that_proves_it_the_verdict_is_another(module: str) -> None:
    fulfilled = [case for case in _of(module) if "符合" in case.verdicts.values()]
    assert any(verdicts(less) != verdicts(case) for case in fulfilled for less in without_one_row(case))


def test_no_two_cases_of_a_check_differ_in_names_only() -> None:
    found: dict[str, list[str]] = {}
    for case in cases():
        found.setdefault(case.module + shape(case), []).append(case.id)
    assert [same for same in found.values() if len(same) > 1] == []


def _of(module: str) -> list[Case]:
    return [case for case in cases() if case.module == module]
