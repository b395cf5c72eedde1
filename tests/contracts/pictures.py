"""The pictures of our documents: `python -m tests.contracts.pictures [NAME…]`.

They are taken of the demonstration, and of a project that `zhibu init` has begun.
`tests/browser/pictures.json` says of every picture that a document uses which page of which edition it shows, how wide the
window is and what is cut out.  Needs Chromium and Node, and the two sites that `make site` builds.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from PIL import Image

from tests.contracts.beginning import begun

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "docs/assets"
BROWSER = ROOT / "tests/browser"
DEMONSTRATION = {"public": ROOT / "site", "internal": ROOT / "site-internal"}
SITES = (*DEMONSTRATION, "begun-public", "begun-internal")
"""Those of a project that has just begun are built here (`beginning.py`)."""

WANTED = json.loads((BROWSER / "pictures.json").read_text(encoding="utf-8"))

_SHADES = 32
"""Enough for text and marks on one ground: a third of the bytes, and no difference to the eye."""

_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+\.png)\)")


class PictureUse(NamedTuple):
    """A picture of a document: its name below `docs/assets`, and what is said of it to those who cannot see it."""

    document: str
    name: str
    alt: str


def uses() -> Iterator[PictureUse]:
    """Every picture of every document."""
    for path in (*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md"))):
        for alt, target in _PICTURE.findall(path.read_text(encoding="utf-8")):
            name = (path.parent / target).resolve().relative_to(ASSETS).as_posix()
            yield PictureUse(path.relative_to(ROOT).as_posix(), name, alt)


def make(names: list[str]) -> int:
    """Take the pictures; what the script returns."""
    with TemporaryDirectory() as folder:
        asked = {WANTED[name]["site"] for name in names}
        found = DEMONSTRATION if asked <= DEMONSTRATION.keys() else DEMONSTRATION | begun(Path(folder))
        sites = [f"{name}={found[name]}" for name in SITES if name in asked]
        done = subprocess.run(["node", "pictures.mjs", folder, *sites], cwd=BROWSER, check=False)
        for name in names if done.returncode == 0 else ():
            _keep(Path(folder, name), ASSETS / name)
    return done.returncode


def _keep(taken: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    picture = Image.open(taken).convert("RGB").quantize(_SHADES, dither=Image.Dither.NONE)
    picture.save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(make(sys.argv[1:] or list(WANTED)))
