"""The handbook (手册) as one PDF, with cover and contents."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from lxml.html import HtmlElement

from generator.formats.pdf.chapter_html import parse_chapter, take_footnotes
from generator.formats.pdf.converter import ChapterConverter
from generator.formats.pdf.destinations import Destinations
from generator.formats.pdf.engine import TypstSource, compile_pdf, free_memory
from generator.formats.pdf.form_sheets import sheets_data
from generator.formats.pdf.heading_levels import HeadingLevels
from generator.formats.pdf.images import Pictures
from generator.formats.pdf.inline import Inline
from generator.formats.pdf.kept_sections import keep_sections
from generator.formats.pdf.site_only import drop_site_only
from generator.formats.pdf.table_layout import PageMetrics
from generator.formats.pdf.term_index import index_terms
from generator.formats.pdf.typefaces import LEAN
from generator.model.book_matter import NO_MATTER, BookMatter, IndexEntry
from generator.model.book_style import BOOK, BookStyle
from generator.model.form_sheet import FormSheet
from generator.model.words import day
from generator.output.replacement import replace_file
from generator.settings import Typefaces


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One page of the site as a chapter.

    `path` is its URL path (`standards/3-1/`), against which its links resolve; `level` its depth in the contents,
    from 1; `html` the page's content, whose `h1`, if any, takes precedence over `title`.  Where `sections` is given, only
    the sections with these ids stand in the book.
    """

    title: str
    path: str
    level: int
    html: str
    sections: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """The title page: title, institution (单位), edition (版别) and 截至.

    `note` is a disclaimer; its first clause is repeated in every page header.  `home` is where the site is published:
    links to pages that are not in the document lead there.
    """

    title: str
    subtitle: str
    institution: str
    audience_label: str
    as_of: date
    note: str = "整理稿，非正式公文"
    home: str = ""


def write_handbook(
    chapters: Sequence[Chapter],
    cover: Cover,
    target: Path,
    root: Path | None = None,
    faces: Typefaces = LEAN,
    *,
    matter: BookMatter = NO_MATTER,
    style: BookStyle = BOOK,
) -> None:
    """The handbook: cover, contents with page numbers; a chapter of level 1 begins a page, others run on.

    `root` is the site's folder, where pictures are found; without it they are left out.
    """
    made = _made(_Kind("handbook", style, "#part-break\n", matter), chapters, cover, root, faces)
    target.parent.mkdir(parents=True, exist_ok=True)
    replace_file(target, made)


@dataclass(frozen=True, slots=True, kw_only=True)
class BookPrinting:
    """A printing of the handbook: which chapters, under which cover, in which style, with what beside them."""

    chapters: tuple[Chapter, ...]
    front: Cover
    style: BookStyle
    matter: BookMatter


def write_printings(printings: Sequence[BookPrinting], folder: Path, root: Path, faces: Typefaces) -> None:
    """Each as `<number>.pdf`, counted from 0.  Several hundred megabytes are Typst's for one, and freed before the next."""
    for number, row in enumerate(printings):
        target = folder / f"{number}.pdf"
        write_handbook(row.chapters, row.front, target, root, faces, matter=row.matter, style=row.style)
        if number + 1 < len(printings):
            free_memory(faces)


def _made(kind: _Kind, chapters: Sequence[Chapter], cover: Cover, root: Path | None, faces: Typefaces) -> bytes:
    return compile_pdf(_source(kind, chapters, cover, root), faces)


def _source(kind: _Kind, chapters: Sequence[Chapter], cover: Cover, root: Path | None) -> TypstSource:
    trees = [(chapter.path, _printed(chapter)) for chapter in chapters]
    notes = [take_footnotes(tree) for _, tree in trees]
    matter = kind.matter or NO_MATTER
    index = index_terms([row for row in trees if row[0] not in matter.unindexed], matter.terms)
    places, pictures, levels = (
        Destinations(trees, cover.home),
        Pictures(root, kind.style.width, kind.style.height),
        HeadingLevels(),
    )
    sheets = kind.sheets(path for path, _ in trees)
    places.add_places(matter.sheets_after, (row.id for row in sheets))
    written: list[tuple[str, str]] = []
    for chapter, (path, tree), own in zip(chapters, trees, notes, strict=True):
        walker = ChapterConverter(Inline(path, places, own, pictures), levels, kind.sheet)
        words = kind.begin(chapter, not written) + walker.chapter(chapter.title, chapter.level, tree)
        words += "#note-page\n" if path in kind.ends(chapters) else ""
        words += "#form-sheets()\n" if sheets and path == matter.sheets_after else ""
        written.append((f"“{chapter.title}”（{chapter.path}）", words))
    return TypstSource(
        template=kind.template,
        cover=_lines(cover) | kind.setting(places.labels, index),
        as_of=cover.as_of,
        chapters=written,
        pictures=pictures.files,
    )


def _printed(chapter: Chapter) -> HtmlElement:
    """What a page says on paper."""
    tree = parse_chapter(chapter.html)
    drop_site_only(tree)
    if chapter.sections is not None:
        keep_sections(tree, chapter.sections)
    return tree


@dataclass(frozen=True, slots=True)
class _Kind:
    template: str
    style: BookStyle
    opening: str
    matter: BookMatter | None = None

    def setting(self, labels: Collection[str], index: tuple[IndexEntry, ...]) -> dict[str, Any]:
        """What the template reads besides the cover's lines; `labels` are all places of the document."""
        style = {"style": self.style.for_template()}
        if self.matter is None:
            return style
        matter = asdict(replace(self.matter.held(labels), terms=(), index=index, sheets=()))
        sheets = sheets_data(self.matter.sheets) if self.style.holds_sheets else []
        return style | {"matter": matter | {"sheets": sheets}}

    def sheets(self, paths: Iterable[str]) -> tuple[FormSheet, ...]:
        """The blank forms that are bound in: none without their chapter, nor on smaller paper."""
        matter = self.matter or NO_MATTER
        return matter.sheets if self.style.holds_sheets and matter.sheets_after in paths else ()

    @property
    def sheet(self) -> PageMetrics:
        return PageMetrics(self.style.width, self.style.tables, padding=0.42, unbroken=self.style.lines // 2)

    def begin(self, chapter: Chapter, first: bool) -> str:
        """What stands before a chapter: a part of the book begins a page, and so does every further page of a file."""
        return self.opening if chapter.level == 1 and (not first or self.template == "handbook") else ""

    def ends(self, chapters: Sequence[Chapter]) -> frozenset[str]:
        """The chapters after which a part ends: room for the reader's notes follows."""
        parts = {row.label for row in self.matter.parts} if self.matter else set[str]()
        openings = [number for number, chapter in enumerate(chapters) if chapter.level == 1]
        spans = zip(openings, [*openings[1:], len(chapters)], strict=True)
        return frozenset(chapters[end - 1].path for start, end in spans if chapters[start].path in parts)


def _lines(cover: Cover) -> dict[str, Any]:
    """The cover as template variables."""
    return {
        "title": cover.title,
        "subtitle": cover.subtitle,
        "institution": cover.institution,
        "audience": cover.audience_label,
        "note": cover.note,
        "stamp": "　".join(
            filter(None, (cover.audience_label, f"截至{day(cover.as_of)}", cover.note.partition("，")[0]))
        ),
        "as-of": day(cover.as_of),
        "date": cover.as_of.isoformat(),
    }
