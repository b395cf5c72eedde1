"""`ProblemCode`: what a code stands for."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.problem import Severity


@dataclass(frozen=True, slots=True)
class ProblemCode:
    """One kind of badly written record."""

    title: str
    severity: Severity
    explanation: str
