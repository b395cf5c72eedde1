"""The photos of showcases: which can be shown, and what is published of each."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.model.index import Index, ShowcaseEntry
from generator.model.picture import Examine, PictureFacts, PictureFault, PublishedPicture, published_stems


def with_pictures(index: Index, examine: Examine) -> Index:
    """The index with every photo of its showcases examined."""
    return replace(index, showcases=tuple(_examined(entry, examine) for entry in index.showcases))


def _examined(entry: ShowcaseEntry, examine: Examine) -> ShowcaseEntry:
    photos = dict.fromkeys(photo.file for photo in entry.showcase.photos)
    found = {file: examine(entry.folder / file) for file in photos if file in entry.files}
    sound = {file: facts for file, facts in found.items() if isinstance(facts, PictureFacts)}
    stems = published_stems((file, entry.files[file]) for file in sound)
    return replace(
        entry,
        pictures={
            file: PublishedPicture(stem=stem, facts=facts)
            for (file, facts), stem in zip(sound.items(), stems, strict=True)
        },
        faults={file: fault for file, fault in found.items() if isinstance(fault, PictureFault)},
    )


def uncached(path: Path) -> PictureFacts | PictureFault:
    """What there is to know of a picture, found out on the spot."""
    from generator.media.examining import examine  # noqa: PLC0415 - a tree without pictures is checked without Pillow

    return examine(path)
