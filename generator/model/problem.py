"""Problems (填报问题): mistakes in records, with their position and how to correct them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from generator.model.record import Source


class Severity(StrEnum):
    """错误 stops publication; 警告 publishes without the faulty item, and stops too under `--strict`."""

    ERROR = "错误"
    WARNING = "警告"


@dataclass(frozen=True, slots=True)
class ProblemCode:
    """One kind of badly written record."""

    title: str
    severity: Severity
    explanation: str


class Problem(NamedTuple):
    """One mistake in a record: what is wrong, where, and how to correct it.

    `code` is stable (`R103`) and has a page; `message` says what is wrong and ends without a full stop;
    `hint` is a whole sentence that says how to correct it.
    """

    source: Source
    code: str
    severity: Severity
    message: str
    hint: str

    @property
    def is_error(self) -> bool:
        """Whether it stops publication."""
        return self.severity is Severity.ERROR

    def __str__(self) -> str:
        return f"{self.source}: {self.severity.value}[{self.code}] {self.message}。{self.hint}"


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """Those of these that stop publication, in order."""
    return sorted(problem for problem in problems if problem.is_error)


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of these stops publication."""
    return any(problem.is_error for problem in problems)
