"""The output folder: claimed, refused, exchanged, mended."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from generator.errors import BusyError, OutputFolderError
from generator.model.record import Audience
from generator.output import exchange, folder
from generator.output.cache import Cache
from generator.output.folder import MARKER, Staging
from generator.output.snapshot import Snapshot
from generator.output.storage import FolderStorage

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


def publish(target: Path, text: str, audience: Audience = PUBLIC) -> None:
    staging = Staging.open(target, audience, (), "1")
    staging.begin(None)
    (staging.tree / "index.html").write_text(text, encoding="utf-8")
    staging.publish(text, ())


def read(target: Path) -> str:
    return (target / "index.html").read_text(encoding="utf-8")


def beside(folder: Path) -> set[str]:
    return {path.name for path in (folder / ".zhibu").iterdir()}


def test_first_publication_makes_the_folder_and_marks_it(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    assert read(tmp_path / "site") == "一"
    assert (tmp_path / "site" / MARKER).read_text(encoding="utf-8").splitlines()[1:] == ["public"]


def test_second_publication_replaces_the_whole_tree(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    (tmp_path / "site" / "old.html").write_text("旧", encoding="utf-8")
    publish(tmp_path / "site", "二")
    assert read(tmp_path / "site") == "二"
    assert not (tmp_path / "site" / "old.html").exists()
    assert beside(tmp_path) == {"site.lock", "site.cache", "site.spare"}


def test_old_site_stands_until_publication(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    staging = Staging.open(tmp_path / "site", PUBLIC, (), "1")
    staging.begin(None)
    (staging.tree / "index.html").write_text("二", encoding="utf-8")
    assert read(tmp_path / "site") == "一"
    staging.close()
    assert read(tmp_path / "site") == "一"
    assert not staging.tree.exists()


def test_two_steps_where_the_system_cannot_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "swap", lambda *_: False)
    publish(tmp_path / "site", "一")
    publish(tmp_path / "site", "二")
    assert read(tmp_path / "site") == "二"
    assert beside(tmp_path) == {"site.lock", "site.cache", "site.spare"}


def cannot_be_renamed(monkeypatch: pytest.MonkeyPatch, target: Path, code: int) -> None:
    """As if `target` lay on a lower layer of a container (EXDEV), or were a mounted disk (EBUSY)."""
    rename = Path.rename

    def refuse(self: Path, other: Path) -> Path:
        if target in (self, other) and target.exists():
            raise OSError(code, os.strerror(code), str(self))
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr(exchange, "_system_call", lambda: lambda *_: ctypes.set_errno(code) or -1)


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EBUSY])
def test_a_folder_that_cannot_be_renamed_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    site = tmp_path / "site"
    publish(site, "一")
    (site / "old.html").touch()
    with monkeypatch.context() as patch:
        cannot_be_renamed(patch, site, code)
        publish(site, "二")
    assert read(site) == "二"
    assert not (site / "old.html").exists()
    assert beside(tmp_path) <= {"site.lock", "site.cache", "site.spare"}


def test_a_mounted_folder_is_filled_by_copying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    site = tmp_path / "site"
    grow(site, None, "1", {"index.html": "一", "a/index.html": "甲"})
    inode = site.stat().st_ino
    cannot_be_renamed(monkeypatch, site, errno.EBUSY)
    rmdir = Path.rmdir

    def refuse(self: Path) -> None:
        if self == site:
            raise OSError(errno.EBUSY, "mounted", str(self))
        rmdir(self)

    monkeypatch.setattr(Path, "rmdir", refuse)
    for made in ("2", "3"):
        missing = lost(site, str(int(made) - 1))
        grow(site, str(int(made) - 1), made, {**dict.fromkeys(missing or (), "甲"), "index.html": made})
        assert read(site) == made
        assert (site / "a/index.html").read_text(encoding="utf-8") == "甲"
    assert site.stat().st_ino == inode


@pytest.mark.parametrize("at", range(1, 12))
def test_a_replacement_that_stops_anywhere_leaves_the_old_site_or_the_new_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Every call that changes the disk is the one at which the machine is switched off."""
    site = tmp_path / "site"
    grow(site, None, "1", {"index.html": "一", "a/index.html": "甲"})
    grow(site, "1", "1", {})
    new = tmp_path / ".zhibu/site.new"
    shutil.copytree(site, new)
    (new / "index.html").write_text("二", encoding="utf-8")
    left = at

    class OffError(BaseException): ...

    def counted(call: Callable[..., object]) -> Callable[..., object]:
        def stop(*arguments: object, **options: object) -> object:
            nonlocal left
            left -= 1
            if left == 0:
                raise OffError
            return call(*arguments, **options)

        return stop

    with monkeypatch.context() as patch:
        cannot_be_renamed(patch, site, errno.EXDEV)
        for holder, name in (
            (Path, "rename"),
            (Path, "unlink"),
            (Path, "rmdir"),
            (shutil, "rmtree"),
            (shutil, "copy2"),
        ):
            patch.setattr(holder, name, counted(getattr(holder, name)))
        with suppress(OffError):
            exchange.exchange(new, site)
    staging = Staging.open(site, PUBLIC, (), "1")
    held = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
    staging.close()
    assert held in ({"index.html": "一", "a/index.html": "甲"}, {"index.html": "二", "a/index.html": "甲"})
    assert beside(tmp_path) <= {"site.lock", "site.cache", "site.spare"}


def test_a_full_disk_in_the_midst_of_a_replacement_brings_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = tmp_path / "site"
    publish(site, "一")
    cannot_be_renamed(monkeypatch, site, errno.EXDEV)
    rename = Path.rename
    staging = Staging.open(site, PUBLIC, (), "1")
    staging.begin(None)
    (staging.tree / "index.html").write_text("二", encoding="utf-8")

    def full(self: Path, other: Path) -> Path:
        if self == staging.tree:
            raise OSError(errno.ENOSPC, "full", str(other))
        return rename(self, other)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="full"):
        staging.publish("二", ())
    staging.close()
    assert read(site) == "一"
    assert beside(tmp_path) <= {"site.lock", "site.cache", "site.spare"}


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_everything_leaves_no_tree_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    site = tmp_path / "site"
    grow(site, None, "1", {"index.html": "一", "a/index.html": "甲"})
    staging = Staging.open(site, PUBLIC, (), "1")
    staging.begin("1")
    staging.scratch.mkdir()

    def refuse(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", refuse)
        patch.setattr(Path, "write_bytes", refuse)
        with pytest.raises(OSError, match=os.strerror(code)):
            staging.publish("2", ())
        staging.close()
    assert read(site) == "一"
    assert beside(tmp_path) <= {"site.lock", "site.cache"}
    assert not list((tmp_path / ".zhibu/site.cache").glob("*.tmp"))


def test_the_system_exchanges_two_folders_where_it_can(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    swapped = exchange.swap(tmp_path / "a", tmp_path / "b")
    assert swapped or sys.platform == "win32"
    assert (tmp_path / "a" / "b").exists() == swapped


def test_a_half_done_two_step_exchange_is_mended_at_the_next_start(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    parked = folder.old_place((tmp_path / "site").resolve())
    (tmp_path / "site").rename(parked)
    (tmp_path / ".zhibu" / "site.new").mkdir()
    staging = Staging.open(tmp_path / "site", PUBLIC, (), "1")
    assert read(tmp_path / "site") == "一"
    assert not parked.exists()
    assert not staging.tree.exists()
    staging.close()


def test_an_interrupted_build_leaves_nothing_for_the_next_one(tmp_path: Path) -> None:
    leftover = tmp_path / ".zhibu" / "site.new"
    leftover.mkdir(parents=True)
    (leftover / "stale.html").touch()
    publish(tmp_path / "site", "一")
    assert not (tmp_path / "site" / "stale.html").exists()


def test_a_concurrent_build_is_turned_away_and_the_first_one_goes_on(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    first = Staging.open(tmp_path / "site", PUBLIC, (), "1")
    with pytest.raises(BusyError, match="另一个生成正在写 site"):
        Staging.open(tmp_path / "site", PUBLIC, (), "1")
    first.begin(None)
    (first.tree / "index.html").write_text("二", encoding="utf-8")
    first.publish("二", ())
    assert read(tmp_path / "site") == "二"


def test_a_lock_dies_with_its_process(tmp_path: Path) -> None:
    code = "import sys, os; from pathlib import Path; from generator.output.lock import acquire; f = acquire(Path(sys.argv[1])); os._exit(1)"
    (tmp_path / ".zhibu").mkdir()
    subprocess.run([sys.executable, "-c", code, str(tmp_path / ".zhibu" / "site.lock")], check=False)
    publish(tmp_path / "site", "一")


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.docx").touch()
    with pytest.raises(OutputFolderError, match="不是 zhibu 生成的文件"):
        Staging.open(tmp_path / "site", PUBLIC, (), "1")
    assert (tmp_path / "site" / "thesis.docx").exists()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", "一")
    assert read(tmp_path / "site") == "一"


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    with pytest.raises(OutputFolderError, match="是一个文件"):
        Staging.open(tmp_path / "site", PUBLIC, (), "1")


def test_an_internal_edition_never_replaces_a_public_one(tmp_path: Path) -> None:
    publish(tmp_path / "site", "公开")
    with pytest.raises(OutputFolderError, match="公开版，不能用党内版替换"):
        Staging.open(tmp_path / "site", INTERNAL, (), "1")
    assert read(tmp_path / "site") == "公开"


def test_a_public_edition_may_replace_an_internal_one(tmp_path: Path) -> None:
    publish(tmp_path / "site", "党内", INTERNAL)
    publish(tmp_path / "site", "公开", PUBLIC)
    assert read(tmp_path / "site") == "公开"


@pytest.mark.parametrize("place", ["docs", "", "docs/site"])
def test_source_folders_are_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "docs").mkdir()
    with pytest.raises(OutputFolderError, match="请另给一个目录"):
        Staging.open(tmp_path / place, PUBLIC, (tmp_path / "docs",), "1")


@pytest.mark.parametrize("target", [Path.home(), Path(os.sep)])
def test_home_and_root_are_refused(target: Path) -> None:
    with pytest.raises(OutputFolderError, match="会把它一并换掉"):
        Staging.open(target, PUBLIC, (), "1")


def test_mode_of_the_old_folder_is_kept(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    (tmp_path / "site").chmod(0o750)
    publish(tmp_path / "site", "二")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o750


def grow(target: Path, basis: str | None, made: str, files: dict[str, str | None]) -> bool:
    """A build that changes a few files of the site made from `basis`; whether it could start from a copy of it."""
    staging = Staging.open(target, PUBLIC, (), "1")
    copied = staging.begin(basis) is not None
    for name, text in files.items():
        path = staging.tree / name
        path.unlink(missing_ok=True)
        if text is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    staging.publish(made, files)
    return copied


def test_two_trees_take_turns(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert not grow(site, None, "1", {"index.html": "一", "a/index.html": "甲", "b/index.html": "乙"})
    untouched = (site / "b/index.html").stat().st_ino
    assert grow(site, "1", "2", {"a/index.html": "甲二"})
    assert (tmp_path / ".zhibu/site.spare").is_dir()
    assert grow(site, "2", "3", {"a/index.html": None, "c/index.html": "丙"})
    assert grow(site, "3", "4", {"index.html": "四"})
    held = {path.relative_to(site).as_posix(): path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert held == {"index.html": "四", "b/index.html": "乙", "c/index.html": "丙"}
    assert (site / "b/index.html").stat().st_ino == untouched


def test_a_site_that_is_not_what_is_remembered_is_made_from_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    grow(site, None, "1", {"index.html": "一", "a.html": "甲"})
    assert not grow(site, "0", "2", {"index.html": "二"})
    assert not (site / "a.html").exists()


def test_what_the_site_was_made_from_stands_beside_it_and_not_in_it(tmp_path: Path) -> None:
    site = tmp_path / "site"
    grow(site, None, "restricted-digest", {"index.html": "一"})
    staging = Staging.open(site, PUBLIC, (), "1")
    assert staging.standing == "restricted-digest"
    staging.close()
    assert not [path for path in site.rglob("*") if path.is_file() and b"restricted-digest" in path.read_bytes()]
    (site / MARKER).write_bytes((site / MARKER).read_bytes())
    staging = Staging.open(site, PUBLIC, (), "1")
    assert staging.standing == ""
    staging.close()


def lost(target: Path, basis: str) -> frozenset[str] | None:
    """What the next build finds missing; it is then given up."""
    staging = Staging.open(target, PUBLIC, (), "1")
    found = staging.begin(basis)
    staging.close()
    return found


def test_without_its_snapshot_nothing_is_kept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    grow(site, None, "1", {"index.html": "一"})
    (tmp_path / ".zhibu/site.cache/snapshot").unlink()
    assert lost(site, "1") is None
    assert read(site) == "一"


CHANGES: tuple[dict[str, str | None], ...] = (
    {"a/index.html": None},
    {"a/d/index.html": "丁"},
    {},
    {"b/c/index.html": "乙二"},
)


def test_untouched_trees_lose_nothing_however_often_they_take_turns(tmp_path: Path) -> None:
    site = tmp_path / "site"
    grow(site, None, "1", {"index.html": "一", "a/index.html": "甲", "b/c/index.html": "乙"})
    for number in range(1, 5):
        changed = CHANGES[number - 1]
        assert lost(site, str(number)) == frozenset()  # given up: the next has no spare
        assert lost(site, str(number)) == frozenset()
        grow(site, str(number), str(number + 1), changed)
        grow(site, str(number + 1), str(number + 1), {})
        assert lost(site, str(number + 1)) == frozenset()


def disguise(page: Path) -> None:
    before = page.stat()
    page.write_bytes(b"x" * before.st_size)
    os.utime(page, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(page: Path) -> None:
    (page.parents[2] / "fresh").write_text("换了", encoding="utf-8")
    (page.parents[2] / "fresh").rename(page)


def instead(path: Path, make: Callable[[], object]) -> None:
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    make()


def link_instead(path: Path) -> None:
    moved = path.parents[1] / "moved"
    path.rename(moved)
    path.symlink_to(moved)


TAMPERINGS: dict[str, Callable[[Path], object]] = {
    "edit in place": lambda page: page.write_text("改了", encoding="utf-8"),
    "edit with size and mtime restored": disguise,
    "replacement": replace,
    "deletion": Path.unlink,
    "deletion of the folder": lambda page: shutil.rmtree(page.parent),
    "a folder instead": lambda page: instead(page, page.mkdir),
    "a file instead of the folder": lambda page: instead(page.parent, page.parent.touch),
    "a link to the same": link_instead,
    "a link to the same folder": lambda page: link_instead(page.parent),
}


@pytest.mark.parametrize("spared", [True, False])
@pytest.mark.parametrize("place", ["site", ".zhibu/site.spare"])
@pytest.mark.parametrize("how", TAMPERINGS)
def test_what_is_not_as_it_was_left_is_made_anew_in_both_trees(
    tmp_path: Path, how: str, place: str, *, spared: bool
) -> None:
    site = tmp_path / "site"
    whole = {"index.html": "一", "a/index.html": "甲", "b/index.html": "乙"}
    grow(site, None, "1", dict(whole))
    if not spared and place == "site":
        shutil.rmtree(tmp_path / ".zhibu/site.spare")
        grow(site, None, "1", dict(whole))
        lost(site, "1")
    TAMPERINGS[how](tmp_path / place / "a/index.html")
    for _ in range(3):
        staging = Staging.open(site, PUBLIC, (), "1")
        missing = staging.begin("1")
        assert missing is not None
        for name in missing:
            FolderStorage(staging.tree).write(name, whole[name].encode())
        staging.publish("1", missing)
        held = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}
        assert held == whole
        assert not [path for path in site.rglob("*") if path.is_symlink()]


@pytest.mark.parametrize("name", ["foreign.html", "a/foreign.html", "a/foreign/foreign.html", "foreign/a/b.html"])
@pytest.mark.parametrize("place", ["site", ".zhibu/site.spare"])
def test_what_nobody_made_is_gone_for_good(tmp_path: Path, place: str, name: str) -> None:
    site = tmp_path / "site"
    grow(site, None, "1", {"index.html": "一", "a/index.html": "甲"})
    (tmp_path / place / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / place / name).write_text("外来", encoding="utf-8")
    for _ in range(4):
        grow(site, "1", "1", {})
        assert {path.name for path in site.rglob("*.html")} == {"index.html"}
        assert not (site / "foreign").exists()


def test_a_look_costs_no_more_than_its_calls(tmp_path: Path) -> None:
    """No list, set or path is made of what is as it was left: one call for a file and one for a folder."""
    site = tmp_path / "site"
    grow(site, None, "1", {f"{number}/index.html": "页" for number in range(50)})
    snapshot = Cache(tmp_path / ".zhibu/site.cache", "1").read("snapshot", Snapshot)
    assert snapshot is not None
    with pytest.MonkeyPatch.context() as patch:
        calls: list[str] = []
        lstat = os.lstat

        def seen(path: str) -> os.stat_result:
            calls.append(path)
            return lstat(path)

        patch.setattr("generator.output.snapshot.os.lstat", seen)
        assert snapshot.compare(site, snapshot.site, frozenset()) == (frozenset(), (), frozenset())
    assert len(calls) == 50 + 50 + 1


def test_the_old_site_keeps_its_bytes_while_the_new_one_grows(tmp_path: Path) -> None:
    site = tmp_path / "site"
    grow(site, None, "1", {"index.html": "一"})
    staging = Staging.open(site, PUBLIC, (), "1")
    assert staging.begin("1") == frozenset()
    FolderStorage(staging.tree).write("index.html", "二".encode())
    assert read(site) == "一"
    staging.close()


def test_without_hard_links_everything_is_made_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(os, "link", refuse)
    site = tmp_path / "site"
    grow(site, None, "1", {"index.html": "一", "a.html": "甲"})
    assert "site.spare" not in beside(tmp_path)
    assert not grow(site, "1", "2", {"index.html": "二"})
    assert read(site) == "二"
    assert not (site / "a.html").exists()
