"""The handbook as one PDF, made from the pages that the site shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build.executors import run_in_subprocess
from generator.formats.pdf.book import Chapter, Cover, write_handbook
from generator.model.record import Audience
from generator.output.tree import fill_slots
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.prose import links
from generator.prose.layer import Prose
from generator.settings import Typefaces


def cover(site: Site, title: str, subtitle: str) -> Cover:
    """The cover of a PDF of this edition."""
    return Cover(
        title=title,
        subtitle=subtitle,
        institution=site.institution.name,
        audience_label=site.audience.label,
        as_of=site.as_of,
        note=site.draft_note,
    )


def handbook_bytes(site: Site, prose: Prose, tree: Path, faces: Typefaces) -> bytes:
    """The PDF of the edition's handbook; `tree` is where the pictures of its pages are found."""
    front = replace(cover(site, prose.site_name, f"{len(site.default.standards)} 项标准"), home=prose.site_url)
    with TemporaryDirectory() as folder:
        target = Path(folder) / "handbook.pdf"
        # Typst keeps 200 MB
        run_in_subprocess(write_handbook, list(_chapters(site, prose)), front, target, tree, faces)
        return target.read_bytes()


def _chapters(site: Site, prose: Prose) -> Iterator[Chapter]:
    """The chapters say what ought to be: their slots are filled without anything about branches."""
    bare = replace(site, audience=Audience.PUBLIC)
    for row in prose.chapters:
        given = SlotContext(site=bare, path=row.path, meta=row.meta, html=row.html)
        html = fill_slots(row.html, partial(fill, given))
        yield Chapter(title=row.title, path=row.path, level=row.level, html=links.to_files(html))
