"""Storages: what is written is there, once; in a store the pointer comes last."""

from __future__ import annotations

import os
import pickle
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fsspec.implementations.memory import MemoryFileSystem

from generator.errors import ConfigurationError, OutputFolderError
from generator.model.record import Audience
from generator.output.object_storage import ObjectStorage
from generator.output.places import is_store
from generator.output.storage import FolderStorage, Storage

URL = "memory://bucket/site"
DAY = date(2019, 11, 25)


@pytest.fixture
def store() -> Iterator[MemoryFileSystem]:
    memory = MemoryFileSystem()
    memory.store.clear()
    yield memory
    memory.store.clear()
    memory.pseudo_dirs[:] = [""]


def edition(id: str, audience: Audience = Audience.PUBLIC) -> ObjectStorage:
    return ObjectStorage.open(URL, audience, DAY, id)


def published(id: str) -> ObjectStorage:
    storage = edition(id)
    storage.write("index.html", id.encode())
    storage.publish()
    return storage


def names(store: MemoryFileSystem) -> list[str]:
    return sorted(name.removeprefix("/bucket/site/") for name in store.store)


def test_folder_writes_what_is_new_and_leaves_what_is_there(tmp_path: Path) -> None:
    storage = FolderStorage(tmp_path)
    assert storage.write("branches/a/index.html", b"one")
    before = (tmp_path / "branches/a/index.html").stat()
    assert not storage.write("branches/a/index.html", b"one")
    assert (tmp_path / "branches/a/index.html").stat() == before
    assert storage.write("branches/a/index.html", b"two")
    assert storage.read("branches/a/index.html") == b"two"


def test_folder_never_writes_into_a_file_that_the_old_site_shares(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        folder.mkdir()
    (old / "index.html").write_bytes(b"old")
    os.link(old / "index.html", new / "index.html")
    assert FolderStorage(new).write("index.html", b"new")
    assert (old / "index.html").read_bytes() == b"old"


def test_folder_mends_what_a_killed_worker_left_half(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"<html")
    assert FolderStorage(tmp_path).write("index.html", b"<html></html>")
    assert (tmp_path / "index.html").read_bytes() == b"<html></html>"


def test_folder_that_this_machine_does_not_share_is_not_made_up(tmp_path: Path) -> None:
    with pytest.raises(OutputFolderError, match="同一个共享目录"):
        FolderStorage(tmp_path / "absent").write("branches/a/index.html", b"")
    assert not (tmp_path / "absent").exists()


def test_files_are_removed_once_or_twice(tmp_path: Path, store: MemoryFileSystem) -> None:
    for storage in (FolderStorage(tmp_path), edition("a")):
        place: Storage = pickle.loads(pickle.dumps(storage))
        assert place.write("a/b.html", b"x")
        assert place.read("a/b.html") == b"x"
        place.remove("a/b.html")
        place.remove("a/b.html")
        assert place.read("a/b.html") is None


def test_many_files_are_written_as_they_come(tmp_path: Path, store: MemoryFileSystem) -> None:
    files = {f"branches/b{number}/index.html": str(number).encode() for number in range(600)}
    for storage in (FolderStorage(tmp_path), edition("a")):
        assert storage.write_all(iter(files.items())) == 600
        assert all(storage.read(name) == data for name, data in files.items())


def test_store_holds_no_more_than_a_batch(store: MemoryFileSystem) -> None:
    seen = []

    def files() -> Iterator[tuple[str, bytes]]:
        for number in range(600):
            seen.append(number - len(store.store))
            yield f"{number}.html", b""

    edition("a").write_all(files())
    assert max(seen) == 255  # while the last of a batch is made, the whole batch is still here


def test_pointer_comes_when_everything_is_there(store: MemoryFileSystem) -> None:
    storage = edition("a")
    storage.write_all([("index.html", b"home"), ("branches/a/index.html", b"a")])
    assert "index.html" not in names(store)
    storage.publish()
    assert names(store) == [
        "index.html",
        *sorted(f"{storage.prefix}/{name}" for name in ("index.html", "branches/a/index.html")),
    ]
    assert f"url={storage.prefix}/index.html" in store.cat_file("/bucket/site/index.html").decode()


def held(store: MemoryFileSystem) -> dict[str, bytes]:
    return {path: store.cat_file(path) for path in store.find("/bucket/site")}


def test_interrupted_upload_leaves_the_old_pointer(
    tmp_path: Path, store: MemoryFileSystem, monkeypatch: pytest.MonkeyPatch
) -> None:
    published("a")
    before = held(store)
    for number in range(5):
        (tmp_path / f"{number}.html").write_bytes(b"new")
    put = MemoryFileSystem.put_file
    sent: list[str] = []

    def break_down(self: MemoryFileSystem, lpath: str, rpath: str, **options: object) -> None:
        if len(sent) == 3:
            raise ConnectionError("网络断了")
        sent.append(rpath)
        put(self, lpath, rpath, **options)

    monkeypatch.setattr(MemoryFileSystem, "put_file", break_down)
    new = edition("b")
    with pytest.raises(OutputFolderError, match="网络断了"):
        new.upload(tmp_path)
    assert sent == [f"/bucket/site/{new.prefix}/{number}.html" for number in range(3)]
    assert before.items() < held(store).items()
    new.discard()
    assert held(store) == before


def test_folder_is_uploaded_whole(tmp_path: Path, store: MemoryFileSystem) -> None:
    for name in ("index.html", "assets/a.css", "branches/a/index.html"):
        FolderStorage(tmp_path).write(name, name.encode())
    storage = edition("a")
    assert storage.upload(tmp_path) == 3
    assert storage.read("assets/a.css") == b"assets/a.css"


def test_edition_before_stays_and_older_ones_go(store: MemoryFileSystem) -> None:
    a, b, c = (published(id) for id in "abc")
    assert a.read("index.html") is None
    assert (b.read("index.html"), c.read("index.html")) == (b"b", b"c")


def test_going_back_to_an_edition_keeps_both(store: MemoryFileSystem) -> None:
    a, b = (published(id) for id in "ab")
    a.publish()
    a.publish()
    assert f"url={a.prefix}/" in store.cat_file("/bucket/site/index.html").decode()
    assert (a.read("index.html"), b.read("index.html")) == (b"a", b"b")


def test_published_edition_is_not_discarded(store: MemoryFileSystem) -> None:
    storage = published("a")
    edition("a").discard()
    assert storage.read("index.html") == b"a"


def test_what_else_stands_in_the_store_stays(store: MemoryFileSystem) -> None:
    store.pipe("/bucket/site/other/file", b"x")
    for id in "abc":
        published(id)
    assert store.cat_file("/bucket/site/other/file") == b"x"


@pytest.mark.parametrize("page", [b"<html>", b'<meta name="zhibu" content="">', b'<meta name="zhibu" content="../..">'])
def test_foreign_index_is_refused(store: MemoryFileSystem, page: bytes) -> None:
    store.pipe("/bucket/site/index.html", page)
    with pytest.raises(OutputFolderError, match="不是 zhibu 生成的"):
        edition("a")


def test_more_open_edition_is_never_replaced_by_a_closer_one(store: MemoryFileSystem) -> None:
    published("a")
    with pytest.raises(OutputFolderError, match="公开版，不能用党内版替换"):
        edition("b", Audience.INTERNAL)


def test_restricted_edition_never_goes_to_a_store() -> None:
    with pytest.raises(ConfigurationError, match="专人版不上网"):
        edition("a", Audience.RESTRICTED)


@pytest.mark.parametrize("url", ["nosuch://bucket", "dropbox://bucket"])
def test_store_without_its_library_is_named(url: str) -> None:
    with pytest.raises(ConfigurationError, match="打不开"):
        ObjectStorage.open(url, Audience.PUBLIC, DAY, "a")


@pytest.mark.parametrize("url", ["file:///srv/site", "local://site"])
def test_a_folder_by_its_address_is_no_store(url: str) -> None:
    with pytest.raises(ConfigurationError, match=f"{url} 是本机的目录.*直接写路径"):
        ObjectStorage.open(url, Audience.PUBLIC, DAY, "a")


def test_addresses_and_folders_are_told_apart() -> None:
    assert is_store("s3://bucket/site")
    assert not is_store("../site")
