"""Whatever stands in the output, a build ends with exactly what a build from nothing gives."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli.options import read_settings
from generator.errors import RecordsRefusedError
from generator.output.folder import MARKER
from generator.products import site as builder
from tests.conftest import Project


def build(project: Project, out: Path | None = None) -> Path:
    target = out or project.site
    builder.build(project.config, read_settings(project.config, {"audience": "internal"}), target, strict=False)
    return target


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def inodes(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_ino for path in folder.rglob("*") if path.is_file()}


def from_nothing(project: Project) -> dict[str, bytes]:
    """What a build without any memory makes."""
    with_nothing = project.root.with_name("nothing")
    shutil.rmtree(with_nothing, ignore_errors=True)
    return tree(build(project, with_nothing / "site"))


def edit_in_place(path: Path) -> None:
    with path.open("ab") as file:
        file.write("改了".encode())


def edit_unseen(path: Path) -> None:
    """An edit that leaves size and mtime as they were."""
    before = path.stat()
    path.write_bytes(path.read_bytes()[::-1])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(path: Path) -> None:
    fresh = path.with_name("fresh")
    fresh.write_text("换了", encoding="utf-8")
    fresh.rename(path)


def plant(path: Path) -> None:
    (path.parent / "planted").mkdir(exist_ok=True)
    (path.parent / "planted/Thumbs.db").write_bytes(b"x")
    (path.parent / ".DS_Store").write_bytes(b"x")


HOW: dict[str, Callable[[Path], object]] = {
    "edit in place": edit_in_place,
    "edit with size and mtime restored": edit_unseen,
    "replacement": replace,
    "deletion": Path.unlink,
    "deletion of the folder": lambda path: shutil.rmtree(path.parent),
    "foreign file": plant,
}
WHERE = (
    "branches/aa-1/index.html",
    "committees/aa/index.html",
    "matrix/index.html",
    "standards/3-1/index.html",
    "downloads/calendar/branch-students.ics",
    "assets/zhibu/finder-data.js",
    "showcases/aa-1/photos/room.jpg",
)
"""One file of each kind: who made it decides how it comes back."""


@pytest.mark.parametrize("name", WHERE)
def test_a_page_changed_by_hand_comes_back_and_stays(project: Project, name: str) -> None:
    whole = tree(build(project))
    for how in (edit_unseen, Path.unlink):
        how(project.site / name)
        assert tree(build(project)) == whole
        assert tree(build(project)) == whole


def test_what_is_made_of_everything_comes_back_too(project: Project) -> None:
    project.plugins("{zhibu: {as_of: 2019-11-25, pdf: [handbook]}}")
    whole = tree(build(project))
    for names in (("sitemap.xml.gz", "downloads/handbook.pdf"), ("sitemap.xml",)):
        for name in names:
            (project.site / name).unlink()
        assert tree(build(project)) == whole


def test_only_what_was_lost_is_made_anew(project: Project) -> None:
    build(project)
    build(project)
    before = inodes(project.site)
    edit_in_place(project.site / "standards/3-1/index.html")
    after = inodes(build(project))
    assert {name for name in after if after[name] != before[name]} == {MARKER, "standards/3-1/index.html"}


def test_a_failed_build_costs_the_next_one_nothing(project: Project) -> None:
    before = inodes(build(project))
    edit_in_place(project.site / "branches/aa-2/index.html")
    path = project.branch / "2019.yml"
    good = path.read_text(encoding="utf-8")
    path.write_text(good.replace("实到: 8", "实到: 10"), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(RecordsRefusedError):
            build(project)
    path.write_text(good, encoding="utf-8")
    after = inodes(build(project))
    assert tree(project.site) == from_nothing(project)
    assert {name for name in after if after[name] != before[name]} <= {
        *(name for name in before if "aa" in name.split("/")[1:2] or name.startswith("branches/")),
        MARKER,
    }


@pytest.mark.load
@pytest.mark.parametrize("seed", [1, 2])
def test_any_row_of_tamperings_is_undone(project: Project, seed: int, load: Callable[[int], int]) -> None:
    chance = random.Random(seed)
    build(project)
    for number in range(load(40)):
        for _ in range(chance.randrange(1, 4)):
            place = chance.choice([project.site, project.site, project.root / ".zhibu/site.spare"])
            files = sorted(path for path in place.rglob("*") if path.is_file() and path != project.site / MARKER)
            HOW[chance.choice(sorted(HOW))](chance.choice([path for path in files if path.parent != place]))
        if chance.random() < 0.5:
            path = project.root / "records/units/aa/aa-2/branch.yml"
            path.write_text(path.read_text("utf-8").replace("名称: ", f"名称: 第{number}改"), encoding="utf-8")
        made = tree(build(project))
        assert made == tree(build(project))
        assert made == from_nothing(project)
