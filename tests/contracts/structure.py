"""Measures of the program's structure, read from its source: `python tests/contracts/structure.py` prints them.

A room is a name directly under `generator/` (`theme/` holds no code).  A chain counts modules, so two modules of which
one imports the other are a chain of two; imports inside functions count as well.  A function's length is the lines of
its body without the docstring.  A page-folder literal is a piece of text in Python or in a template that spells the
first part of a page's URL path; `present/kit/urls.py` and the page declarations may.
"""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "generator"

PAGE_FOLDERS = ("branches", "committees", "standards", "aspects", "plan", "showcases", "matrix", "sources", "clauses")
_FOLDER = re.compile(rf"(?<![\w./-])(?:\.\./)*/?(?:{'|'.join(PAGE_FOLDERS)})/(?![\w{{}}-]*\.(?:yml|txt|html\.j2))")
_MAY_NAME_FOLDERS = ("present/kit/urls.py",)
_NO_PATHS = ("PageKind", "render")
"""Calls whose texts are no links: a page's declaration, where its paths are spelled, and the names of templates."""

_BY_CONTRACT = frozenset(
    {
        "NAME",
        "VERDICTS",
        "Parameters",
        "judge",
        "EXAMPLES",
        "PAGES",
        "SLOTS",
        "VALUES",
        "BLOCKS",
        "OUTPUTS",
        "COMMAND",
        "command",
    }
)
"""Names that every module of one kind has: they are how such a module is found."""


class Measure(NamedTuple):
    """One figure, and the most that it may be."""

    name: str
    value: int
    limit: int


@cache
def modules() -> Mapping[str, Path]:
    """Dotted name without `generator.`, and file; a package goes by its own name."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name:
            found[name] = path
    return found


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def imports() -> Mapping[str, frozenset[str]]:
    """Which modules of the program each module imports, wherever in the file it does."""
    known = modules()
    found: dict[str, set[str]] = {name: set() for name in known}
    for name, path in known.items():
        for full in _imported(tree(path)):
            target = full.removeprefix("generator.")
            while target and target not in known:
                target = target.rpartition(".")[0]
            if target and target != name:
                found[name].add(target)
    return {name: frozenset(targets) for name, targets in found.items()}


def _imported(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("generator."))
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "generator":
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def room(module: str) -> str:
    """The room that a module belongs to."""
    return module.partition(".")[0]


def rooms() -> list[str]:
    """Every room."""
    return sorted({room(name) for name in modules()})


def longest_chain(arrows: Mapping[str, Iterable[str]]) -> list[str]:
    """The longest path; raises ValueError where imports go in a circle."""
    best: dict[str, list[str]] = {}

    def visit(name: str, above: tuple[str, ...]) -> list[str]:
        if name in above:
            raise ValueError(f"circle: {' → '.join((*above, name))}")
        if name not in best:
            longest = max((visit(each, (*above, name)) for each in sorted(arrows[name])), key=len, default=[])
            best[name] = [name, *longest]
        return best[name]

    return max((visit(name, ()) for name in arrows), key=len)


def floors() -> list[str]:
    """The longest chain of rooms."""
    arrows: dict[str, set[str]] = {name: set() for name in rooms()}
    for name, targets in imports().items():
        arrows[room(name)] |= {room(each) for each in targets} - {room(name)}
    return longest_chain(arrows)


def chain_in(name: str) -> list[str]:
    """The longest chain of modules within one room."""
    inside = {each: targets for each, targets in imports().items() if room(each) == name}
    return longest_chain({each: [to for to in targets if to in inside] for each, targets in inside.items()})


def repeated_names() -> Mapping[str, list[str]]:
    """Public names that are defined in more than one module, but for those that a contract demands."""
    where: dict[str, list[str]] = defaultdict(list)
    for module, path in modules().items():
        for name in sorted(set(_defined(tree(path)))):
            if not name.startswith("_") and name not in _BY_CONTRACT:
                where[name].append(module)
    return {name: found for name, found in sorted(where.items()) if len(found) > 1}


def _defined(module: ast.Module) -> Iterator[str]:
    for node in module.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id


def folder_literals() -> list[str]:
    """Where a page folder is spelled out: `path:line: text`."""
    found = []
    for path in sorted(PACKAGE.rglob("*")):
        name = path.relative_to(PACKAGE).as_posix()
        if name in _MAY_NAME_FOLDERS:
            continue
        if path.suffix == ".py":
            found += [f"{name}:{line}: {text}" for line, text in _texts(tree(path)) if _FOLDER.search(text)]
        elif path.suffix in {".j2", ".html", ".js"}:
            lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
            found += [f"{name}:{number}: {line.strip()}" for number, line in lines if _FOLDER.search(line)]
    return found


def _texts(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Text in code, a formatted one's parts joined by `{}`; docstrings and what declares a page's paths left out."""
    skip = {id(part) for node in ast.walk(module) for part in _no_text(node)}
    for node in ast.walk(module):
        if id(node) in skip:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = (str(each.value) if isinstance(each, ast.Constant) else "{}" for each in node.values)
            yield node.lineno, "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.lineno, node.value


def _no_text(node: ast.AST) -> Iterator[ast.AST]:
    """What stands in `node` and is a docstring, a part of a formatted text, a page's declaration or a template's name."""
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from (part for part in ast.walk(node) if part is not node)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _NO_PATHS:
        yield from ast.walk(node)


def function_lengths() -> list[tuple[int, str]]:
    """Lines of every function's body, and where it is."""
    found = []
    for name, path in modules().items():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.FunctionDef):
                body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
                length = (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0
                found.append((length, f"{name}.{node.name}"))
    return sorted(found)


def file_lengths() -> list[tuple[int, str]]:
    """Lines of every module and stylesheet."""
    files = [path for path in PACKAGE.rglob("*") if path.suffix in {".py", ".css"}]
    lengths = ((len(path.read_text(encoding="utf-8").splitlines()), path) for path in files)
    return sorted((length, path.relative_to(PACKAGE).as_posix()) for length, path in lengths)


def ninetieth(values: list[tuple[int, str]]) -> int:
    """The smallest value that nine in ten do not pass."""
    return values[-(-len(values) * 9 // 10) - 1][0]


def measures() -> list[Measure]:
    """Every figure with its limit."""
    functions, files = function_lengths(), file_lengths()
    return [
        Measure("rooms", len(rooms()), 21),
        Measure("floors", len(floors()), 12),
        Measure("longest chain in a room", max(len(chain_in(name)) for name in rooms()), 5),
        Measure("longest chain of all", len(longest_chain(imports())), 20),
        Measure("public names in more than one module", len(repeated_names()), 5),
        Measure("page-folder literals", len(folder_literals()), 0),
        Measure("function body, nine in ten", ninetieth(functions), 12),
        Measure("function body, longest", functions[-1][0], 30),
        Measure("module or stylesheet, nine in ten", ninetieth(files), 190),
        Measure("module or stylesheet, longest", files[-1][0], 300),
    ]


def report() -> Iterator[str]:
    """The figures, a line each."""
    for name, value, limit in measures():
        yield f"{name:40} {value:5}   at most {limit}"


def details() -> Iterator[str]:
    """What the figures are made of."""
    yield f"floors: {' → '.join(floors())}"
    yield from (f"{name}: {' → '.join(chain_in(name))}" for name in rooms())
    yield f"all: {' → '.join(longest_chain(imports()))}"
    yield from (f"{name}: {', '.join(found)}" for name, found in repeated_names().items())
    yield from folder_literals()
    yield from (f"{length} {name}" for length, name in [*function_lengths()[-8:], *file_lengths()[-12:]])


if __name__ == "__main__":
    lines = [*report(), *(["", *details()] if "-v" in sys.argv else ())]
    sys.stdout.write("\n".join(lines) + "\n")
