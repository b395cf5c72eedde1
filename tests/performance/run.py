"""The benchmark: the same pages of the same institution, by us and by our peers, in turns.

    python tests/performance/run.py --sizes 400,2000,10000,100000 --out .bench

Every build is a fresh process.  For each size everybody builds once from nothing, in turns; then one record is edited
and everybody builds again.  Results go to `results.json`; `table.py` makes a page of them.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from contenders import ALL, Contender
from institution import edit, institution
from measure import machine, versions, weight
from stages import stages

PACKAGES = ("zhibu", "mkdocs", "mkdocs-material", "pydantic", "Jinja2", "PyYAML", "hugo", "zensical")


def main() -> None:
    """Measure, and write down."""
    options = _options()
    out = Path(options.out).resolve()
    out.mkdir(parents=True, exist_ok=True)
    results: dict[str, Any] = {
        "day": datetime.now(UTC).date().isoformat(),
        "machine": machine(),
        "versions": versions(PACKAGES),
        "rows": [],
    }
    for size in map(int, options.sizes.split(",")):
        for row in measured(size, options.tools.split(","), Path(options.work).resolve()):
            sys.stdout.write(f"{json.dumps(row, ensure_ascii=False)}\n")
            sys.stdout.flush()
            results["rows"].append(row)
            (out / "results.json").write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")
    if options.stages:
        results["stages"] = stages(Path(options.work).resolve() / "stages")
    (out / "results.json").write_text(json.dumps(results, ensure_ascii=False, indent=1), encoding="utf-8")


def measured(size: int, tools: list[str], work: Path) -> Iterator[dict[str, Any]]:
    """A row for every build of an institution of this size."""
    project = work / f"institution-{size}"
    if not project.exists():
        institution(size, project)
    those = [_contender(tool, project, work) for tool in tools if size <= ALL[tool].largest]
    for each in those:
        spent = each.build()
        each.check(size)
        files, data = weight(each.site)
        yield {"tool": each.name, "branches": size, "phase": "cold", **asdict(spent), "files": files, "bytes": data}
    for turn in range(max(each.edits[0] for each in those)):
        mark = edit(project, turn)
        for each in those:
            if turn < each.edits[0] and size <= each.edits[1]:
                spent = each.build()
                assert each.edited(mark), each.name
                yield {"tool": each.name, "branches": size, "phase": "edit", **asdict(spent)}
    for each in those:
        shutil.rmtree(each.folder)
    shutil.rmtree(project)


def _contender(tool: str, project: Path, work: Path) -> Contender:
    folder = work / f"{tool}-{project.name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    contender = ALL[tool](project, folder)
    contender.prepare()
    return contender


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", default="400,2000,10000,100000")
    parser.add_argument("--tools", default=",".join(ALL))
    parser.add_argument("--work", default=".bench/work")
    parser.add_argument("--out", default=".bench")
    parser.add_argument("--stages", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
