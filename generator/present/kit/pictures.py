"""The one way in which a page shows a picture: `_pictures.html.j2` writes what `picture_on` gives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.index import ShowcaseEntry
from generator.model.picture import PublishedPicture
from generator.model.records.showcase import Photo
from generator.present.kit.templates import render
from generator.present.kit.urls import showcase_path, url

_SOURCE = re.compile(r'\ssrc="[^"]*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureOnPage:
    """A picture with its words and its addresses, relative to the page that shows it.

    `srcset` are the renditions in WebP; `fallback` is the greatest of them as a file that anything can read; `width` and
    `height` are its pixels, by which the page sets the place aside.
    """

    srcset: str
    fallback: str
    width: int
    height: int
    alt: str
    caption: str = ""


def picture_on(path: str, entry: ShowcaseEntry, photo: Photo) -> PictureOnPage:
    """A photo of a showcase, as the page at `path` shows it."""
    folder, picture = showcase_path(entry.branch.id), entry.pictures[photo.file]
    return _shown(path, folder, picture, photo.alt, photo.caption)


def in_prose(path: str, picture: PublishedPicture, image: str, *, first: bool) -> str:
    """A picture of the handbook: `image` is the `img` that MkDocs made of its Markdown, and keeps its other attributes.

    `picture` has its files where `docs/` has the original; the page's own width or height are not overruled.
    """
    shown = _shown(path, "", picture, "", "")
    rest = _SOURCE.sub("", image.removeprefix("<img").rstrip("/> "))
    sized, lazy = "width=" in rest or "height=" in rest, not first and "loading=" not in rest
    return render("kit/prose_picture", shown=shown, rest=Markup(rest), sized=sized, lazy=lazy)  # noqa: S704 - MkDocs'


def unshown(alt: str) -> str:
    """What stands in the place of a picture that cannot be read; `alt` is HTML."""
    return f'<span class="zb-note">［图：{alt}］</span>'


def _shown(path: str, folder: str, picture: PublishedPicture, alt: str, caption: str) -> PictureOnPage:
    greatest = picture.greatest
    addresses = ((url(path, folder + picture.webp(each)), each.width) for each in picture.renditions)
    return PictureOnPage(
        srcset=", ".join(f"{address} {width}w" for address, width in addresses),
        fallback=url(path, folder + picture.fallback_file),
        width=greatest.width,
        height=greatest.height,
        alt=alt,
        caption=caption,
    )
