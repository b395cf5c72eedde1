"""The handbook on paper, the same file that a site carries."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.products.site import build
from generator.settings import Settings


def handbook_pdf(config: Path, settings: Settings, target: Path) -> Path:
    """Build the edition in a folder of its own and take its handbook; returns `target`."""
    with TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        build(config, replace(settings, pdf=("handbook",)), site, strict=False)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / "downloads" / "handbook.pdf", target)
    return target
