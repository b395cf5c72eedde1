"""Nothing in the program is there for nothing: what neither code nor a template names is dead, tests aside."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import vulture

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / "generator"

ALIVE = {
    "format_commands": "click calls it",
    "format_epilog": "click calls it",
    "write_heading": "click calls it",
    "write_usage": "click calls it",
    "context_class": "click reads it",
    "formatter_class": "click reads it",
    "__getattr__": "Python calls it where a module lacks a name",
    "msg": "an attribute of logging's record",
    "untried": "read by the tests of examples",
    "extendMarkdown": "Markdown calls it",
    "makeExtension": "Markdown calls it",
    "dirty": "an argument of MkDocs' event",
    "SLOTS": "the registry of pages finds it by its name",
    "VALUES": "the registry of pages finds it by its name",
    "BLOCKS": "the registry of pages finds it by its name",
    "handle_starttag": "html.parser calls it",
    "model_config": "pydantic reads it",
    "constructed_objects": "an attribute of PyYAML's constructor",
    "recursive_objects": "an attribute of PyYAML's constructor",
    "state_generators": "an attribute of PyYAML's constructor",
    "deep_construct": "an attribute of PyYAML's constructor",
    "active": "an attribute of MkDocs' navigation",
    "update_date": "an attribute of MkDocs' page",
    "content_bytes": "an attribute of MkDocs' file",
    "autoescape": "an attribute of Jinja2's environment",
    "bytecode_cache": "an attribute of Jinja2's environment",
    "create_system": "an attribute of zipfile's members",
    "external_attr": "an attribute of zipfile's members",
    "cleared_files": "a setting, read by name",
    "step_on": "a key of the JSON of `zhibu check`",
}
"""What others call or read by name, and who does."""


def unused(program: Path) -> dict[str, str]:
    """Names that nothing uses, each with its place; members of enumerations and fields of records are data."""
    tool = vulture.Vulture(ignore_names=["on_*"], ignore_decorators=["@model_validator", "@field_validator"])
    tool.scavenge([program])
    for path in program.rglob("*"):
        if path.suffix in {".j2", ".html", ".typ"}:
            tool.used_names.update(re.findall(r"[A-Za-z_]\w*", path.read_text(encoding="utf-8")))
    return {
        item.name: f"{item.filename.relative_to(program)}:{item.first_lineno}"
        for item in tool.get_unused_code(min_confidence=60)
        if not is_data(item)
    }


def is_data(item: vulture.core.Item) -> bool:
    """A member of an enumeration or a field with an audience, which forms, schemas and projections read by themselves."""
    line = item.filename.read_text(encoding="utf-8").splitlines()[item.first_lineno - 1]
    return item.typ == "variable" and bool(
        re.match(r"    (?:[A-Z_]+ = |\w+: .* = entry\($)", line) or "= entry(" in line
    )


def test_nothing_is_dead() -> None:
    found = unused(PROGRAM)
    assert {name: place for name, place in found.items() if name not in ALIVE} == {}
    assert [name for name in ALIVE if name not in found] == []


def unimported(program: Path) -> set[str]:
    """Modules that no other imports: a name that stands elsewhere too hides what is in them from the search for names."""
    modules = {".".join(path.relative_to(program.parent).with_suffix("").parts): path for path in program.rglob("*.py")}
    named = {
        name
        for path in modules.values()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.module
        for name in (node.module, *(f"{node.module}.{each.name}" for each in node.names))
    }
    return {name for name in modules.keys() - named if name.rpartition(".")[2] not in {"__init__", "__main__"}}


def test_every_module_is_imported_or_found_by_its_folder() -> None:
    found_by_folder = ("generator.cli.", "generator.evaluate.checks.", "generator.present.")
    assert {name for name in unimported(PROGRAM) if not name.startswith(found_by_folder)} == set()


def test_a_module_that_nothing_imports_is_found(tmp_path: Path) -> None:
    program = tmp_path / "shop"
    program.mkdir()
    (program / "__init__.py").write_text("from shop.used import one\n", encoding="utf-8")
    (program / "used.py").write_text("one = 1\n", encoding="utf-8")
    (program / "left.py").write_text("one = 1\n", encoding="utf-8")
    assert unimported(program) == {"shop.left"}


def test_dead_code_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "from enum import Enum\n\n\nclass Kind(Enum):\n    ONE = 1\n\n\ndef used():\n    return Kind\n\n\n"
        "def by_a_template():\n    used()\n\n\ndef dead():\n    pass\n\n\nLEFT_OVER = 1\n",
        encoding="utf-8",
    )
    (tmp_path / "a.html.j2").write_text("{{ by_a_template() }}", encoding="utf-8")
    assert unused(tmp_path) == {"dead": "a.py:16", "LEFT_OVER": "a.py:20"}
