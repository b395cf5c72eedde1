"""The benchmark: the same pages of the same institution, by us, by an earlier checkout and by our peers, in turns.

    python tests/performance/run.py --sizes demo,400,2000,10000,100000 --stages --before ../before --out .bench
    python tests/performance/run.py --sizes 10000 --peers hugo --keep --out .bench
    python tests/performance/run.py --page .bench/results.json > docs/help/speed.md

Every build is a fresh process, with Python's bytecode whatever the machine's environment says of it.  Everybody builds from
nothing, in turns, size by size; then one record is edited and everybody builds again.  Results go to `results.json`, and
as a page to the standard output; `--keep` adds to what stands there of other sizes.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

from contenders import ALL, Before, Contender, Zhibu
from institution import ROOT, demonstration, edit, edit_sentence, institution
from measure import BYTECODE, Cost, compiled, machine, settled, versions, weight
from page import page
from stages import stages
from table import BEFORE, DEMONSTRATION, OURS, TWO, Phase, Results, Row

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
    if BYTECODE in os.environ:
        sys.stderr.write(f"{BYTECODE} is set here and left out of what is measured\n")
    compiled(ROOT / "generator")
    kept = _kept(out) if options.keep else None
    rows: list[Row] = [row for row in kept.rows if row.branches not in options.sizes] if kept else []
    known = dict(kept.stages) if kept else {}
    with settled(work), TemporaryDirectory(prefix="run-", dir=work) as folder:
        for row in measured(options, Path(folder)):
            sys.stderr.write(f"{row.branches:>7} {row.tool:18} {row.phase} {row.cpu:9.2f} s {row.memory:7.0f} MB\n")
            rows.append(row)
            _keep(rows, known, out)
    return _keep(rows, stages(work / "stages") if options.stages else known, out)


def measured(options: argparse.Namespace, work: Path) -> Iterator[Row]:
    """A row for every build: all from nothing first, then all after an edit.

    Nothing is deleted on the way: a file system that has just lost thousands of files is slow to make others (ext4 goes
    past the places of files deleted within the last minutes one by one), and whoever builds next would pay for it.
    """
    tools, rounds = (OURS, TWO, *options.peers), options.rounds
    if options.before is not None:
        compiled(options.before / "generator")
        Before.at(options.before)
        tools = (OURS, BEFORE, *tools[1:])
    fields: list[tuple[int, list[Contender]]] = []
    for size in filter(None, options.sizes):
        projects = {tool: _project(tool, size, work, options.before) for tool in tools}
        ready = [tool for tool in tools if ALL[tool].smallest <= size <= ALL[tool].largest]
        for turn in range(rounds):
            fields.append((size, [ALL[tool](projects[tool], work / f"{tool}-{size}-{turn}") for tool in ready]))
            yield from _cold(fields[-1][1], size)
    turns = count()
    for size, those in fields:
        yield from _edits(those, size, turns)
    if DEMONSTRATION in options.sizes:
        for turn in range(max(rounds, 3)):
            yield from _demonstrated(options.before, work / f"demonstration-{turn}", turn)


def _project(tool: str, size: int, work: Path, before: Path | None) -> Path:
    """The institution that a program builds from; an earlier checkout has its own handbook and settings."""
    own = tool == BEFORE and before is not None
    project = work / f"institution-{size}{'-before' if own else ''}"
    if not project.exists():
        institution(size, project, root=before if own and before else ROOT)
    return project


def _demonstrated(before: Path | None, work: Path, turn: int) -> Iterator[Row]:
    """The demonstration by us and by an earlier checkout: both editions from nothing, nothing changed, one sentence changed."""
    those: list[Zhibu] = []
    for kind, root in ((Zhibu, ROOT), (Before, before)):
        if root is not None:
            demonstration(work / kind.name / "project", root)
            those.append(kind(work / kind.name / "project", work / kind.name))
    for phase, audience in _DEMONSTRATED.items():
        for each in those:
            sentence = edit_sentence(each.project, turn) if phase == "prose" else ""
            spent = each.made(audience)
            each.confirm(sentence, "standards/3-3/index.html")
            yield _row(each, DEMONSTRATION, phase, spent)


_DEMONSTRATED: Mapping[Phase, str] = {"cold": "internal", "public": "public", "same": "internal", "prose": "internal"}


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
        turn = next(turns)
        marks = {project: edit(project, turn) for project in {each.project for each in those}}
        for each in those:
            if number < each.edits[0] and size <= each.edits[1]:
                spent = each.build()
                each.confirm(marks[each.project])
                yield _row(each, size, "edit", spent)
    for each in those:
        if each.keeps_prose and each.edits[0] and size <= _PROSE:
            sentence = edit_sentence(each.project, next(turns))
            spent = each.build()
            each.confirm(sentence, "standards/3-3/index.html")
            yield _row(each, size, "prose", spent)


_PROSE = 2_000
"""An edit of the handbook costs about the same for any number of branches: it is measured up to here."""


def _row(tool: Contender, size: int, phase: Phase, spent: Cost) -> Row:
    return Row(tool=tool.name, branches=size, phase=phase, **asdict(spent))


def _kept(out: Path) -> Results | None:
    path = out / "results.json"
    return Results.read(path) if path.exists() else None


def _keep(rows: list[Row], stages: dict[str, float], out: Path) -> Results:
    """Write down what is known so far: a run takes hours."""
    day = datetime.now(UTC).date().isoformat()
    results = Results(day=day, machine=machine(), versions=versions(PACKAGES), rows=tuple(rows), stages=stages)
    (out / "results.json").write_text(json.dumps(asdict(results), ensure_ascii=False, indent=1), encoding="utf-8")
    return results


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sizes", type=_sizes, default=[DEMONSTRATION, 400, 2_000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=1, help="how often everything is measured; the median counts")
    parser.add_argument("--peers", type=_peers, default=list(_PEERS))
    parser.add_argument(
        "--before", type=Path, help="an earlier checkout with its own .venv: before and after, in turns"
    )
    parser.add_argument("--keep", action="store_true", help="keep what results.json has of other sizes")
    parser.add_argument("--work", type=Path, default=Path(".bench/work"), help="where sites are built, up to 50 GB")
    parser.add_argument("--out", type=Path, default=Path(".bench"), help="where results.json goes")
    parser.add_argument("--stages", action="store_true", help="also measure the stages of one branch, in this process")
    parser.add_argument("--page", type=Path, metavar="RESULTS", help="measure nothing: the page of these results")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [DEMONSTRATION if size == "demo" else int(size) for size in text.split(",")]


_PEERS = tuple(tool for tool in ALL if tool not in {OURS, TWO, BEFORE})


def _peers(text: str) -> list[str]:
    names = [name for name in text.split(",") if name]
    if unknown := set(names) - set(_PEERS):
        raise argparse.ArgumentTypeError(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(_PEERS)}")
    return names


if __name__ == "__main__":
    main()
