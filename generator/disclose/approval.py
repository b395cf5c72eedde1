"""What of a branch may go public: nothing without its six-field approval in force, nor a portrait without consent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.model.approved import barred, pieces
from generator.model.approved_rows import ApprovedRow, approved_only, rows_to_approve
from generator.model.dossier import Dossier
from generator.model.index import CommitteeEntry, Index, ShowcaseEntry
from generator.model.record import Audience, Record, project_files
from generator.model.records.profile import Introduction
from generator.model.records.showcase import PHOTO_LIMIT


def published_index(index: Index, audience: Audience, as_of: date) -> Index:
    """The index as `audience` may see it: in the public edition without showcases and rows that are not approved.

    A branch that is dissolved shows nothing to the public any more.
    """
    showcases = (
        published_showcase(entry, audience)
        for entry in index.showcases
        if audience is not Audience.PUBLIC or _permitted(entry, as_of)
    )
    committees = tuple(_committee(entry, audience, as_of) for entry in index.committees)
    return replace(
        index,
        institution=index.institution.project(audience),
        committees=committees,
        showcases=tuple(showcases),
        further=project_files(_with_approved(index.further, audience, as_of), audience),
    )


def published_dossier(dossier: Dossier, audience: Audience, as_of: date) -> Dossier:
    """The dossier as `audience` may see it: in the public edition without an introduction that is not approved."""
    introduction = dossier.profile.introduction
    if audience is Audience.PUBLIC and introduction is not None and not _introduces(introduction, as_of):
        dossier = replace(dossier, profile=dossier.profile.model_copy(update={"introduction": None}))
    return dossier.project(audience)


def unpublished_rows(index: Index, as_of: date) -> Iterator[ApprovedRow]:
    """The rows of registers that have an approval of their own and that the public edition does not hold."""
    for record in index.records:
        yield from (each for each in rows_to_approve(record) if not each.public(as_of))


def _committee(entry: CommitteeEntry, audience: Audience, as_of: date) -> CommitteeEntry:
    return replace(entry, further=_with_approved(entry.further, audience, as_of)).project(audience)


def _with_approved(further: Mapping[str, Record], audience: Audience, as_of: date) -> Mapping[str, Record]:
    if audience is not Audience.PUBLIC:
        return further
    return {name: approved_only(row, as_of) for name, row in further.items()}


def _permitted(entry: ShowcaseEntry, day: date) -> bool:
    return entry.showcase.approval is not None and entry.barred(day) is None


def _introduces(introduction: Introduction, day: date) -> bool:
    approval = introduction.approval
    return approval is not None and barred(approval, day, pieces(introduction)) is None


def published_showcase(entry: ShowcaseEntry, audience: Audience) -> ShowcaseEntry:
    """A showcase as `audience` may see it, without portraits that nobody agreed to and files that cannot be handed out."""
    photos = tuple(
        photo
        for photo in entry.showcase.photos[:PHOTO_LIMIT]
        if photo.alt and (photo.consent or not photo.people) and photo.file in entry.pictures
    )
    takeaways = tuple(filter(entry.hands_out, entry.showcase.takeaways))
    shown = entry.showcase.model_copy(update={"photos": photos, "takeaways": takeaways}).project(audience)
    # What the approval covers is the whole record: without it an edition inside could not tell whether it holds.
    covered, kept = ((), None) if audience is Audience.PUBLIC else (entry.pieces, entry.kept)
    return replace(entry, showcase=shown, covered=covered, kept=kept)
