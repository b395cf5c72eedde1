"""`docs/moments.yml`: what readers are about to do, and where each step leads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.load.filesystem import read_text
from generator.load.prose_links import was_dropped
from generator.load.records import read_record
from generator.model.nearest import did_you_mean
from generator.model.page import SLOT, VALUE
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.moments import NO_MOMENTS, Moments, MomentStep

MOMENTS_FILE = "moments.yml"
"""Where they stand, beside the handbook's pages."""

_ID = re.compile(r"""\{[^{}\n]*#([\w-]+)[^{}\n]*\}|\bid=["']([\w-]+)["']""")


def load_moments(docs: Path, root: Path) -> tuple[Moments, list[Problem]]:
    """The declared moments, and what is wrong with the file; none where there is no such file or it is badly written."""
    path = docs / MOMENTS_FILE
    if not path.exists():
        return NO_MOMENTS, []
    moments, problems = read_record(path, root, Moments)
    if moments is not None:
        problems += _repeated(moments)
        problems += _lost(moments, docs, root)
    return moments or NO_MOMENTS, problems


def _repeated(moments: Moments) -> Iterator[Problem]:
    times = Counter(row.id for row in moments.moments)
    for row in moments.moments:
        if times[row.id] > 1:
            yield report("H119", row.where("id"), f"有 {times[row.id]} 处编号是 {row.id}", "请另取一个，网址才分得开。")


def _lost(moments: Moments, docs: Path, root: Path) -> Iterator[Problem]:
    """Steps that lead nowhere.  A page of an aspect that the handbook lacks is left out when it is shown."""
    pages = {path.relative_to(docs).as_posix() for path in docs.rglob("*.md")}
    for step in (step for row in moments.moments for step in row.steps):
        page, _, place = step.page.partition("#")
        if page in pages:
            yield from _lost_place(step, place, docs / page, root) if place else ()
        elif not was_dropped(page, pages):
            hint = did_you_mean(page, pages, "请写 docs 里的一页，如 note.md。")
            yield report("H118", step.where("page"), f"手册里没有 {page} 这一页", hint)


def _lost_place(step: MomentStep, place: str, page: Path, root: Path) -> Iterator[Problem]:
    """A heading that the page does not have, as far as its Markdown tells: slots and blocks bring their own."""
    text = read_text(page, root)[0] or ""
    known = {found[1] or found[2] for found in _ID.finditer(text)}
    if place not in known and not SLOT.search(text) and not VALUE.search(text):
        hint = did_you_mean(place, known, "请写那一页里标题后面的 {#位置}，或删去 # 和它后面的字。")
        yield report("H118", step.where("page"), f"{step.page.partition('#')[0]} 里没有 {place} 这个位置", hint)
