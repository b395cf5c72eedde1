"""Shared artifacts on paper: every PDF of a site that rests on more than one committee, each declared once in `PRINTED`.

They are made before the pages, which say how large they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import starmap

from generator.build.handbook_pdf import handbook_bytes
from generator.build.printing import set_sheets
from generator.build.shared_artifact import Artifact, ArtifactFile, SharedContext, handbook, rules, visitor_sheets
from generator.build.unit_prints import UNIT_PRINTS
from generator.present.kit.urls import HANDBOOK_PDF


def _handbook(context: SharedContext) -> Iterator[ArtifactFile]:
    edition, faces = context.edition, context.edition.survey.settings.typefaces
    yield ArtifactFile(HANDBOOK_PDF, handbook_bytes(edition.site, context.prose, context.prose.tree, faces))


def _showcase_sheets(context: SharedContext) -> Iterator[ArtifactFile]:
    faces = context.edition.survey.settings.typefaces
    return starmap(ArtifactFile, set_sheets(context.sheets, faces, context.cache))


PRINTED = (
    Artifact(name="handbook", rests_on=(rules, handbook), make=_handbook, optional="pdf"),
    Artifact(name="showcases", rests_on=(visitor_sheets,), make=_showcase_sheets, optional="pdf"),
)

OPTIONAL = tuple(row.name for row in PRINTED) + tuple(row.option for row in UNIT_PRINTS)
"""What `pdf` in `mkdocs.yml` may name."""
