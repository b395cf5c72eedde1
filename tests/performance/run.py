"""The benchmark: the same pages of the same institution, by us and by our peers, in turns.

    python tests/performance/run.py --sizes 400,2000,10000,100000 --stages --out .bench
    python tests/performance/run.py --page .bench/results.json > docs/help/speed.md

Every build is a fresh process.  Everybody builds from nothing, in turns, size by size; then one record is edited and
everybody builds again.  Results go to `results.json`, and as a page to the standard output.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from contenders import ALL, OURS, Contender
from institution import ROOT, edit, institution
from measure import compiled, machine, versions, weight
from page import page
from stages import stages
from table import Results, Row

PACKAGES = (
    "zhibu",
    "hugo",
    "mkdocs",
    "mkdocs-material",
    "zensical",
    "pydantic",
    "Jinja2",
    "Markdown",
    "PyYAML",
    "yaml-rs",
)


def main() -> None:
    """Measure and write down, or make the page of what was measured."""
    options = _options()
    results = Results.read(options.page) if options.page else _run(options)
    sys.stdout.write(page(results))


def _run(options: argparse.Namespace) -> Results:
    out, work = options.out.resolve(), options.work.resolve()
    for folder in (out, work):
        folder.mkdir(parents=True, exist_ok=True)
    if missing := set(options.peers) - set(versions(options.peers)):
        sys.exit(f"not installed: {', '.join(missing)}; pip install -e '.[bench]', or leave them out with --peers")
    compiled(ROOT / "generator")
    rows: list[Row] = []
    with TemporaryDirectory(prefix="run-", dir=work) as folder:
        for row in measured(options.sizes, (OURS, *options.peers), options.rounds, Path(folder)):
            sys.stderr.write(f"{row.branches:>7} {row.tool:18} {row.phase} {row.cpu:9.2f} s {row.memory:7.0f} MB\n")
            rows.append(row)
            _keep(rows, {}, out)
    return _keep(rows, stages(work / "stages") if options.stages else {}, out)


def measured(sizes: Sequence[int], tools: tuple[str, ...], rounds: int, work: Path) -> Iterator[Row]:
    """A row for every build: all from nothing first, then all after an edit.

    Nothing is deleted on the way: a file system that has just lost thousands of files is slow to make others (ext4 goes
    past the places of files deleted within the last minutes one by one), and whoever builds next would pay for it.
    """
    fields: list[tuple[int, list[Contender]]] = []
    for size in sizes:
        project = work / f"institution-{size}"
        institution(size, project)
        ready = [tool for tool in tools if size <= ALL[tool].largest]
        for turn in range(rounds):
            fields.append((size, [ALL[tool](project, work / f"{tool}-{size}-{turn}") for tool in ready]))
            yield from _cold(fields[-1][1], size)
    turns = count()
    for size, those in fields:
        yield from _edits(those, size, turns)


def _cold(those: Sequence[Contender], size: int) -> Iterator[Row]:
    for each in those:
        each.prepare()
        spent = each.build()
        each.check(size)
        files, data = weight(each.site)
        yield Row(
            tool=each.name, branches=size, phase="cold", **asdict(spent), files=files, bytes=data, text=each.text()
        )


def _edits(those: Sequence[Contender], size: int, turns: Iterator[int]) -> Iterator[Row]:
    for number in range(max(each.edits[0] for each in those)):
        mark = edit(those[0].project, next(turns))
        for each in those:
            if number < each.edits[0] and size <= each.edits[1]:
                spent = each.build()
                each.confirm(mark)
                yield Row(tool=each.name, branches=size, phase="edit", **asdict(spent))


def _keep(rows: list[Row], stages: dict[str, float], out: Path) -> Results:
    """Write down what is known so far: a run takes hours."""
    day = datetime.now(UTC).date().isoformat()
    results = Results(day=day, machine=machine(), versions=versions(PACKAGES), rows=tuple(rows), stages=stages)
    (out / "results.json").write_text(json.dumps(asdict(results), ensure_ascii=False, indent=1), encoding="utf-8")
    return results


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=_sizes, default=[400, 2_000, 10_000, 100_000], help="how many branches")
    parser.add_argument("--rounds", type=int, default=1, help="how often everything is measured; the median counts")
    parser.add_argument("--peers", type=_peers, default=[tool for tool in ALL if tool != OURS])
    parser.add_argument("--work", type=Path, default=Path(".bench/work"), help="where sites are built, up to 50 GB")
    parser.add_argument("--out", type=Path, default=Path(".bench"), help="where results.json goes")
    parser.add_argument("--stages", action="store_true", help="also measure the stages of one branch, in this process")
    parser.add_argument("--page", type=Path, metavar="RESULTS", help="measure nothing: the page of these results")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(size) for size in text.split(",")]


def _peers(text: str) -> list[str]:
    names = [name for name in text.split(",") if name]
    if unknown := set(names) - set(ALL):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(ALL)}")
    return names


if __name__ == "__main__":
    main()
