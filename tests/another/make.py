"""Another institution from nothing: 2026, three aspects, one of them renamed, and a plan of its own of three phases.

    python -m tests.another.make FOLDER

makes the project in FOLDER: what `zhibu init` starts with, and the records of `records.py`.  It then builds
its public and internal sites and prints every place that is forgiven (see `reading.py`).
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from PIL import Image, ImageDraw

from generator.build.unit_prints import UNIT_PRINTS
from generator.cli.options import read_settings
from generator.edit.starter import Naming, starter_files
from generator.products import site as builder
from generator.products.approval import approve
from generator.products.unit_prints import print_units
from tests.another.reading import exempted
from tests.another.records import BRANCHES, COMMITTEE, INSTITUTION, PLAN, PLAN_TEXT, SHOWCASE, profile, register

ROOT = Path(__file__).parents[2]
ASPECTS = {"2": "组织设置", "3": "组织生活", "5": "党员队伍建设"}
"""The aspects that are kept, by number; the second has a name of its own here."""

AS_OF = "2026-10-20"


def make(folder: Path) -> Path:
    """Write the whole project into an empty folder; its `mkdocs.yml`."""
    for name, data in starter_files(ROOT, Naming("乙丙大学", "https://yibing.example.edu/")).items():
        _write(folder / name, data)
    _keep_aspects(folder / "docs")
    _write_records(folder / "records")
    config = folder / "mkdocs.yml"
    _change(config, r"(?m)^      records: .*$", rf"\g<0>\n      as_of: {AS_OF}")
    _approve(config, folder / "records/units/shuli/sl-1/showcase.md")
    return config


def build(config: Path, audience: str) -> Path:
    """One edition of it, under strict, with the PDFs of a branch beside the handbook; the site's folder."""
    site = config.parent / "site" / audience
    builder.build(config, read_settings(config, {"audience": audience}), site, strict=True)
    for row in UNIT_PRINTS if audience != "public" else ():
        summary = print_units(read_settings(config, {"audience": audience}), row, ["sl-1"], site / "downloads")
        assert (len(summary.made), summary.problems) == (1, ())
    return site


def _keep_aspects(docs: Path) -> None:
    """Drop the others, page and standards; rename where the name differs."""
    for page in [*docs.glob("aspects/*.md"), *docs.glob("standards/**/?-*.md")]:
        number = page.stem[0]
        if number not in ASPECTS:
            page.unlink()
        else:
            _change(page, r"(?m)^方面: .*$", f"方面: {ASPECTS[number]}")


def _write_records(records: Path) -> None:
    _write(records / "institution.yml", INSTITUTION)
    _write(records / "plan/2026.yml", PLAN)
    _write(records / "plan/2026.txt", PLAN_TEXT)
    _write(records / "units/shuli/committee.yml", COMMITTEE)
    for id in BRANCHES:
        _write(records / f"units/shuli/{id}/branch.yml", profile(id))
        _write(records / f"units/shuli/{id}/2026.yml", register(id))
    _write(records / "units/shuli/sl-1/showcase.md", SHOWCASE)
    picture = Image.new("RGB", (640, 420), (236, 229, 214))
    ImageDraw.Draw(picture).rectangle((80, 120, 560, 360), fill=(158, 27, 31))
    (records / "units/shuli/sl-1/photos").mkdir()
    picture.save(records / "units/shuli/sl-1/photos/room.jpg")


def _approve(config: Path, showcase: Path) -> None:
    """What `zhibu approve` gives out for the final text, written into it."""
    counts, head, *sums = approve(read_settings(config, {"as_of": "2026-09-28"}), "showcase", "sl-1").splitlines()
    _change(showcase, "(?m)^数说: .*$", counts)
    _change(showcase, f"(?m)^{head}$", "\n".join([head, *sums]))


def _write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def _change(path: Path, pattern: str, new: str, *, least: int = 1) -> None:
    text, found = re.subn(pattern, new, path.read_text(encoding="utf-8"))
    assert found >= least, f"{path}: {pattern}"
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    made = make(Path(sys.argv[1]))
    for edition in ("public", "internal"):
        sys.stdout.writelines(f"{line}\n" for line in exempted(build(made, edition), edition))
