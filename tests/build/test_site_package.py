"""离线包 of the whole site: what is in it, that it opens by itself, and that the same site gives the same bytes."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from generator.cli.options import read_settings
from generator.formats.stored_zip import to_zip, write_zip
from generator.model.record import Audience
from generator.output.storage import FolderStorage
from generator.products import site as builder
from tests.conftest import Project

AS_OF = date(2019, 11, 25)
OFFER = '<p class="zb-site-package"><a class="zb-button" href="downloads/site.zip">'


@pytest.fixture
def offering(project: Project) -> Project:
    project.write("docs/index.md", "# 首页\n\n<!-- slot: site-package -->\n")
    return project


def _built(project: Project, audience: str = "public") -> Path:
    settings = replace(read_settings(project.config, {"audience": audience}), site_package=True)
    builder.build(project.config, settings, project.site, strict=False)
    return project.site / "downloads/site.zip"


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_the_zip_holds_the_site_but_for_what_servers_read(offering: Project, audience: str) -> None:
    package = _built(offering, audience)
    assert audience == "public" or (offering.site / "showcases/aa-1/review/index.html").is_file()
    left_out = {".zhibu", "_headers", "404.html", "downloads/site.zip"}
    site = {path.relative_to(offering.site).as_posix() for path in offering.site.rglob("*") if path.is_file()}
    kept = {name for name in site - left_out if not name.startswith(("csp/", "sitemap"))}
    with ZipFile(package) as archive:
        assert {row.compress_type for row in archive.infolist()} == {ZIP_STORED}
        assert set(archive.namelist()) == {"打开手册.html", *(f"site/{name}" for name in kept)}
        start = archive.read("打开手册.html").decode()
        assert set(re.findall(r'(?:href|src)="([^"]+)"', start)) <= set(archive.namelist())
        assert f"{Audience(audience).label} · " in start
        assert OFFER in (offering.site / "index.html").read_text(encoding="utf-8")
        assert "site.zip" not in archive.read("site/index.html").decode()


def test_an_edit_is_in_the_next_zip_and_the_bytes_are_those_of_a_build_from_nothing(offering: Project) -> None:
    before = _built(offering).read_bytes()
    offering.write("docs/index.md", "# 首页\n\n改过一句。\n")
    after = _built(offering).read_bytes()
    assert "改过一句".encode() in after
    assert _built(offering).read_bytes() == after != before
    shutil.rmtree(offering.root / ".zhibu")
    assert _built(offering).read_bytes() == after


def test_without_the_option_there_is_neither_zip_nor_offer(offering: Project) -> None:
    builder.build(offering.config, read_settings(offering.config, {}), offering.site, strict=False)
    assert not (offering.site / "downloads/site.zip").exists()
    assert "site.zip" not in (offering.site / "index.html").read_text(encoding="utf-8")


def test_a_zip_on_the_disk_is_the_one_in_memory(tmp_path: Path) -> None:
    files = {"甲.html": b"1", "b": b"2"}
    write_zip(tmp_path / "a.zip", sorted(files.items()), AS_OF)
    assert (tmp_path / "a.zip").read_bytes() == to_zip(files, AS_OF)


def test_a_file_is_moved_in_once_and_left_alone_where_it_is_the_same(tmp_path: Path) -> None:
    storage, file = FolderStorage(tmp_path / "site"), tmp_path / "made"
    storage.folder.mkdir()
    for data, changed in ((b"1", True), (b"1", False), (b"2", True)):
        file.write_bytes(data)
        assert storage.move_in("downloads/a", file) is changed
        assert (storage.read("downloads/a"), file.exists()) == (data, False)
