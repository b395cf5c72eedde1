"""Guides and door signs of 观摩点: black ink, no pictures, set by templates of their own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from generator.formats.pdf.engine import TypstSource
from generator.formats.qr import qr_svg
from generator.model.leaflet import DoorSign, Guide

_TEMPLATES: Mapping[type, tuple[str, str]] = {Guide: ("guide", "导览单"), DoorSign: ("sign", "门牌")}


def leaflet_source(leaflet: Guide | DoorSign) -> TypstSource:
    """The sheet as its template gets it; equal sources make equal files."""
    template, kind = _TEMPLATES[type(leaflet)]
    imprint = leaflet.imprint
    cover: dict[str, Any] = asdict(leaflet)
    cover["imprint"] |= {
        "as_of": imprint.as_of.isoformat(),
        "qr": qr_svg(imprint.address) if imprint.address else "",
    }
    cover |= {
        "institution": imprint.institution,
        "note": f"{kind}，有效期至{imprint.until}，以网页为准",
        "date": imprint.as_of.isoformat(),
    }
    name = f"{imprint.branch}的{kind}"
    return TypstSource(template=template, cover=cover, as_of=imprint.as_of, front=name)
