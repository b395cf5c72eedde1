"""A committee's year goes out as workbooks, is filled in by hand, comes back, and is what it would be in YAML."""

from __future__ import annotations

import io
import json
import random
import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner

from generator.cli.import_.workbook import command
from generator.edit.row_overlay import TableColumns
from generator.load.plain_tree import plain_tree
from generator.model.files import REGISTER
from generator.model.record import Audience
from generator.model.sheet_layout import SheetLayout
from generator.model.yaml_lines import YamlStyle
from generator.products.checking import check_to_json
from generator.products.workbook_forms import write_workbooks
from generator.settings import Scope, Settings
from tests.scenarios.filled_workbooks import Filling

ROOT = Path(__file__).parents[2]
YEAR = 2019
LAYOUTS = tuple(REGISTER.sheets(Audience.INTERNAL))
Tree = dict[str, Any]


class Year(NamedTuple):
    """A project in which some of a committee's registers are half empty, and what they ought to hold."""

    root: Path
    committee: str
    whole: Mapping[str, Tree]

    def settings(self, scope: str = "") -> Settings:
        kind, _, id = scope.partition(":")
        return Settings(
            root=self.root,
            docs=self.root / "docs",
            records=self.root / "records",
            as_of=date(YEAR, 11, 25),
            year=YEAR,
            audience=Audience.INTERNAL,
            scope=Scope(kind=kind, id=id) if scope else None,
        )

    def register(self, branch: str) -> Path:
        return REGISTER.at(self.root / "records", committee=self.committee, branch=branch, year=YEAR)

    def bring(self, *files: Path) -> str:
        """Import workbooks as somebody at a keyboard would who says yes to everything."""
        names = [str(file) for file in files]
        result = CliRunner().invoke(command, [*names, "--config", str(self.root / "mkdocs.yml"), "--yes"])
        assert result.exit_code == 0, result.output
        return result.output

    def findings(self) -> list[Any]:
        """Every finding about the committee's branches, with the number of rows that prove it."""
        out = io.StringIO()
        check_to_json(self.settings(f"committee:{self.committee}"), Audience.INTERNAL, out)
        read = json.loads(out.getvalue())
        assert read["problems"] == []
        return [{**row, "evidence": len(row["evidence"])} for row in read["findings"]] + list(read["plans"])


@pytest.fixture
def year(tmp_path: Path) -> Callable[[str, int], Year]:
    def made(committee: str, count: int) -> Year:
        root = tmp_path / "project"
        root.mkdir()
        shutil.copy(ROOT / "mkdocs.yml", root)
        for name in ("docs", "records"):
            shutil.copytree(ROOT / name, root / name)
        folders = sorted(path.parent for path in (root / "records/units" / committee).glob(f"*/{YEAR}.yml"))
        for number in range(count - len(folders)):  # as many branches as are asked for, further ones like the first
            _double(folders[0], folders[0].with_name(f"zz-{number}"))
        paths = sorted((root / "records/units" / committee).glob(f"*/{YEAR}.yml"))
        whole = {path.parent.name: plain_tree(path.read_text(encoding="utf-8")) or {} for path in paths}
        return Year(root, committee, whole)

    return made


def _double(folder: Path, copy: Path) -> None:
    shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("showcase.md", "photos", "snapshot-*"))
    profile = (copy / "branch.yml").read_text(encoding="utf-8").split("\n")
    profile = [f"名称: 第{copy.name}党支部" if line.startswith("名称:") else line for line in profile]
    (copy / "branch.yml").write_text("\n".join(profile), encoding="utf-8")


def half(whole: Tree, chance: random.Random) -> Tree:
    """A register with half of its rows, some of them with another number of people, and half of its other sections."""
    made: Tree = {}
    for key, value in whole.items():
        if isinstance(value, list):
            made[key] = [_otherwise(row, chance) for row in value if chance.random() < 0.5]
        elif chance.random() < 0.5:
            made[key] = value
    return {key: value for key, value in made.items() if value}


def _otherwise(row: Tree, chance: random.Random) -> Tree:
    return {**row, "地点": "待定"} if "地点" in row and chance.random() < 0.3 else row


def fill(path: Path, standing: Tree, whole: Tree, chance: random.Random) -> None:
    """Write into a workbook what a register lacks."""
    person = Filling(path, chance)
    for layout in LAYOUTS:
        value, there = whole.get(layout.key), standing.get(layout.key)
        if not layout.key or not value or value == there:
            continue
        if layout.single:
            assert not there
            person.add(layout, [value])
            continue
        left = list(there or [])
        fresh = []
        for row in value:
            old = next((each for each in left if each in (row, {**row, "地点": "待定"})), None)
            if old is None:
                fresh.append(row)
            else:
                left.remove(old)
                if old != row:
                    person.change(layout, old, row)
        person.add(layout, fresh)
    person.save()


def said(layout: SheetLayout, tree: Tree) -> Counter[str]:
    """What the rows of a section say, each as often as it is there; 9:00至10:00 may stand in a register as 9:00-10:00 does."""
    columns = TableColumns(layout, frozenset(column.path for column in layout.columns))
    value = tree.get(layout.key) or []
    return Counter(
        repr(sorted_form(columns.form(row))).replace("至", "-")
        for row in (value if isinstance(value, list) else [value])
    )


def sorted_form(form: Any) -> Any:
    if isinstance(form, dict):
        return sorted((key, sorted_form(each)) for key, each in form.items())
    return [sorted_form(each) for each in form] if isinstance(form, list) else form


def text_of(tree: Tree) -> str:
    return "".join(f"{line}\n" for key, value in tree.items() for line in YamlStyle().entry(key, value))


def round_trip(year: Year, tmp_path: Path, chance: random.Random) -> Iterable[str]:
    """Out, filled in, back; twice."""
    standing = {branch: half(tree, chance) for branch, tree in year.whole.items()}
    for branch, tree in standing.items():
        year.register(branch).write_text(text_of(tree), encoding="utf-8")
    written = write_workbooks(year.settings(f"committee:{year.committee}"), (), tmp_path / "out")
    files = {row.path.stem.removeprefix("branch-").removesuffix(f"-{YEAR}"): row.path for row in written}
    for branch, tree in year.whole.items():
        fill(files[branch], standing[branch], tree, chance)
    yield year.bring(*files.values())
    yield year.bring(*files.values())


@pytest.mark.load
def test_a_year_in_workbooks_is_the_year_in_yaml(
    year: Callable[[str, int], Year], load: Callable[[int], int], tmp_path: Path
) -> None:
    made = year("lituixiu", max(3, load(10)))
    findings = made.findings()
    first, again = round_trip(made, tmp_path, random.Random(1))
    for branch, tree in made.whole.items():
        now = plain_tree(made.register(branch).read_text(encoding="utf-8"))
        assert now is not None
        for layout in REGISTER.sheets(Audience.RESTRICTED):
            assert said(layout, now) == said(layout, tree), (branch, layout.title)
    assert made.findings() == findings
    assert f"写了 {len(made.whole)} 个文件" in first
    assert "没有要写的" in again
