"""The handbook on paper, the same file that a site carries."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.model.book_order import WHOLE, BookOrder
from generator.present.kit.pdf_urls import book_file
from generator.products.site import build
from generator.settings import Settings


def handbook_pdf(config: Path, settings: Settings, order: BookOrder, folder: Path) -> Path:
    """Build the edition in a folder of its own and take its handbook, or the part of it that is asked for, from there.

    Raises ConfigurationError where the handbook has no such part.
    """
    asked = replace(settings, pdf=("handbook" if order.name == WHOLE.name else "pocket",), books=(order,))
    with TemporaryDirectory() as made:
        site = Path(made) / "site"
        build(config, asked, site, strict=False)
        folder.mkdir(parents=True, exist_ok=True)
        return Path(shutil.copy(site / book_file(order), folder / f"{order.name}.pdf"))
