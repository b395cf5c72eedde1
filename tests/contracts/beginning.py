"""A project begun as 从零开始 (`docs/help/start.md`) tells it, of one day: its pictures are taken of this."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

from generator.cli.options import read_settings
from generator.products import site
from generator.products.new_project import Beginning, begin

DAY = date(2026, 3, 5)
ROSTER = (
    ("基层党委", "支部名称", "类型", "成立日期", "正式", "预备", "书记", "书记任职日期"),
    ("数理学部党委", "数理学部教师党支部", "教师", "2021-09-10", "15", "1", "欧阳子丑", "2024-10-16"),
    ("", "数理学部学生党支部", "学生", "2021-09-10", "12", "6", "司徒寅卯", "2024-10-16"),
    ("", "数理学部办公室党支部", "机关", "2021-09-10", "5", "0", "诸葛辰巳", "2024-10-16"),
    ("外语学院党总支", "外语学院教师党支部", "教师", "2022-03-01", "9", "0", "上官午未", "2025-03-20"),
    ("", "外语学院学生党支部", "学生", "2022-03-01", "8", "3", "端木申酉", "2025-03-20"),
)


def begun(folder: Path) -> dict[str, Path]:
    """The sites of the project, by the names that `pictures.json` has for them."""
    roster = folder / "名册.csv"
    with roster.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(ROSTER)
    project = folder / "dangjian"
    begin(project, Beginning("乙丙大学", DAY.year, roster=roster), DAY)
    config = project / "mkdocs.yml"
    sites = {}
    for audience in ("public", "internal"):
        sites[f"begun-{audience}"] = project / f"site-{audience}"
        settings = read_settings(config, {"audience": audience, "as_of": DAY.isoformat()})
        site.build(config, settings, sites[f"begun-{audience}"], strict=False)
    return sites
