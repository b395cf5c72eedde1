"""The working copy of a branch's checklist: every criterion with what the records show, and room for the pen beside it.

It knows nothing of a page's geometry.  Texts are finished words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from generator.model.finding import Verdict
from generator.model.sheet_imprint import SheetImprint


class CopyLine(NamedTuple):
    """One criterion: number, text, whose duty or draft it is where that is not the usual, its conclusion, its periods.

    `verdict` is None where nothing was judged; `withheld` is then the sentence that stands instead, if there is one.
    `periods` are names of periods with what each shows; `proof` are the records behind them, in words.
    """

    id: str
    text: str
    tags: tuple[str, ...]
    verdict: Verdict | None = None
    periods: tuple[tuple[str, Verdict], ...] = ()
    proof: str = ""
    withheld: str = ""


class CopyStandard(NamedTuple):
    """One standard with its criteria: `parts` are its conclusions, each with what is judged by it (定量, 定性 …).

    `withheld` is the sentence that stands for conclusions that this edition does not show.
    """

    id: str
    name: str
    mark: str
    parts: tuple[tuple[str, Verdict], ...]
    lines: tuple[CopyLine, ...]
    withheld: str = ""


class CopyBand(NamedTuple):
    """One aspect with its standards."""

    name: str
    standards: tuple[CopyStandard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistCopy:
    """检查清单（工作用）: `facts` are names and what is said of each, `legend` the verdicts in their order."""

    imprint: SheetImprint
    title: str
    facts: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    bands: tuple[CopyBand, ...]
    legend: tuple[Verdict, ...]
    signatures: tuple[str, ...]
