"""What of a branch may go public: nothing without its six-field approval in force, nor a portrait without consent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.approved import barred, pieces
from generator.model.dossier import Dossier
from generator.model.index import Index, ShowcaseEntry
from generator.model.record import Audience, project_files
from generator.model.records.profile import Introduction


def published_index(index: Index, audience: Audience, as_of: date) -> Index:
    """The index as `audience` may see it: in the public edition without showcases that are not approved.

    A branch that is dissolved shows nothing to the public any more.
    """
    showcases = (
        _published_showcase(entry, audience)
        for entry in index.showcases
        if audience is not Audience.PUBLIC or _permitted(entry, as_of)
    )
    committees = tuple(entry.project(audience) for entry in index.committees)
    return replace(
        index,
        institution=index.institution.project(audience),
        committees=committees,
        showcases=tuple(showcases),
        further=project_files(index.further, audience),
    )


def published_dossier(dossier: Dossier, audience: Audience, as_of: date) -> Dossier:
    """The dossier as `audience` may see it: in the public edition without an introduction that is not approved."""
    introduction = dossier.profile.introduction
    if audience is Audience.PUBLIC and introduction is not None and not _introduces(introduction, as_of):
        dossier = replace(dossier, profile=dossier.profile.model_copy(update={"introduction": None}))
    return dossier.project(audience)


def _permitted(entry: ShowcaseEntry, day: date) -> bool:
    return entry.showcase.approval is not None and entry.barred(day) is None


def _introduces(introduction: Introduction, day: date) -> bool:
    approval = introduction.approval
    return approval is not None and barred(approval, day, pieces(introduction)) is None


def _published_showcase(entry: ShowcaseEntry, audience: Audience) -> ShowcaseEntry:
    photos = tuple(
        photo
        for photo in entry.showcase.photos
        if (photo.consent or not photo.people) and (entry.folder / photo.file).is_file()
    )
    return replace(entry, showcase=entry.showcase.model_copy(update={"photos": photos}).project(audience))
