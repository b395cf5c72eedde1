"""What the peers need to make the same pages: the standards as a table of countable criteria, and Markdown of records.

No template language can carry out the real rules.  The peers count, for every criterion and period that the program
judges, the activities of the criterion's kinds, and compare with the least number; they show as many findings, with
sentences and links as long.  So their pages hold the same things, and their rules are simpler.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment

from generator.evaluate.checks import parameter_models
from generator.evaluate.parameters import CheckParameters
from generator.evaluate.year_context import YearContext
from generator.load.sources import load_sources
from generator.load.standards import load_standards
from generator.model import words
from generator.model.record import Audience
from generator.model.records.organisation import Institution
from generator.present.kit.catalogue import aspect_names, catalogues
from generator.present.kit.citations import Citations

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
AS_OF = date(2019, 11, 25)
CITES = Citations(sources=load_sources(ROOT / "docs", ROOT)[0], own="", texts={}, on=AS_OF)


def criteria() -> list[dict[str, Any]]:
    """The standards with their criteria: kinds, least number, and the periods of the year with their months."""
    (chosen, *_), _ = load_standards(ROOT / "docs", ROOT, parameter_models())
    terms = YearContext(as_of=AS_OF, year=AS_OF.year, institution=Institution.model_validate({"名称": "大学"}))
    views = catalogues(
        [chosen], aspects=aspect_names([chosen]), audience=Audience.INTERNAL, cites=CITES, root="../../"
    )[chosen.id]
    table = []
    for view in views.standards.values():
        rows = []
        standard = next(row for row in chosen.standards if row.id == view.id)
        for criterion in standard.criteria:
            asked = chosen.parameters[criterion.id]
            assert isinstance(asked, CheckParameters)
            kinds = criterion.parameters.get("记录", [])
            rows.append(
                {
                    "id": criterion.id,
                    "label": str(views.criteria[criterion.id].label),
                    "kinds": kinds if isinstance(kinds, list) else [str(kinds)],
                    "least": int(str(criterion.parameters.get("至少", 1))) if criterion.check == "频次" else 1,
                    "readings": [code.lower() for code in criterion.readings or standard.readings],
                    "periods": [
                        {
                            "name": words.period(period),
                            "short": words.short_period(period),
                            "months": [f"{month:02d}" for month in range(period.start.month, period.end.month + 1)],
                        }
                        for period in asked.periods(criterion, terms)
                    ],
                }
            )
        table.append(
            {
                "id": view.id,
                "name": view.name,
                "aspect": view.aspect,
                "numeral": words.numeral(view.aspect),
                "aspect_name": next(row.name for row in views.aspects if row.number == view.aspect),
                "basis": view.basis,
                "slug": view.anchor,
                "page": view.path,
                "criteria": [] if view.withheld else rows,
            }
        )
    return table


def counted(table: list[dict[str, Any]], activities: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The standards with a finding for every criterion and period."""
    sorted_in: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for activity in activities:
        for kind in activity["类型"]:
            sorted_in.setdefault((kind, str(activity["日期"])[5:7]), []).append(activity)
    return [{**standard, "criteria": [_counted(row, sorted_in) for row in standard["criteria"]]} for standard in table]


def _counted(row: dict[str, Any], sorted_in: dict[tuple[str, str], list[dict[str, Any]]]) -> dict[str, Any]:
    findings = []
    for period in row["periods"]:
        found = [one for kind in row["kinds"] for month in period["months"] for one in sorted_in.get((kind, month), ())]
        met = len(found) >= row["least"]
        days = "、".join(one["short"] for one in found)
        kinds = "或".join(row["kinds"]) or "评定"
        reason = f"记录显示{period['name']}{kinds} {len(found)} 次（{days}），要求至少 {row['least']} 次"
        findings.append({"period": period, "met": met, "reason": reason, "rows": found})
    met = sum(one["met"] for one in findings)
    return {**row, "findings": findings, "met": met, "all": len(findings), "good": met == len(findings)}


def markdown(project: Path) -> Iterator[tuple[str, str]]:
    """Every page of the site as Markdown: prose as it is, records through templates."""
    # `{#` begins an anchor in Markdown
    pages = Environment(
        trim_blocks=True, lstrip_blocks=True, autoescape=False, comment_start_string="<#", comment_end_string="#>"
    )
    branch, checklist, committee, matrix, index = (
        pages.from_string((HERE / "markdown" / f"{name}.md.j2").read_text(encoding="utf-8"))
        for name in ("branch", "checklist", "committee", "matrix", "index")
    )
    table = criteria()
    for path in sorted((project / "docs").rglob("*.md")):
        name = path.relative_to(project / "docs").as_posix()
        if not name.startswith("assets/") and name != "index.md":
            yield name, path.read_text(encoding="utf-8")
    committees = []
    for unit in sorted((project / "records" / "units").iterdir()):
        about, rows = _read(unit / "committee.yml"), []
        for folder in sorted(path for path in unit.iterdir() if path.is_dir()):
            profile, register = _read(folder / "branch.yml"), _read(folder / "2019.yml")
            for number, row in enumerate(register["活动"]):
                row["anchor"] = f"a-{row['日期']}-{number}"
                row["short"] = f"{row['日期'].month}月{row['日期'].day}日"
            results = counted(table, register["活动"])
            here = {"id": folder.name, "unit": unit.name, "profile": profile, "register": register, "table": results}
            yield f"branches/{folder.name}.md", branch.render(**here, committee=about)
            yield f"branches/{folder.name}/checklist.md", checklist.render(**here)
            rows.append({"id": folder.name, "profile": profile, "good": _good(results)})
        shared = {"id": unit.name, "about": about, "rows": rows, "table": table}
        yield f"committees/{unit.name}.md", committee.render(**shared)
        yield f"committees/{unit.name}/matrix.md", matrix.render(**shared)
        committees.append({"id": unit.name, "about": about, "rows": len(rows)})
    yield "index.md", index.render(committees=committees)


def _good(results: list[dict[str, Any]]) -> list[bool]:
    return [all(row["good"] for row in standard["criteria"]) for standard in results]


def _read(path: Path) -> Any:
    with path.open("rb") as file:
        return yaml.load(file, Loader=yaml.CSafeLoader)


def hugo(project: Path, target: Path) -> None:
    """A Hugo project over the records of `project`."""
    shutil.copytree(HERE / "hugo", target, dirs_exist_ok=True)
    (target / "data").mkdir()
    text = json.dumps(criteria(), ensure_ascii=False)
    (target / "data" / "criteria.json").write_text(text, encoding="utf-8")
    config = (target / "hugo.toml").read_text(encoding="utf-8")
    (target / "hugo.toml").write_text(config.replace("@PROJECT@", str(project)), encoding="utf-8")
    with as_file(files("material") / "templates" / "assets") as assets:
        shutil.copytree(assets, target / "static" / "assets")  # assets of the same weight


def generated(project: Path, target: Path) -> None:
    """A MkDocs project, which Zensical reads too, for Markdown that is generated from the records of `project`.

    The navigation names the handbook and the list of committees: with every branch in it a page would weigh megabytes.
    """
    (target / "docs").mkdir(parents=True)
    settings = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))
    settings["plugins"] = [{"search": {"lang": "zh"}}]
    settings["theme"]["features"].append("navigation.prune")
    settings["not_in_nav"] = "/branches/\n/committees/\n"
    settings.pop("validation")
    (target / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), encoding="utf-8")


def write_markdown(project: Path, docs: Path) -> None:
    """The generated Markdown; a page that has not changed is left alone."""
    for name, text in markdown(project):
        path = docs / name
        if not path.exists() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_markdown(Path(sys.argv[1]), Path(sys.argv[2]))
