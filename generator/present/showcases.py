"""Showcases (观摩展示): the Markdown page of each, and the live parts around its prose."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.model.index import ShowcaseEntry
from generator.model.records.activity import ActivityKind
from generator.model.records.showcase import Photo, Showcase, Station, Takeaway
from generator.present import words
from generator.present.links import url
from generator.present.site import Site
from generator.present.templates import render

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+\-.!|~^=:<>&])")
_SCRIPT = re.compile(
    r"(j\s*a\s*v\s*a\s*s\s*c\s*r\s*i\s*p\s*t|v\s*b\s*s\s*c\s*r\s*i\s*p\s*t|d\s*a\s*t\s*a)\s*:", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A photo with its place."""

    photo: Photo
    target: str


def showcase_markdown(site: Site, entry: ShowcaseEntry) -> str:
    """The showcase as a page for MkDocs.  The branch's prose keeps its Markdown and loses everything else."""
    title = json.dumps(entry.showcase.title, ensure_ascii=False)
    description = json.dumps(f"{entry.branch.name}：{entry.showcase.why}（{site.audience.label}）", ensure_ascii=False)
    return (
        f"---\ntitle: {title}\ndescription: {description}\n---\n\n"
        f"# {plain(entry.showcase.title)} {{#page}}\n\n"
        "<!-- slot: showcase-head -->\n\n"
        f"{harmless(entry.prose)}\n\n"
        "<!-- slot: showcase-tail -->\n"
    )


def plain(text: str) -> str:
    """Text as Markdown that renders to exactly this text, whatever it holds."""
    return _SPECIAL.sub(_escape, " ".join(text.split()))


def harmless(prose: str) -> str:
    """Markdown without HTML, attribute lists, slots or script links."""
    escaped = prose.replace("&", "&amp;").replace("<", "&lt;").replace("{", "&#123;")
    return _SCRIPT.sub(lambda match: f"{match[1]}：", escaped)


def head(site: Site, path: str, entry: ShowcaseEntry | None) -> str:
    """Above the prose: the first photo, why to come, what to look at, and which standards it shows."""
    if entry is None:
        return ""
    showcase = entry.showcase
    return render(
        "slots/showcase-head",
        edition=site.edition,
        branch=entry.branch.name,
        branch_target=url(path, f"branches/{entry.branch.id}/"),
        figure=_figure(path, showcase.photos[0]) if showcase.photos else None,
        why=showcase.why,
        highlights=showcase.highlights,
        standards=_standards(site, path, showcase),
    )


def tail(site: Site, path: str, entry: ShowcaseEntry | None, counts: Mapping[ActivityKind, int]) -> str:
    """Below the prose: route, opening hours, what to take home, numbers, gallery, and who approved it."""
    if entry is None:
        return ""
    showcase = entry.showcase
    return render(
        "slots/showcase-tail",
        route=showcase.route,
        minutes=_minutes(showcase.route),
        open_hours=showcase.open_hours,
        takeaways=[(row.name, _takeaway_target(site, path, row)) for row in showcase.takeaways],
        counts=[(kind.value, counts[kind]) for kind in showcase.counted if kind in counts],
        year=site.year,
        gallery=[_figure(path, photo) for photo in showcase.photos[1:]],
        approval=_approval(showcase),
        as_of=words.day(site.as_of),
    )


def _escape(match: re.Match[str]) -> str:
    character = match[1]
    return {"<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(character) or f"&#{ord(character)};"


def _figure(path: str, photo: Photo) -> Figure:
    return Figure(photo=photo, target=url(path, f"{path}{photo.file}"))


def _standards(site: Site, path: str, showcase: Showcase) -> list[tuple[str, str]]:
    known = site.default.standards
    return [(f"{id} {known[id].name}", url(path, known[id].path)) for id in showcase.standards if id in known]


def _minutes(route: tuple[Station, ...]) -> int:
    return sum(station.minutes for station in route)


def _takeaway_target(site: Site, path: str, row: Takeaway) -> str:
    view = site.default.standards.get(row.standard or "")
    return url(path, view.path) if view else ""


def _approval(showcase: Showcase) -> str:
    approval = showcase.approval
    if approval is None:
        return ""
    steps = f"{approval.proposed_by}提出，{approval.reviewed_by}审核，{approval.approved_by}审批"
    return f"{steps}，{words.day(approval.on)}；范围：{approval.scope}；期限到{words.day(approval.until)}"
