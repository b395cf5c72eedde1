"""What of a branch may go public: nothing without its six-field approval in force, nor a portrait without consent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.model.audience import Audience
from generator.model.dossier import Dossier
from generator.model.index import CommitteeEntry, Index, ShowcaseEntry
from generator.model.records.approval import Approval

_PUBLIC_SCOPE = "社会公开"


def permits(approval: Approval | None, day: date) -> bool:
    """Whether an approval lets something be shown to the public on that day."""
    return approval is not None and approval.holds_on(day) and _PUBLIC_SCOPE in approval.scope


def published_index(index: Index, audience: Audience, as_of: date) -> Index:
    """The index as `audience` may see it: in the public edition without showcases that are not approved."""
    showcases = (
        _published_showcase(entry, audience)
        for entry in index.showcases
        if audience is not Audience.PUBLIC or permits(entry.showcase.approval, as_of)
    )
    committees = tuple(_published_committee(entry, audience) for entry in index.committees)
    return replace(
        index,
        institution=index.institution.project(audience),
        committees=committees,
        showcases=tuple(showcases),
    )


def published_dossier(dossier: Dossier, audience: Audience, as_of: date) -> Dossier:
    """The dossier as `audience` may see it: in the public edition without an introduction that is not approved."""
    introduction = dossier.profile.introduction
    if audience is Audience.PUBLIC and introduction is not None and not permits(introduction.approval, as_of):
        dossier = replace(dossier, profile=dossier.profile.model_copy(update={"introduction": None}))
    return dossier.project(audience)


def _published_committee(entry: CommitteeEntry, audience: Audience) -> CommitteeEntry:
    return replace(entry, committee=entry.committee.project(audience))


def _published_showcase(entry: ShowcaseEntry, audience: Audience) -> ShowcaseEntry:
    photos = tuple(
        photo
        for photo in entry.showcase.photos
        if (photo.consent or not photo.people) and (entry.folder / photo.file).is_file()
    )
    return replace(entry, showcase=entry.showcase.model_copy(update={"photos": photos}).project(audience))
