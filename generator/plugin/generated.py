"""Pages and pictures that MkDocs gets beside what lies in `docs/`: shells' placeholders, and the showcases of branches."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from generator.build.edition import Edition
from generator.media.reencoding import PictureCache
from generator.present.kit.shells import ShellSpec, shells
from generator.present.kit.urls import markdown_file, showcase_path
from generator.present.showcase.page import showcase_markdown


def placeholders(edition: Edition, config: MkDocsConfig) -> Iterator[tuple[ShellSpec, File]]:
    """A page for each shell."""
    for spec in shells(edition.site):
        yield spec, _page(config, markdown_file(spec.path), spec.markdown)


def showcases(edition: Edition, config: MkDocsConfig, gallery: PictureCache) -> Iterator[File]:
    """The showcases of the edition, each with its photos."""
    for entry in edition.site.index.showcases:
        path = showcase_path(entry.branch.id)
        yield _page(config, markdown_file(path), showcase_markdown(edition.site, entry))
        for photo in entry.showcase.photos:
            yield File.generated(config, f"{path}{photo.file}", content=gallery.picture(entry.folder / photo.file))


def _page(config: MkDocsConfig, name: str, markdown: str) -> File:
    return File.generated(config, name, content=markdown, inclusion=InclusionLevel.NOT_IN_NAV)
