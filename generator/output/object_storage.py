"""An object store: an edition is written whole under a prefix of its own; then one object, the pointer, names it.

The pointer is the store's `index.html`: a reader who opens it is led to the edition it names, and so is a gateway that
reads its `zhibu` line.  An upload that stops half-way never touches it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from generator.errors import ConfigurationError, OutputFolderError
from generator.model.record import Audience
from generator.output.storage import FolderStorage

_POINTER = "index.html"
_KEPT = 2
"""Editions that stay: the one that is read, and the one before, which somebody may have open."""

_TOGETHER = 256
"""Objects sent together: a store takes tens of milliseconds for one and hardly longer for many."""

_LOCAL = ("file://", "local://")
"""Addresses of folders; a folder is written whole and exchanged in one step, which a store cannot do."""

_PREFIX = re.compile(r"(?:public|internal)-[0-9a-z-]+")
_LINE = re.compile(r'<meta name="zhibu" content="(?P<prefixes>[^"]*)">')
_PAGE = """<!doctype html>
<html lang="zh">
<head>
<meta charset="utf-8">
<meta name="zhibu" content="{prefixes}">
<meta http-equiv="refresh" content="0; url={current}/index.html">
<title>正在打开</title>
</head>
<body><a href="{current}/index.html">打开网站</a></body>
</html>
"""


@dataclass(frozen=True, slots=True)
class ObjectStorage:
    """The place of one edition in an object store: the objects under `url`/`prefix`/."""

    url: str
    prefix: str

    @classmethod
    def open(cls, url: str, audience: Audience, as_of: date, id: str) -> ObjectStorage:
        """Where the edition with that id goes; refused where what is not ours, or a more open edition, stands.

        `id` stands for everything the edition is made of: the same id means the same bytes, and no other edition's
        files are under its prefix.
        """
        if audience is Audience.RESTRICTED:
            raise ConfigurationError(f"专人版不上网，不能写到 {url}。请用 --out 写到一个目录，当面交接。")
        if url.startswith(_LOCAL):
            raise ConfigurationError(f"{url} 是本机的目录，不是对象存储。请直接写路径，如 --out /srv/site。")
        storage = cls(url.rstrip("/"), f"{audience.value}-{as_of.isoformat()}-{id}")
        if not _PREFIX.fullmatch(storage.prefix):
            raise ValueError(f"not the name of a prefix: {storage.prefix}")
        storage._refuse_more_open(audience)
        return storage

    def write(self, name: str, data: bytes) -> bool:
        """Write an object; to ask whether it is there would cost as much."""
        return self.write_all([(name, data)]) > 0

    def write_all(self, files: Iterable[tuple[str, bytes]]) -> int:
        """Write many, a batch at a time."""
        return sum(map(len, self._sent(iter(files))))

    def upload(self, folder: Path) -> int:
        """Write every file of a folder, in the order of their names."""
        names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
        for start in range(0, len(names), _TOGETHER):
            self._put(folder, names[start : start + _TOGETHER], f"{self.prefix}/")
        return len(names)

    def read(self, name: str) -> bytes | None:
        """The object's bytes; None where there is none."""
        return self._read(f"{self.prefix}/{name}")

    def remove(self, name: str) -> None:
        """Remove the object, if it is there."""
        with self._store() as (store, root), suppress(FileNotFoundError):
            store.rm_file(f"{root}/{self.prefix}/{name}")

    def publish(self) -> None:
        """Point readers to this edition; the one before stays, those before that go."""
        prefixes = [self.prefix, *(prefix for prefix in self._published() if prefix != self.prefix)]
        with TemporaryDirectory(prefix="zhibu-") as folder:
            page = _PAGE.format(prefixes=" ".join(prefixes[:_KEPT]), current=self.prefix)
            (Path(folder) / _POINTER).write_text(page, encoding="utf-8")
            self._put(Path(folder), [_POINTER], "")
        for prefix in prefixes[_KEPT:]:
            self._drop(prefix)

    def discard(self) -> None:
        """Remove what an unfinished edition has written, unless the same edition is published already."""
        if self.prefix not in self._published():
            self._drop(self.prefix)

    def _published(self) -> Sequence[str]:
        """The prefixes that the pointer names, the current one first."""
        page = self._read(_POINTER)
        if page is None:
            return ()
        line = _LINE.search(page.decode(errors="replace"))
        prefixes = line["prefixes"].split() if line else []
        if not prefixes or not all(map(_PREFIX.fullmatch, prefixes)):
            raise OutputFolderError(f"{self.url} 的 {_POINTER} 不是 zhibu 生成的。请另给一个地址。")
        return prefixes

    def _refuse_more_open(self, audience: Audience) -> None:
        for held in (Audience(prefix.partition("-")[0]) for prefix in self._published()):
            if held.rank < audience.rank:
                raise OutputFolderError(
                    f"{self.url} 里是{held.label}，不能用{audience.label}替换，以免误发布。请另给一个地址。"
                )

    def _sent(self, files: Iterator[tuple[str, bytes]]) -> Iterator[Sequence[str]]:
        """The names that each batch has sent.

        By way of a scratch folder, since a store library tells the browser what a file is only when it sends a file.
        """
        while True:
            with TemporaryDirectory(prefix="zhibu-") as folder:
                scratch = FolderStorage(Path(folder))
                names = [name for name, data in islice(files, _TOGETHER) if scratch.write(name, data)]
                if not names:
                    return
                self._put(scratch.folder, names, f"{self.prefix}/")
            yield names

    def _put(self, folder: Path, names: Sequence[str], under: str) -> None:
        with self._store() as (store, root):
            store.put([str(folder / name) for name in names], [f"{root}/{under}{name}" for name in names])

    def _read(self, path: str) -> bytes | None:
        with self._store() as (store, root):
            try:
                return bytes(store.cat_file(f"{root}/{path}"))
            except FileNotFoundError:
                return None

    def _drop(self, prefix: str) -> None:
        with self._store() as (store, root), suppress(FileNotFoundError):
            store.rm(f"{root}/{prefix}", recursive=True)

    @contextmanager
    def _store(self) -> Iterator[tuple[Any, str]]:
        """The store, and where in it the address leads; what goes wrong there is told in our words."""
        try:
            from fsspec.core import url_to_fs  # noqa: PLC0415 - an optional extra

            store, root = url_to_fs(self.url)
        except (ImportError, ValueError) as error:
            raise ConfigurationError(
                f"打不开 {self.url}：{error}。请先安装 zhibu[cluster] 和这种存储的组件（如 s3fs）。"
            ) from error
        try:
            yield store, root
        except Exception as error:  # every store's library has exceptions of its own
            raise OutputFolderError(f"读写 {self.url} 时出错：{error}。请核对地址、权限和网络。") from error
