"""What has been found out about pictures and encoded of them, kept by content: an unchanged picture is never done again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from hashlib import blake2b
from pathlib import Path

from PIL import __version__ as pillow
from PIL import features

from generator.media import encoding
from generator.media.decoding import formats
from generator.media.examining import examine
from generator.model.picture import PictureFacts, PictureFault, PublishedPicture

_FACTS = ".facts"


@cache
def _codecs() -> bytes:
    """What decides an encoded picture's bytes beside the original: this room's source, and the versions of the codecs."""
    versions = [f"{name} {features.version(name)}" for name in ("jpg", "libjpeg_turbo", "webp", "zlib", "littlecms2")]
    sources = (path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return blake2b(b"\0".join((*sources, repr((pillow, formats(), versions)).encode()))).digest()


@dataclass(slots=True)
class PictureCache:
    """A folder of encoded pictures and of facts about originals; what a build does not use, `tidy` removes."""

    folder: Path
    _used: set[str] = field(default_factory=set)

    def examine(self, path: Path) -> PictureFacts | PictureFault:
        """What `examining.examine` says of the file; asked once of the same content."""
        kept = self._place(self._key(path), _FACTS)
        if not kept.is_file():
            self._keep(kept, json.dumps(examine(path), ensure_ascii=False).encode())
        found = json.loads(kept.read_bytes())
        return PictureFault(*found) if isinstance(found[0], str) else PictureFacts(*found)

    def files(self, path: Path, picture: PublishedPicture) -> Iterator[tuple[str, Path]]:
        """The names of a picture's files, each with the place in the cache where it lies ready."""
        key = self._key(path)
        places = {file: self._place(key, file[len(picture.stem) :]) for file in picture.files}
        if not all(place.is_file() for place in places.values()):
            for file, made in encoding.encode(path, picture):
                self._keep(places[file], made)
        yield from places.items()

    def tidy(self) -> None:
        """Delete what this build did not use."""
        for path in self.folder.iterdir() if self.folder.is_dir() else ():
            if path.name not in self._used:
                path.unlink(missing_ok=True)

    @staticmethod
    def _key(path: Path) -> str:
        return blake2b(_codecs() + path.read_bytes(), digest_size=16).hexdigest()

    def _place(self, key: str, ending: str) -> Path:
        self._used.add(key + ending)
        return self.folder / (key + ending)

    def _keep(self, place: Path, made: bytes) -> None:
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = place.with_name(f"{place.name}.tmp")
        fresh.write_bytes(made)
        # Renamed into place: another build may read the cache at the same time.
        fresh.replace(place)
