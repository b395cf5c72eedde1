"""What `zhibu check` answers: the problems alone, or problems and findings as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import IO

from generator.formats.check_json import write_json
from generator.judge import check
from generator.model.checked import CheckCounts
from generator.model.problem import Problem
from generator.model.record import Audience
from generator.settings import Settings


def check_to_problems(settings: Settings, show: Callable[[Problem], object]) -> CheckCounts:
    """Hand every problem to `show` as soon as it is known, in the order of the tree; returns how many there were."""
    totals = CheckCounts()
    for part in totals.counting(check(settings)):
        for problem in part.problems:
            show(problem)
    return totals


def check_to_json(settings: Settings, audience: Audience, out: IO[str]) -> CheckCounts:
    """Write problems, plans and the findings that `audience` may see to `out`; returns how many problems there were."""
    totals = CheckCounts()
    write_json(totals.counting(check(settings, audience)), settings.as_of, settings.year, out)
    return totals
