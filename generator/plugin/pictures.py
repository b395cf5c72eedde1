"""The pictures under `docs/`: every one that a page shows is published in its sizes, and no other is published as it is."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from generator.media.picture_cache import PictureCache
from generator.model.picture import PICTURE_SUFFIXES, PictureFacts, PublishedPicture, published_stems
from generator.present.kit.pictures import in_prose, unshown

_IMAGE = re.compile(r"<img\b[^>]*>")
_ATTRIBUTE = re.compile(r'\s(src|alt)="([^"]*)"')


@dataclass(slots=True)
class ProsePictures:
    """The pictures of the handbook's pages, by their names in `docs/`; `shown` are those that a page has shown so far."""

    gallery: PictureCache
    docs: Path
    stems: dict[str, str]
    shown: dict[str, PublishedPicture | None] = field(default_factory=dict)

    @classmethod
    def of(cls, files: Files, config: MkDocsConfig, gallery: PictureCache) -> ProsePictures:
        """The pictures among the files that lie in `docs/` itself."""
        names = sorted(file.src_uri for file in files if file.src_dir == config.docs_dir and _is_picture(file))
        told = ((name, blake2b(name.encode(), digest_size=8).hexdigest()) for name in names)
        return cls(gallery, Path(config.docs_dir), dict(zip(names, published_stems(told), strict=True)))

    def dress(self, html: str, url: str) -> str:
        """A page's HTML with its pictures in their sizes; of one that cannot be read, its alternative text."""
        first = True

        def dressed(found: re.Match[str]) -> str:
            nonlocal first
            given = dict(_ATTRIBUTE.findall(found[0]))
            name = _place(url, given.get("src", ""))
            if name not in self.stems:
                return found[0]
            picture = self.shown.setdefault(name, self._published(name))
            if picture is None:
                return unshown(given.get("alt", ""))
            shown = in_prose(url, picture, found[0], first=first)
            first = False
            return shown

        return _IMAGE.sub(dressed, html)

    def publish(self, files: Files, config: MkDocsConfig) -> None:
        """Add the sizes of what is shown; whatever else is published of these files is encoded anew."""
        for file in [file for file in files if file.src_uri in self.stems and file.inclusion.is_included()]:
            file.content_bytes = self._own(file.src_uri)
        for name, kept in self._sizes():
            files.append(File.generated(config, name, abs_src_path=str(kept)))

    def _sizes(self) -> Iterator[tuple[str, Path]]:
        for name, picture in self.shown.items():
            if picture is not None:
                made = self.gallery.files(self.docs / name, picture)
                yield from ((file, kept) for file, kept in made if file not in self.stems)

    def _published(self, name: str) -> PublishedPicture | None:
        facts = self.gallery.examine(self.docs / name)
        return PublishedPicture(stem=self.stems[name], facts=facts) if isinstance(facts, PictureFacts) else None

    def _own(self, name: str) -> bytes:
        """The picture under its own name, for links that lead to it: in the format of its extension."""
        suffix, facts = PurePosixPath(name).suffix.lower(), self.gallery.examine(self.docs / name)
        if not isinstance(facts, PictureFacts):
            return b""
        picture = PublishedPicture(stem=self.stems[name], facts=facts._replace(drawing=suffix == ".png"))
        wanted = picture.webp(picture.greatest) if suffix == ".webp" else picture.fallback_file
        return dict(self.gallery.files(self.docs / name, picture))[wanted].read_bytes()


def _is_picture(file: File) -> bool:
    return PurePosixPath(file.src_uri).suffix.lower() in PICTURE_SUFFIXES


def _place(url: str, source: str) -> str:
    """Where a picture's address leads, from the site's root."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(url), unquote(source))).lstrip("/")
