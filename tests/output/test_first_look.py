"""Whether anything has changed since the last build, seen before the program is loaded."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.output import first_look
from generator.output.cache import Cache
from generator.output.first_look import Look
from generator.output.lock import acquire, release
from generator.output.places import beside
from generator.output.snapshot import SITE_SNAPSHOT, Snapshot

GIVEN = ("settings",)
TOLD = {"told": ["没有照片"], "problems": []}
LATER = 10**20
"""A moment (ns) long after any file was written."""


def sources(root: Path) -> list[Path]:
    return [root / "docs", root / "records"]


def looked(root: Path, *given: str) -> Look:
    found = Look.at(root / "out/site", given or GIVEN, sources(root))
    assert found is not None
    return found


@pytest.fixture(params=["of this site", "of a site it is a copy of", "none"])
def root(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    """A project whose site was built, and whose build was kept in mind, with such a snapshot in the cache."""
    for name in ("docs/a.md", "docs/help/b.md", "records/c.yml", "out/site/index.html", "out/site/branches/d.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    site = tmp_path / "out/site"
    beside(site, "cache").mkdir(parents=True)
    beside(site, "lock").touch()
    if request.param != "none":
        Cache(beside(site, "cache"), "1").write(SITE_SNAPSHOT, Snapshot.take("", site, site))
    if request.param == "of a site it is a copy of":
        site.rename(tmp_path / "site")
        shutil.copytree(tmp_path / "site", site)
    looked(tmp_path).keep(LATER, TOLD)
    return tmp_path


def test_nothing_has_changed(root: Path) -> None:
    kept = looked(root).unchanged()
    assert kept is not None
    assert {name: kept[name] for name in TOLD} == TOLD


CHANGES: dict[str, Callable[[Path], object]] = {
    "a source is edited": lambda root: (root / "docs/help/b.md").write_text("docs/help/B.md", encoding="utf-8"),
    "a source is touched": lambda root: os.utime(root / "records/c.yml"),
    "a source is new": lambda root: (root / "docs/help/e.md").touch(),
    "a source is gone": lambda root: (root / "docs/a.md").unlink(),
    "a source has another name": lambda root: (root / "docs/a.md").rename(root / "docs/e.md"),
    "a page is edited": lambda root: (root / "out/site/index.html").write_text("", encoding="utf-8"),
    "a page is gone": lambda root: (root / "out/site/branches/d.html").unlink(),
    "a file is added to the site": lambda root: (root / "out/site/branches/e.html").touch(),
    "the site is gone": lambda root: (root / "out/site").rename(root / "out/other"),
    "a folder is added to the site": lambda root: (root / "out/site/empty").mkdir(),
    "a build was interrupted": lambda root: beside(root / "out/site", "new").mkdir(),
    "nothing is kept": lambda root: (beside(root / "out/site", "cache") / "look.json").unlink(),
    "what is kept is cut off": lambda root: (beside(root / "out/site", "cache") / "look.json").write_text("{"),
    "what is kept is something else": lambda root: (beside(root / "out/site", "cache") / "look.json").write_text("[]"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(root: Path, change: str) -> None:
    CHANGES[change](root)
    assert looked(root).unchanged() is None


def test_other_settings_or_packages_are_another_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert looked(root, "other settings").unchanged() is None
    packages = root / "packages"
    packages.mkdir()
    monkeypatch.syspath_prepend(str(packages))
    looked(root).keep(LATER, TOLD)
    assert looked(root).unchanged() is not None
    (packages / "new-1.0.dist-info").mkdir()
    assert looked(root).unchanged() is None


def test_packages_beside_the_site_are_told_apart_from_it(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(root))
    looked(root).keep(LATER, TOLD)
    (root / "note.txt").touch()
    assert looked(root).unchanged() is not None
    (root / "program.egg-info").mkdir()
    assert looked(root).unchanged() is None


def test_another_program_is_another_build(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = root / "program"
    (program / "__pycache__").mkdir(parents=True)
    (program / "module.py").touch()
    monkeypatch.setattr(first_look, "_PROGRAM", program)
    looked(root).keep(LATER, TOLD)
    (program / "__pycache__/module.pyc").touch()
    assert looked(root).unchanged() is not None
    (program / "module.py").write_text("1", encoding="utf-8")
    assert looked(root).unchanged() is None


def as_if_in_one_moment(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From now on no file's state changes, as where it is written twice between two ticks of the clock."""
    folders = (*sources(root), first_look._PROGRAM)
    files = {folder: list(first_look._files(folder)) for folder in folders}
    monkeypatch.setattr(first_look, "_files", lambda folder: iter(files[folder]))


def test_a_source_written_just_before_is_known_by_its_content(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_if_in_one_moment(root, monkeypatch)
    looked(root).keep(LATER, TOLD)
    assert looked(root).unchanged() is not None
    (root / "docs/a.md").write_text("docs/A.md", encoding="utf-8")
    assert looked(root).unchanged() is None


def test_a_source_written_while_the_build_reads_it_is_seen(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    as_if_in_one_moment(root, monkeypatch)
    before = looked(root)
    (root / "docs/a.md").write_text("docs/A.md", encoding="utf-8")
    before.keep(LATER, TOLD)
    assert looked(root).unchanged() is None


def test_a_source_written_long_ago_is_not_read(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(first_look, "RECENT", 0)
    assert not looked(root).recent


def test_a_program_written_just_before_proves_nothing(root: Path) -> None:
    newest = looked(root).newest
    looked(root).keep(newest + first_look.RECENT, TOLD)
    assert looked(root).unchanged() is not None
    looked(root).keep(newest + first_look.RECENT - 1, TOLD)
    assert looked(root).unchanged() is None


def test_while_another_build_runs_nothing_is_known(root: Path) -> None:
    lock = acquire(beside(root / "out/site", "lock"))
    assert looked(root).unchanged() is None
    release(lock)
    assert looked(root).unchanged() is not None


def test_a_link_may_lead_anywhere(root: Path) -> None:
    (root / "docs/link.md").symlink_to(root / "docs/a.md")
    assert Look.at(root / "out/site", GIVEN, sources(root)) is None
    assert Look.at(root / "out/site", GIVEN, [root / "nowhere"]) is None
