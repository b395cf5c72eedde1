"""The shape of the house: small modules, docstrings, reasons, and the words the project keeps out of itself."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "generator").rglob("*.py"))
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.splitlines()
] or sorted(path for folder in ("generator", "docs", "records", "tests") for path in (ROOT / folder).rglob("*"))
TEXTS = [
    path
    for path in TRACKED
    if path.is_file()
    and path.suffix in {".py", ".md", ".yml", ".toml", ".j2", ".js", ".mjs", ".css", ".html", ".typ", ".sh"}
]

TEXT_OF = {path.relative_to(ROOT / "generator").as_posix(): path.read_text(encoding="utf-8") for path in MODULES}

EXEMPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:|ruff:|mypy:|fmt:\s*off)")
EXPLAINED = re.compile(r"# (?:noqa: [A-Z]+\d+(?:, [A-Z]+\d+)*|type: ignore\[[a-z-]+\]|pragma: no cover) - \S")
MACHINE = re.compile(r"(?<![\w./-])(?:/(?:home|root|Users)/\w|[A-Z]:\\Users\\)")
LEFT_OPEN = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
FOREIGN = re.compile(r"(?:googleapis|gstatic|unpkg|jsdelivr|cdnjs|cloudflare)\.(?:com|net)")
PERSONAL = re.compile(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)[1-9]\d{5}(?:19|20)\d{9}[\dXx](?!\d)")


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_every_module_says_what_it_is(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_no_room_is_called_utils() -> None:
    assert not [path for path in MODULES if path.stem in {"utils", "helpers", "misc", "common"}]


def test_the_core_reads_no_clock_and_no_environment() -> None:
    doors = {"cli/options.py", "cli/terminal/console.py", "cli/terminal/voice.py", "plugin/options.py"}
    pattern = re.compile(r"datetime\.now|date\.today|time\.time\(|os\.environ|os\.getenv|os\.getcwd|Path\.cwd")
    found = [name for name, text in TEXT_OF.items() if name not in doors and pattern.search(text)]
    assert found == []


def test_no_network_and_no_external_program() -> None:
    """But git, where `zhibu diff` is given a commit: no other command can come there."""
    pattern = re.compile(
        r"^\s*(?:import|from)\s+(?:subprocess|socket|urllib\.request|http|requests|httpx|aiohttp|pickle|marshal|shelve)\b",
        re.MULTILINE,
    )
    assert [name for name, text in TEXT_OF.items() if pattern.search(text)] == ["products/commit.py"]
    users = {name: text for name, text in TEXT_OF.items() if re.search(r"products\.(commit|difference) import", text)}
    assert sorted(users) == ["cli/diff.py", "products/difference.py"]


def test_every_lint_rule_that_is_off_has_a_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = text.partition("\nignore = [\n")[2].partition("\n]")[0]
    assert [line for line in block.splitlines() if "#" not in line] == []


def test_every_exemption_names_its_rule_and_its_reason() -> None:
    """Of a linter, the type checker or the measure of coverage; that none is superfluous, ruff and mypy see to."""
    own = Path(__file__)
    lines = [
        f"{path.relative_to(ROOT).as_posix()}:{number}"
        for path in TEXTS
        if path.suffix == ".py" and path != own
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if EXEMPTION.search(line) and not EXPLAINED.search(line)
    ]
    assert lines == []


def test_no_path_of_somebodys_machine() -> None:
    own = Path(__file__)
    found = [
        path for path in TEXTS if path != own and MACHINE.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert names(found) == []


def test_nothing_is_left_open_in_the_code() -> None:
    own = Path(__file__)
    code = [path for path in TEXTS if path.suffix in {".py", ".j2", ".js", ".mjs", ".css", ".typ"} and path != own]
    assert names([path for path in code if LEFT_OPEN.search(path.read_text(encoding="utf-8"))]) == []


def test_pages_load_nothing_from_elsewhere() -> None:
    pages = [path for path in TEXTS if path.is_relative_to(ROOT / "generator") or path.is_relative_to(ROOT / "docs")]
    assert names([path for path in pages if FOREIGN.search(path.read_text(encoding="utf-8"))]) == []


def test_demonstration_data_hold_no_number_of_a_person() -> None:
    data = [path for path in TEXTS if path.is_relative_to(ROOT / "records") or path.is_relative_to(ROOT / "docs")]
    assert names([path for path in data if PERSONAL.search(path.read_text(encoding="utf-8"))]) == []


_CHECK = """
import sys
from click.testing import CliRunner
from generator.cli import cli
result = CliRunner().invoke(cli, ["check", "--format", "json", "--config", "mkdocs.yml"])
assert result.exit_code == 0, result.output
assert '"findings"' in result.output
print(*sorted(sys.modules))
"""
_MAKERS = ("mkdocs", "material", "pypdfium2", "icalendar", "jinja2")


def test_check_starts_without_libraries_that_it_may_not_need() -> None:
    """Pillow and lxml are for pictures, Typst for glyphs that the installed fonts may lack."""
    code = "import sys, generator.cli, generator.judge, generator.formats.check_json; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert {"PIL", "lxml", "typst", *_MAKERS}.isdisjoint(done.stdout.split())


def test_check_makes_no_page_and_loads_nothing_that_makes_one() -> None:
    done = subprocess.run([sys.executable, "-c", _CHECK], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "generator.judge" in loaded
    assert [name for name in loaded if name.split(".")[0] in _MAKERS or name.startswith("generator.present")] == []


def _upper_rooms() -> list[tuple[str, ast.Module]]:
    """The modules that make pages and products, but for the one that shows the approver what is on record."""
    rooms = ("build/", "products/", "plugin/", "cli/")
    texts = (
        (name, text) for name, text in TEXT_OF.items() if name.startswith(rooms) and name != "products/approval.py"
    )
    return [(name, ast.parse(text)) for name, text in texts]


def test_a_dossier_reaches_pages_and_products_only_through_a_view() -> None:
    """Above `judge` nobody takes the dossier out of a judged branch, nor makes the parts of a view by himself."""
    parts = {
        "generator.model.dossier",
        "generator.load.records.load_dossier",
        "generator.disclose.approval.published_dossier",
    }
    found = []
    for name, module in _upper_rooms():
        for node in ast.walk(module):
            if isinstance(node, ast.ImportFrom) and node.module:
                given = {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
                found += [f"{name}: {each}" for each in sorted(given & parts)]
            if isinstance(node, ast.Attribute) and node.attr in {"dossier", "years"} and _is_judged(node.value):
                found.append(f"{name}:{node.lineno}: {ast.unparse(node)}")
    assert found == []


def _is_judged(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id != "view"


def test_present_knows_no_judged_branch_but_its_view() -> None:
    users = [name for name, text in TEXT_OF.items() if "generator.disclose.judged import" in text]
    assert [name for name in users if name.startswith(("present/", "formats/"))] == []
    views = re.compile(r"^from generator\.disclose\.view import (?:.*\bwithhold\b)", re.MULTILINE)
    assert [name for name, text in TEXT_OF.items() if views.search(text)] == []
