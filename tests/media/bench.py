"""CPU time of our pictures against plain Pillow loops: `python -m tests.media.bench [PHOTOS]`.

All make the same files: the same sizes, formats and encoder settings.  They take turns photo by photo, so that a busy machine
is as busy for each; what is compared is the CPU time of this process.  Ours includes the examination that every photo
undergoes first.

- `resize`: decode the photo once, then for each size `resize` the whole of it (Lanczos);
- `thumbnail`: decode it once, then for each size `thumbnail` a copy, which halves a much larger picture quickly first;
- `open each`: for each size open the file again and `thumbnail`, which decodes a JPEG at a smaller scale where it may.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from PIL import Image, ImageOps

from generator.media.decoding import formats
from generator.media.encoding import PHOTO_JPEG, PHOTO_WEBP, encode
from generator.media.examining import examine
from generator.model.picture import PictureFacts, PublishedPicture
from tests.media.made_photos import exif, jpeg, scene

SIZES = ((1600, 1200), (960, 720), (480, 360))
LANCZOS = Image.Resampling.LANCZOS


def ours(path: Path) -> int:
    facts = examine(path)
    assert isinstance(facts, PictureFacts)
    return sum(len(data) for _, data in encode(path, PublishedPicture(stem="a", facts=facts)))


def by_resize(path: Path) -> int:
    with Image.open(path) as source:
        image = ImageOps.exif_transpose(source).convert("RGB")
    return sum(_saved(image.resize(size, LANCZOS), first=size == SIZES[0]) for size in SIZES)


def by_thumbnail(path: Path) -> int:
    with Image.open(path) as source:
        image = ImageOps.exif_transpose(source).convert("RGB")
    return sum(_saved(_thumbnail(image.copy(), size), first=size == SIZES[0]) for size in SIZES)


def by_opening_each(path: Path) -> int:
    written = 0
    for size in SIZES:
        with Image.open(path) as source:
            image = ImageOps.exif_transpose(_thumbnail(source, size)).convert("RGB")
        written += _saved(image, first=size == SIZES[0])
    return written


def _thumbnail(image: Image.Image, size: tuple[int, int]) -> Image.Image:
    image.thumbnail(size, LANCZOS)
    return image


def _saved(image: Image.Image, *, first: bool) -> int:
    kinds: list[tuple[str, dict[str, Any]]] = [("WEBP", PHOTO_WEBP)]
    if first:
        kinds.append(("JPEG", PHOTO_JPEG))
    written = 0
    for kind, options in kinds:
        buffer = io.BytesIO()
        image.save(buffer, kind, **options)
        written += buffer.tell()
    return written


LOOPS: dict[str, Callable[[Path], int]] = {
    "ours": ours,
    "resize": by_resize,
    "thumbnail": by_thumbnail,
    "open each": by_opening_each,
}


def photos(folder: Path, kind: str, number: int = 4) -> Iterator[Path]:
    """Different photos of 12 million pixels."""
    formats()
    for seed in range(number):
        path, image = folder / f"{seed}.{kind}", scene((4000, 3000), seed)
        match kind:
            case "jpg":
                path.write_bytes(jpeg(image, exif=exif()))
            case "heic":
                image.save(path, "HEIF", quality=60)
            case _:
                image.save(path, compress_level=1)
        yield path


def measured(paths: list[Path], times: int, loops: dict[str, Callable[[Path], int]] = LOOPS) -> dict[str, float]:
    """Seconds of CPU for so many photos, by the name of the loop."""
    spent = dict.fromkeys(loops, 0.0)
    for number in range(times):
        for name, loop in loops.items():
            start = time.process_time()
            assert loop(paths[number % len(paths)])
            spent[name] += time.process_time() - start
    return spent


def main(times: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for kind, share in (("jpg", 1), ("png", 10), ("heic", 10)):
            number = max(1, times // share)
            spent = measured(list(photos(Path(folder), kind, min(4, number))), number)
            rows = (
                f"{name} {1000 * seconds / number:.0f} (ours {spent['ours'] / seconds:.2f})"
                for name, seconds in spent.items()
            )
            told = f"{kind}: {number} photos of 12 MP, ms of CPU a photo: {' · '.join(rows)}\n"
            sys.stdout.write(told)
            sys.stdout.flush()


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else 100)
