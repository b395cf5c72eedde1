"""The handbook as one PDF, made from the pages that the site shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build.executors import run_in_subprocess
from generator.formats.pdf.book import BookPrinting, Chapter, Cover, write_printings
from generator.model.book_order import WHOLE, BookOrder
from generator.model.record import Audience
from generator.output.tree import fill_slots
from generator.present.book.appendix import plan_words
from generator.present.book.matter import book_matter
from generator.present.forms.form_sheets import form_sheets
from generator.present.handbook.pocket import PocketPart, pocket_part
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, fill
from generator.present.kit.urls import FORMS, GLOSSARY, READINGS
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
    ((_, data),) = printed_books(site, prose, tree, faces, [WHOLE])
    return data


def printed_books(
    site: Site, prose: Prose, tree: Path, faces: Typefaces, orders: Iterable[BookOrder]
) -> Iterator[tuple[BookOrder, bytes]]:
    """The PDF of each printing of the edition's handbook; raises ConfigurationError for a part that there is not."""
    books = {order: _book(site, prose, order) for order in orders}
    with TemporaryDirectory() as folder:
        # what is sent there loads the writer of PDFs alone, and its memory ends with it
        run_in_subprocess(write_printings, list(books.values()), Path(folder), tree, faces)
        for number, order in enumerate(books):
            yield order, (Path(folder) / f"{number}.pdf").read_bytes()


def _book(site: Site, prose: Prose, order: BookOrder) -> BookPrinting:
    part = pocket_part(site, order)
    subtitle = part.name if part else f"{len(site.default.standards)} 项标准"
    return BookPrinting(
        chapters=tuple(_chapters(site, prose, part)),
        front=replace(cover(site, prose.site_name, subtitle), home=prose.site_url),
        style=order.set_in,
        matter=replace(
            book_matter(site, next((row.meta for row in prose.chapters if row.path == GLOSSARY), {})),
            sheets=form_sheets(site),
            sheets_after=FORMS,
        ),
    )


def _chapters(site: Site, prose: Prose, part: PocketPart | None) -> Iterator[Chapter]:
    """The chapters say what ought to be: their slots are filled without anything about branches."""
    bare = replace(site, audience=Audience.PUBLIC)
    plan = plan_words(bare) if part is None else None
    for row in prose.chapters:
        if row.path == FORMS and plan is not None:
            yield Chapter(title=plan.title, path=plan.path, level=1, html=plan.body)
        if part is None or row.path in part.paths or row.path == READINGS:
            given = SlotContext(site=bare, path=row.path, meta=row.meta, html=row.html)
            html = links.to_files(fill_slots(row.html, partial(fill, given)))
            sections = part.readings if part and row.path == READINGS else None
            yield Chapter(title=row.title, path=row.path, level=row.level, html=html, sections=sections)
