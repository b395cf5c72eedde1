"""`zhibu explain` and `zhibu schema`: every code, reading, standard and check; schemas and where they belong."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.evaluate.checks import CHECKS
from generator.model.files import RECORD_FILES
from generator.model.problem_codes import CODES
from generator.products.editor_schemas import SCHEMAS, modeline, schemas_in
from generator.products.explaining import Explanations

ROOT = Path(__file__).parents[2]
KNOWN = Explanations(ROOT / "docs", 2019)
READINGS = [f"A{number}" for number in range(1, 43)]
STANDARDS = [path.stem.replace("-", ".") for path in (ROOT / "docs/standards").glob("[1-7]-*.md")]


def run(*words: str) -> Result:
    return CliRunner().invoke(cli, [*words, "--config", str(ROOT / "mkdocs.yml")])


def test_a_code_with_its_wrong_and_right_example() -> None:
    lines = run("explain", "r006").stdout.splitlines()
    assert lines[:2] == ["R006 用了 Tab 缩进（错误）", "YAML 只认空格缩进。"]
    said = run("explain", "R029").stdout
    assert "      - 类型: [党课]       # 对" in said
    assert "改法：改成半角连字符加一个空格" in said


@pytest.mark.parametrize("word", [*CODES, *READINGS, *STANDARDS, *CHECKS])
def test_everything_that_has_a_name_is_explained(word: str) -> None:
    said = KNOWN.of(word)
    assert said.count("\n") >= 1
    prose = "".join(line for line in said.splitlines() if not line.startswith("    "))
    assert re.search(r"\]\(|\*\*|\[\[(?!branch)|```|<(?:time|cite)", prose) is None
    assert "[[year" not in said
    if word in CODES:
        assert "改法：" in said


@pytest.mark.parametrize(("typo", "meant"), [("R1044", "R104"), ("A99", "A9"), ("3.11", "3.1.1"), ("频率", "频次")])
def test_a_typo_is_told_what_was_meant(typo: str, meant: str) -> None:
    done = run("explain", typo)
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"是否想写 {meant}？" in done.stderr


def test_without_a_handbook_the_table_is_told(tmp_path: Path) -> None:
    assert Explanations(tmp_path, 2019).of("R104").splitlines() == [
        "R104 不在可选的值里（错误）",
        "这一项只能从规定的几个值里选。",
    ]


def test_every_yaml_file_of_records_has_a_schema(tmp_path: Path) -> None:
    settings = json.loads(schemas_in(tmp_path))["yaml.schemas"]
    assert list(SCHEMAS) == [file.id for file in RECORD_FILES if file.pattern.endswith(".yml")]
    assert {Path(path).name for path in settings} == {path.name for path in tmp_path.iterdir()}
    for path in (ROOT / "records").rglob("*.yml"):
        name = path.relative_to(ROOT).as_posix()
        fitting = [glob for glob in settings.values() if fnmatch(name, glob) and glob.count("/") == name.count("/")]
        assert len(fitting) == 1, name


def test_the_first_line_leads_from_the_file_to_its_schema(tmp_path: Path) -> None:
    line = modeline("register")
    assert line == "# yaml-language-server: $schema=../../../../schemas/register.schema.json"
    place = tmp_path / "records/units/xx/xx-1"
    assert (place / line.partition("=")[2]).resolve() == (tmp_path / "schemas/register.schema.json").resolve()


def test_one_schema_goes_to_stdout() -> None:
    done = CliRunner().invoke(cli, ["schema", "branch"])
    assert json.loads(done.stdout)["title"] == "支部概况"
    assert CliRunner().invoke(cli, ["schema", "brnch"]).exit_code == 2
