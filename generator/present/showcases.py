"""Showcases (观摩展示): the Markdown page of each, and the live parts around its prose."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.index import ShowcaseEntry
from generator.model.records.activity import ActivityKind
from generator.model.records.showcase import Photo, Showcase, Takeaway
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
    showcase, path = entry.showcase, f"showcases/{entry.branch.id}/"
    return render(
        "showcase",
        title=_quoted(showcase.title),
        description=_quoted(f"{entry.branch.name}：{showcase.why}"),
        heading=plain(showcase.title),
        why=showcase.why,
        figure=_figure(path, showcase.photos[0]) if showcase.photos else None,
        highlights=showcase.highlights,
        standards=_standards(site, path, showcase),
        prose=harmless(entry.prose),
        route=showcase.route,
        minutes=sum(station.minutes for station in showcase.route),
        open_hours=showcase.open_hours,
        takeaways=[(row.name, _takeaway_target(site, path, row)) for row in showcase.takeaways],
        counted=showcase.counted,
        gallery=[_figure(path, photo) for photo in showcase.photos[1:]],
    )


def plain(text: str) -> Markup:
    """Text as Markdown that renders to exactly this text, whatever it holds."""
    escaped = _SPECIAL.sub(_escape, " ".join(text.split()))
    return Markup(escaped)  # noqa: S704 - every character that means something is an entity now


def harmless(prose: str) -> Markup:
    """Markdown without HTML, attribute lists, slots or script links."""
    escaped = prose.replace("&", "&amp;").replace("<", "&lt;").replace("{", "&#123;")
    return Markup(_SCRIPT.sub(lambda match: f"{match[1]}：", escaped))  # noqa: S704 - no tag is left


def head(site: Site, path: str, entry: ShowcaseEntry | None) -> str:
    """Under the title: the edition, and whose showcase it is."""
    if entry is None:
        return ""
    target = url(path, f"branches/{entry.branch.id}/")
    return render("slots/showcase-head", edition=site.edition, branch=entry.branch.name, target=target)


def tail(site: Site, entry: ShowcaseEntry | None, counts: Mapping[ActivityKind, int]) -> str:
    """数说, the numbers the register proves, and who approved the showcase."""
    if entry is None:
        return ""
    return render(
        "slots/showcase-tail",
        counts=[(kind.value, counts[kind]) for kind in entry.showcase.counted if kind in counts],
        year=site.year,
        approval=_approval(entry.showcase),
        as_of=words.day(site.as_of),
    )


def _quoted(text: str) -> Markup:
    """Text as a quoted scalar of the front matter."""
    return Markup(json.dumps(text, ensure_ascii=False))  # noqa: S704 - front matter, not HTML


def _escape(match: re.Match[str]) -> str:
    return f"&#{ord(match[1])};"


def _figure(path: str, photo: Photo) -> Figure:
    return Figure(photo=photo, target=url(path, f"{path}{photo.file}"))


def _standards(site: Site, path: str, showcase: Showcase) -> list[tuple[str, str]]:
    known = site.default.standards
    return [(f"{id} {known[id].name}", url(path, known[id].path)) for id in showcase.standards if id in known]


def _takeaway_target(site: Site, path: str, row: Takeaway) -> str:
    view = site.default.standards.get(row.standard or "")
    return url(path, view.path) if view else ""


def _approval(showcase: Showcase) -> str:
    approval = showcase.approval
    if approval is None:
        return ""
    steps = f"{approval.proposed_by}提出，{approval.reviewed_by}审核，{approval.approved_by}审批"
    return f"{steps}，{words.day(approval.on)}；范围：{approval.scope}；期限到{words.day(approval.until)}"
