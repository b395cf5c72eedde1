"""What is printed for the visitors of a 观摩点: guide and door sign, with what its approval covers and no more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from generator.model import words
from generator.model.index import ShowcaseEntry
from generator.model.leaflet import DoorSign, Guide, GuideHighlight, GuideStop, Imprint
from generator.model.opening import slot_words
from generator.model.records.approval import Approval, ApprovedFor
from generator.model.records.showcase import Showcase, Takeaway
from generator.model.records.showcase_visit import OpeningMode
from generator.model.showcase_story import REQUIRED_HEADINGS, story_of
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.site import Site
from generator.present.kit.urls import landing_address
from generator.present.showcase.facts import COMMON_RULES, access, booking_words, visit_facts, way_words
from generator.present.showcase.opening_state import opening_state

_LEFT_OUT = ("最近一次",)
"""What a sheet of paper cannot keep right."""

_STATES = {OpeningMode.OPEN: "时段内开放", OpeningMode.BY_APPOINTMENT: "参观须预约", OpeningMode.PAUSED: "暂停参观"}

_MARKER = re.compile(r"^\s*(?:[-*+]|\d+[.)])\s+")
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_EMPHASIS = re.compile(r"\*\*|__|`|(?<!\w)[*_]|[*_](?!\w)")


class Leaflets(NamedTuple):
    """The sheets of one showcase; no sign where only Party members may read it, for a door is read by everybody."""

    guide: Guide
    sign: DoorSign | None


def leaflets(site: Site, entry: ShowcaseEntry, site_url: str, sizes: Mapping[str, int]) -> Leaflets:
    """The sheets of a showcase as its visitors may see it.

    `sizes` are those of the templates to take home, in bytes, by form or by file.
    """
    approval = entry.showcase.approval
    if approval is None:
        raise ValueError("nothing is printed without an approval")
    public = approval.scope is ApprovedFor.PUBLIC
    imprint = _imprint(site, entry, approval, landing_address(site_url, entry.branch.id))
    return Leaflets(_guide(site, entry, imprint, sizes), _sign(site, entry.showcase, imprint) if public else None)


def _imprint(site: Site, entry: ShowcaseEntry, approval: Approval, address: str) -> Imprint:
    return Imprint(
        institution=site.institution.name,
        branch=entry.branch.name,
        edition=f"{approval.scope}　{words.day(approval.on)}审批",
        until=words.day(approval.until),
        as_of=approval.on,
        address=address,
    )


def _guide(site: Site, entry: ShowcaseEntry, imprint: Imprint, sizes: Mapping[str, int]) -> Guide:
    showcase, there = entry.showcase, entry.showcase.getting_there
    catalogue = site.catalogue_for(entry.branch.kind)
    told = ((row.label, "；".join(row.lines)) for row in visit_facts(site, showcase) if row.label not in _LEFT_OUT)
    pause = opening_state(showcase.opening, site.as_of).pause
    return Guide(
        title=showcase.title,
        why=showcase.why,
        imprint=imprint,
        facts=(("支部", entry.branch.name), *((("暂停", pause),) if pause else ()), *told),
        way=way_words(there),
        access=access(there),
        highlights=tuple(
            GuideHighlight(
                text=row.name,
                standard=_standard(catalogue, row.standard),
                exhibit=f"{row.exhibit}（{row.nature}）",
                stop=row.station,
            )
            for row in showcase.highlights
        ),
        stops=tuple(
            GuideStop(name=row.name, minutes=row.minutes, see=row.text, ask=row.question, steps=row.steps)
            for row in showcase.route
        ),
        sections=tuple(_sections(entry.prose)),
        takeaways=tuple(_takeaway(row, sizes) for row in showcase.takeaways),
        manners=(*COMMON_RULES, *showcase.rules),
    )


def _sign(site: Site, showcase: Showcase, imprint: Imprint) -> DoorSign:
    opening = showcase.opening
    state = opening_state(opening, site.as_of)
    pause = state.pause
    return DoorSign(
        title=showcase.title,
        why=showcase.why,
        imprint=imprint,
        state=_STATES[state.mode],
        hours=(pause,) if pause else tuple(map(slot_words, opening.slots)),
        booking="" if pause else "；".join(booking_words(opening)),
    )


def _standard(catalogue: Catalogue, id: str) -> str:
    view = catalogue.standards.get(id)
    return f"{id} {view.name}" if view else id


def _takeaway(row: Takeaway, sizes: Mapping[str, int]) -> str:
    size = sizes.get(row.form or row.file or "")
    kind = (row.file or ".docx").rpartition(".")[2]
    told = [row.standard, *([f"{kind}，{words.size_words(size)}"] if size else [])]
    return f"{row.name}（{'，'.join(told)}）"


def _sections(prose: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for part in story_of(prose):
        if part.heading in REQUIRED_HEADINGS:
            yield part.heading, tuple(_paragraphs(part.text))


def _paragraphs(markdown: str) -> Iterator[str]:
    """The words of Markdown, paragraph by paragraph and point by point."""
    for block in re.split(r"\n\s*\n", markdown):
        lines: list[str] = []
        for line in block.splitlines():
            if _MARKER.match(line) and lines:
                yield _plain(lines)
                lines = []
            lines.append(_MARKER.sub("", line))
        if lines:
            yield _plain(lines)


def _plain(lines: Iterable[str]) -> str:
    return _EMPHASIS.sub("", _LINK.sub(r"\1", "".join(line.strip() for line in lines)))
