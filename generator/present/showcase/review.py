"""审阅单: what a reviewer of a showcase needs on one page: whether it is public, old beside new, and what to look for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from markupsafe import Markup, escape

from generator.model import words
from generator.model.aligned import changes
from generator.model.approved import PROSE, Piece, changed, kept_pieces, pieces, seal
from generator.model.index import ShowcaseEntry
from generator.model.page import Page
from generator.model.records.approval import Approval
from generator.present.branch.branch_year import BranchYear
from generator.present.kit.page_kind import ID, JUDGED_EDITIONS, Heading, PageKind
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.urls import SHOWCASES, showcase_path, showcase_review_path, url
from generator.present.showcase.review_points import PHOTO_POINTS, found_points

_CLOSE = 0.4
"""How alike two sentences are of which the differing words are marked; else all of both is new."""


class ChangeRow(NamedTuple):
    """A sentence as it was approved beside what stands there now; one of them may be empty."""

    label: str
    kind: str
    before: Markup
    now: Markup


class ApprovalStep(NamedTuple):
    """One step of the approval: whose it is, and when it was taken."""

    name: str
    office: str
    day: str


def _pages(year: BranchYear) -> Iterator[Page]:
    """The page of the branch's showcase, once for all years."""
    site, entry = year.site, year.site.showcases.get(year.dossier.id)
    if entry is None or site.further:
        return
    path, approval = showcase_review_path(entry.branch.id), entry.showcase.approval
    title = f"“{entry.showcase.title}”审阅单"
    body = render(
        "showcase/review",
        title=title,
        edition=site.edition,
        target=url(path, showcase_path(entry.branch.id)),
        branch=entry.branch.called(site.as_of),
        state=_state(site, entry),
        compared=compared_with(entry),
        rows=list(changed_rows(entry)),
        points=list(found_points(entry.pieces)),
        photo_points=PHOTO_POINTS,
        photos=entry.showcase.photos,
        left_out=sorted(_files(entry.pieces) - _files(pieces(entry.showcase, "", entry.files))),
        number=len(entry.pieces),
        head=list(_by_label(row for row in entry.pieces if row.label != PROSE)),
        prose=[row for row in entry.pieces if row.label == PROSE],
        digest=seal(entry.pieces),
        id=entry.branch.id,
        steps=list(_steps(approval)),
        scope=f"范围：{approval.scope}；期限到{words.day(approval.until)}" if approval else "范围：　　　　期限：",
    )
    yield Page(path=path, kind="showcase-review", title=title, body=body)


PAGES = (
    PageKind(
        name="showcase-review",
        about="审观摩展示用的一页：逐句的内容、审批和展期",
        subject=BranchYear,
        paths=(showcase_review_path(ID),),
        editions=JUDGED_EDITIONS,
        tab=SHOWCASES,
        headings=(
            Heading(2, "changes", "改了哪里"),
            Heading(2, "points", "逐项看"),
            Heading(2, "photos", "逐张看"),
            Heading(2, "text", "全文"),
            Heading(2, "signatures", "签字"),
        ),
        make=_pages,
        systems=("Y34",),
    ),
)


def _state(site: Site, entry: ShowcaseEntry) -> str:
    if entry.showcase.approval is None:
        return "还没有审批，公开版里没有这一页"
    found = entry.barred(site.as_of)
    return f"{found.message}，公开版里没有这一页" if found else "审批管的就是现在的内容，公开版里有这一页"


def _by_label(rows: Iterable[Piece]) -> Iterator[tuple[str, str]]:
    """What stands under one label after the other, together."""
    for label, same in groupby(rows, key=attrgetter("label")):
        yield label, " ".join(row.text for row in same)


def _files(rows: Iterable[Piece]) -> set[str]:
    """The files among the pieces."""
    return {row.text for row in rows if row.content}


def compared_with(entry: ShowcaseEntry) -> str:
    """What the text is compared with; where there is nothing to compare it with, why."""
    approval, kept = entry.showcase.approval, entry.kept
    same = approval is not None and approval.digest == seal(entry.pieces)
    now = "现在的与审批的一字不差。" if same else ""
    if kept is not None and kept_pieces(kept) != entry.pieces:
        return f"{now}左边是{words.day(kept.on)}审批、留存下来的定稿，右边是现在的。"
    if now or kept is not None:
        return now or "与留存的定稿一字不差。"
    if approval is None or approval.digest is None:
        return "还没有审批过的定稿，下面的全文都要看。"
    return "没有留存审批时的定稿，只列得出改过和新加的句子，看不到原来的字；删去的也看不到。"


def changed_rows(entry: ShowcaseEntry) -> Iterator[ChangeRow]:
    """What is different from the text that was kept; without one, what is new or changed since the approval."""
    kept, approval = entry.kept, entry.showcase.approval
    if kept is not None:
        yield from (_row(*pair) for pair in changes(kept_pieces(kept), entry.pieces))
    elif approval is not None and approval.digest not in (None, seal(entry.pieces)):
        new = changed(approval, entry.pieces)
        yield from (ChangeRow(row.label, "改或加", Markup(), escape(row.text)) for row in new)


def _row(before: Piece | None, now: Piece | None) -> ChangeRow:
    if before is None or now is None:
        label = (before or now or Piece("", "")).label
        gone, new = (escape(row.text) if row else Markup() for row in (before, now))
        return ChangeRow(label, "删去" if before else "新加", gone, new)
    if before.text == now.text:
        return ChangeRow(
            now.label, "换了内容" if before.content != now.content else "换了栏", escape(before.text), escape(now.text)
        )
    label = now.label if before.label == now.label else f"{before.label}→{now.label}"
    return ChangeRow(label, "改", *_marked(before.text, now.text))


def _marked(before: str, now: str) -> tuple[Markup, Markup]:
    """Both sentences, the words in which they differ marked."""
    matcher = SequenceMatcher(None, before, now, autojunk=False)
    if matcher.ratio() < _CLOSE:
        return escape(before), escape(now)
    rows = matcher.get_opcodes()
    return (
        Markup().join(_part("del", before[start:end], same=kind == "equal") for kind, start, end, _, _ in rows),
        Markup().join(_part("ins", now[start:end], same=kind == "equal") for kind, _, _, start, end in rows),
    )


def _part(tag: str, text: str, *, same: bool) -> Markup:
    return escape(text) if same or not text else Markup("<{0}>{1}</{0}>").format(Markup(tag), text)  # noqa: S704 - the name of a tag


def _steps(approval: Approval | None) -> Sequence[ApprovalStep]:
    """The four steps as they are on record, blank where they are not."""
    given = (
        (
            ("提出", approval.proposed_by, None),
            ("审核", approval.reviewed_by, approval.reviewed_on),
            ("保密审查", approval.secrecy_by, approval.secrecy_on),
            ("审批", approval.approved_by, approval.on),
        )
        if approval
        else tuple((name, None, None) for name in ("提出", "审核", "保密审查", "审批"))
    )
    return [ApprovalStep(name, office or "", words.day(day) if day else "") for name, office, day in given]
