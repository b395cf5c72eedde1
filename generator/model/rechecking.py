"""Checks of texts that need not be made again: nothing was found in the same text before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from generator.model.problem import Problem

Recheck: TypeAlias = Callable[[Sequence[str], Callable[[], Iterable[Problem]]], Iterable[Problem]]
"""Gives what a check finds.  The texts are all that it rests on, the program aside; it may be left out where they are known."""


def always(_rests_on: Sequence[str], check: Callable[[], Iterable[Problem]]) -> Iterable[Problem]:
    """Nothing is known: the check is made."""
    return check()
