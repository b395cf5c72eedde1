"""The closed vocabulary of checks (检查方式), one small pure function a file.

A module in this package is a check, found by being here.  It has `NAME`, the word standards use; a docstring that says
what it asks; `VERDICTS`, all that it can report; a `Parameters` model, which also tells the calendar when the check asks
and which records answer it (`model/check.py`); and `judge(context, parameters)`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from generator.evaluate.outcome import Outcome
from generator.evaluate.parameters import CheckParameters
from generator.model.finding import Verdict


@dataclass(frozen=True, slots=True)
class Check:
    """检查方式: its name, what it asks (the module's docstring), what it can report, its parameters, its function."""

    name: str
    text: str
    verdicts: tuple[Verdict, ...]
    parameters: type[CheckParameters]
    judge: Callable[[Any, Any], Outcome]  # (CheckContext, the check's own Parameters)


def parameter_models() -> dict[str, type[CheckParameters]]:
    """For each check, the model that a criterion's 参数 must fit."""
    return {name: check.parameters for name, check in CHECKS.items()}


def _found() -> Iterator[Check]:
    for found in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{found.name}")
        yield Check(module.NAME, module.__doc__ or "", module.VERDICTS, module.Parameters, module.judge)


CHECKS: Mapping[str, Check] = MappingProxyType({check.name: check for check in _found()})
"""Every check in this folder, by its name."""
