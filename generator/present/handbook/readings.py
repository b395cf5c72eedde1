"""口径表: every reading that the page explains, the criteria that go by it, and what the institution has set."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from generator.model.placeholders import Slot
from generator.model.records.organisation import Readings
from generator.model.shape import shape_of
from generator.present.kit.site import HandbookStandard, Site
from generator.present.kit.slots import SlotContext
from generator.present.kit.templates import render
from generator.present.kit.urls import url

_EXPLAINED = re.compile(r'<h\d id="(a\d{1,3})"[^>]*>(.*?)</h\d>', re.ASCII | re.DOTALL)
_LINK = re.compile(r'<a class="headerlink".*?</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRow:
    """One reading: its number and title with its place on the page, the criteria by standard, and what holds here."""

    anchor: str
    code: str
    title: str
    standards: tuple[tuple[str, str], ...]
    setting: str
    choices: str


def _table(at: SlotContext) -> str:
    """A row for each reading that the page explains, in its order."""
    used = _used(at.site, at.path)
    settings = {shape.label: shape for shape in shape_of(Readings)}
    rows = []
    for anchor, heading in _EXPLAINED.findall(at.html):
        code, _, title = unescape(_TAG.sub("", _LINK.sub("", heading))).strip().partition(" ")
        shape = settings.get(code)
        rows.append(
            ReadingRow(
                anchor=anchor,
                code=code,
                title=title.strip(),
                standards=used.get(code, ()),
                setting=str(getattr(at.site.institution.readings, shape.name)) if shape else "",
                choices="、".join(shape.choices) if shape else "",
            )
        )
    return render("handbook/readings", rows=rows)


SLOTS = {Slot.READINGS: _table}


def _used(site: Site, path: str) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """For each reading the standards that go by it, with links: their criteria that name it, else their own number."""
    found: dict[str, list[tuple[str, str]]] = {}
    for row in site.standards:
        target = url(path, row.view.path)
        of_set = f"（{row.view.set_name}）" if row.view.set_name else ""
        for code, criteria in _codes(row).items():
            found.setdefault(code, []).append((f"{'、'.join(criteria) or row.view.id}{of_set}", target))
    return {code: tuple(rows) for code, rows in found.items()}


def _codes(row: HandbookStandard) -> Mapping[str, list[str]]:
    """The readings of a standard, each with the criteria that name it themselves."""
    found: dict[str, list[str]] = {code: [] for code in row.standard.readings}
    for criterion in row.standard.criteria:
        for code in criterion.readings:
            found.setdefault(code, []).append(criterion.id)
    return found
