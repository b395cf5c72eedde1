"""What importing workbooks costs, beside what openpyxl takes merely to read them: seconds of CPU, in turns.

    python tests/performance/workbooks.py 400 [--rounds 3]

makes an institution of so many branches, writes the workbook of each, and imports all of them twice: as they went out, and
with a cell changed in each.  Prints a line a measure.
"""

from __future__ import annotations

import argparse
import io
import sys
import tempfile
import time
import warnings
import zipfile
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import openpyxl
from institution import YEAR, institution

from generator.model.record import Audience
from generator.products.importing import plan_import
from generator.products.workbook_forms import write_workbooks
from generator.products.workbook_import import read_workbooks
from generator.settings import Settings

_PLACE, _OTHER = "<t>综合楼301</t>", "<t>综合楼302</t>"


class WorkbookCosts(NamedTuple):
    """Seconds of CPU for all workbooks: openpyxl reading them, and importing them untouched and changed."""

    files: int
    rows: int
    openpyxl: float
    untouched: float
    changed: float

    @property
    def more(self) -> float:
        """Milliseconds that a changed workbook costs more than an untouched one."""
        return (self.changed - self.untouched) / self.files * 1000


def workbook_costs(branches: int, folder: Path, rounds: int) -> WorkbookCosts:
    """The least of several rounds, each measure in its turn."""
    institution(branches, folder, full=True)
    settings = Settings(
        root=folder, docs=folder / "docs", records=folder / "records", as_of=date(YEAR, 11, 25), year=YEAR, audience=Audience.INTERNAL
    )  # fmt: skip
    written = write_workbooks(settings, (), folder / "out")
    files = sorted(each.path for each in written if each.path.name.startswith("branch-"))
    changed = [_changed(path) for path in files]
    measures: tuple[Callable[[], object], ...] = (
        lambda: [_read_with_openpyxl(path) for path in files],
        lambda: _import(settings, files),
        lambda: _import(settings, changed),
    )
    seconds = [[_cpu(measure) for measure in measures] for _ in range(rounds)]
    best = [min(column) for column in zip(*seconds, strict=True)]
    return WorkbookCosts(len(files), sum(each.rows for each in written) // len(files), *best)


def _cpu(measure: Callable[[], object]) -> float:
    begun = time.process_time()
    measure()
    return time.process_time() - begun


def _read_with_openpyxl(path: Path) -> int:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)
    return sum(1 for sheet in book for _ in sheet.iter_rows(values_only=True))


def _import(settings: Settings, files: Sequence[Path]) -> int:
    read = list(read_workbooks(settings, files, None))
    tables = [table for each in read for table in each.tables]
    planned = plan_import(settings, tables, [problem for each in read for problem in each.problems])
    assert len(planned.changes) in {0, len(files)}
    return len(planned.changes)


def _changed(path: Path) -> Path:
    """A copy with another place in some rows, as it would be if somebody had typed it."""
    made = path.with_name(f"changed-{path.name}")
    data = io.BytesIO(path.read_bytes())
    with zipfile.ZipFile(data) as package, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as copy:
        for name in package.namelist():
            part = package.read(name)
            if name == "xl/sharedStrings.xml":
                part = part.replace(_PLACE.encode(), _OTHER.encode(), 1)
            copy.writestr(name, part)
    return made


def _lines(costs: WorkbookCosts) -> Iterator[str]:
    yield f"{costs.files} workbooks, {costs.rows} rows each"
    yield f"openpyxl reads them: {costs.openpyxl:.1f} s"
    yield f"imported untouched:  {costs.untouched:.1f} s, {costs.untouched / costs.openpyxl:.2f} of it"
    yield f"imported changed:    {costs.changed:.1f} s, {costs.more:.0f} ms a file more"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("branches", type=int)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        for line in _lines(workbook_costs(asked.branches, Path(made) / "university", asked.rounds)):
            sys.stdout.write(f"{line}\n")
