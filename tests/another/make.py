"""Another institution from nothing: 2026, three aspects, one of them renamed, and a plan of its own of three phases.

    python -m tests.another.make FOLDER

makes the project in FOLDER: `docs/` without what the demonstration owns, everything else written here.  It then builds
its public and internal sites and prints every place that is forgiven (see `reading.py`).
"""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

from PIL import Image, ImageDraw

from generator.cli.options import read_settings
from generator.products import site as builder
from generator.products.approval import approve
from generator.products.branch_pdf import branch_file
from tests.another.reading import exempted
from tests.another.records import BRANCHES, COMMITTEE, INSTITUTION, PLAN, PLAN_TEXT, SHOWCASE, profile, register

ROOT = Path(__file__).parents[2]
ASPECTS = {"2": "组织设置", "3": "组织生活", "5": "党员队伍建设"}
"""The aspects that are kept, by number; the second has a name of its own here."""

_OWN = {
    "site_name": "乙丙大学党支部工作手册",
    "site_url": "https://yibing.example.edu/",
    "site_description": "党支部工作手册、支部台账与观摩展示",
    "copyright": "整理稿，非正式公文",
    "as_of": "2026-10-20",
}
"""The lines of `mkdocs.yml` that are each institution's own."""

_OLD_PLAN, _CITED_PLAN = "方案2019", "西北师范大学2019年方案"
_ITS_ENTRY = re.compile(rf"  - 编号: {_OLD_PLAN}\n(?:    .*\n)+")


def make(folder: Path) -> Path:
    """Write the whole project into an empty folder; its `mkdocs.yml`."""
    shutil.copytree(ROOT / "docs", folder / "docs", ignore=shutil.ignore_patterns("assets"))
    _keep_aspects(folder / "docs")
    _cite_the_plan_of_others(folder / "docs")
    _write_records(folder / "records")
    text = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for key, value in _OWN.items():
        text, found = re.subn(rf"(?m)^( *){key}: .*$", rf"\g<1>{key}: {value}", text)
        assert found == 1, key
    config = _write(folder / "mkdocs.yml", text)
    _approve(config, folder / "records/units/shuli/sl-1/showcase.md")
    return config


def build(config: Path, audience: str) -> Path:
    """One edition of it, under strict, with a branch's file on paper beside the handbook; the site's folder."""
    site = config.parent / "site" / audience
    builder.build(config, read_settings(config, {"audience": audience}), site, strict=True)
    scoped = read_settings(config, {"audience": audience, "scope": "branch:sl-1"})
    assert branch_file(scoped, site / "downloads/sl-1.pdf") == ()
    return site


def _keep_aspects(docs: Path) -> None:
    """Drop the others, page and standards; rename where the name differs."""
    for page in [*docs.glob("aspects/*.md"), *docs.glob("standards/**/?-*.md")]:
        number = page.stem[0]
        if number not in ASPECTS:
            page.unlink()
        else:
            _change(page, r"(?m)^方面: .*$", f"方面: {ASPECTS[number]}")


def _cite_the_plan_of_others(docs: Path) -> None:
    """Its own plan is in its records; what the standards quote is the plan of another institution, and said to be."""
    sources = docs / "sources.yml"
    _change(sources, _ITS_ENTRY.pattern, "")
    _change(sources, rf"(?m)^方案: {_OLD_PLAN}$", f"方案: {_CITED_PLAN}")
    for page in docs.glob("standards/**/?-*.md"):
        _change(page, f"文件: {_OLD_PLAN}", f"文件: {_CITED_PLAN}", least=0)


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


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _change(path: Path, pattern: str, new: str, *, least: int = 1) -> None:
    text, found = re.subn(pattern, new, path.read_text(encoding="utf-8"))
    assert found >= least, f"{path}: {pattern}"
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    made = make(Path(sys.argv[1]))
    for edition in ("public", "internal"):
        sys.stdout.writelines(f"{line}\n" for line in exempted(build(made, edition), edition))
