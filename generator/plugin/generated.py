"""Pages and pictures that MkDocs gets beside what lies in `docs/`: shells' placeholders, and the showcases of branches."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.build.downloads import takeaway_sizes
from generator.build.edition import Edition
from generator.media.attachments import attachment_bytes
from generator.media.picture_cache import PictureCache
from generator.present.forms.note_form import NOTE_FORMS, in_one_file
from generator.present.kit.shells import ShellSpec, shells
from generator.present.kit.urls import NOTE_CORE, NOTE_SCRIPT, NOTE_STYLE, markdown_file, showcase_path
from generator.present.showcase.page import showcase_markdown


def placeholders(edition: Edition, config: MkDocsConfig) -> Iterator[tuple[ShellSpec, File]]:
    """A page for each shell."""
    for spec in shells(edition.site):
        yield spec, _page(config, markdown_file(spec.path), spec.markdown)


def showcases(edition: Edition, config: MkDocsConfig, gallery: PictureCache) -> Iterator[File]:
    """The showcases of the edition, each with its photos and attached files."""
    for entry in edition.site.index.showcases:
        path = showcase_path(entry.branch.id)
        yield _page(
            config, markdown_file(path), showcase_markdown(edition.site, entry, takeaway_sizes(edition.site, entry))
        )
        for photo in entry.showcase.photos:
            for name, kept in gallery.files(entry.folder / photo.file, entry.pictures[photo.file]):
                yield File.generated(config, f"{path}{name}", abs_src_path=str(kept))
        for name in (row.file for row in entry.showcase.takeaways if row.file is not None):
            yield File.generated(config, f"{path}{name}", content=attachment_bytes(entry.folder / name))


def note_files(edition: Edition, config: MkDocsConfig, files: Files) -> Iterator[File]:
    """The forms of notes, each with scripts and style in one file, where a page has the form."""
    prose = [page.content_string for page in files.documentation_pages()]
    shown = [form for form in NOTE_FORMS if any(f"<!-- slot: {form.slot} -->" in text for text in prose)]
    if not shown:
        return
    parts = (files.get_file_from_path(name) for name in (NOTE_CORE, NOTE_SCRIPT, NOTE_STYLE))
    core, script, style = (part.content_string for part in parts if part is not None)
    for form in shown:
        yield File.generated(config, form.file, content=in_one_file(form, edition.site, core, script, style))


def _page(config: MkDocsConfig, name: str, markdown: str) -> File:
    return File.generated(config, name, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV)
