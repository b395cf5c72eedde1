"""The closed vocabulary of checks (检查方式), one small pure function a file.

A file in this folder is a check: it has `NAME`, the word standards use, a docstring that says what it asks and, in its
last line, which verdicts it reports, a `Parameters` model, and `judge(case, parameters)`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from generator.evaluate.asked import Asked
from generator.evaluate.case import Case, Outcome
from generator.model.record import Record


@dataclass(frozen=True, slots=True)
class Check:
    """检查方式: its name, what it asks, its parameters and the function that answers."""

    name: str
    text: str
    parameters: type[Asked]
    judge: Callable[[Case, Any], Outcome]


def parameter_models() -> dict[str, type[Record]]:
    """For each check, the model that a criterion's 参数 must fit."""
    return {name: check.parameters for name, check in CHECKS.items()}


def _found() -> Iterator[Check]:
    for found in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{found.name}")
        yield Check(module.NAME, module.__doc__ or "", module.Parameters, module.judge)


CHECKS: Mapping[str, Check] = MappingProxyType({check.name: check for check in _found()})
"""Every check in this folder, by its name."""
