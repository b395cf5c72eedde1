"""离线包: a showcase as one zip that opens from a folder, made from the finished pages of an edition."""

from __future__ import annotations

from pathlib import Path

from generator.formats.stored_zip import to_zip
from generator.model.index import ShowcaseEntry
from generator.model.page import page_file
from generator.present.kit.site import Site
from generator.present.kit.urls import SHOWCASE_SCRIPTS, showcase_path
from generator.present.showcase.offline import offline_showcase
from generator.prose.offline import offline_page


def showcase_package(site: Site, entry: ShowcaseEntry, tree: Path, site_url: str) -> bytes:
    """The zip of one showcase of the public edition that stands in `tree`.

    All that it holds stands in the edition, so whatever the gate lets through there it lets through here.
    """

    def read(name: str) -> bytes | None:
        path = tree / name
        return path.read_bytes() if path.is_file() else None

    id = entry.branch.id
    page = offline_page(read, page_file(showcase_path(id)), SHOWCASE_SCRIPTS.__contains__)
    html = offline_showcase(site, page, entry, site_url)
    files = {f"showcase-{id}/{name}": data for name, data in {**page.files, "index.html": html.encode()}.items()}
    return to_zip(files, site.as_of)
