"""The parts of our documents that are made from the program: `python -m tests.contracts.reference` writes them anew.

A part stands between `<!-- from the program: NAME -->` and `<!-- end -->`; `test_documents.py` fails where one is not
what the program says now.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import click

from generator.cli import cli
from generator.cli.declared import CommandExample, Purpose, ZhibuCommand
from generator.cli.terminal.columns import display_width, padded
from generator.cli.terminal.voice import COMMON
from generator.evaluate.checks import CHECKS
from generator.model import fields, records, standard
from generator.model.files import RECORD_FILES
from generator.model.record import Record
from generator.model.shape import shape_of
from tests.contracts import structure
from tests.contracts.systems import system_rows
from tests.evaluate.judgements import traces

ROOT = Path(__file__).parents[2]
DOCUMENTS = [ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs/help").glob("*.md"))]
PART = re.compile(r"(<!-- from the program: (\w+) -->\n).*?(?=<!-- end -->)", re.DOTALL)
_OPTION_HEADS = ("选项", "值", "不写时", "说明")
ALIASES = {value: name for name, value in vars(fields).items() if get_origin(value) is Annotated}


def commands() -> Iterator[tuple[str, ZhibuCommand]]:
    """Every command that does something, by its words: `zhibu pdf branch`."""
    yield from _commands("zhibu", cli)


def _commands(words: str, command: click.Command) -> Iterator[tuple[str, ZhibuCommand]]:
    if not isinstance(command, click.Group):
        assert isinstance(command, ZhibuCommand), f"{words}: decorate its function with zhibu_command"
        yield words, command
        return
    for name in command.list_commands(click.Context(command)):
        found = command.get_command(click.Context(command), name)
        assert found is not None
        yield from _commands(f"{words} {name}", found)


def example_part() -> Iterator[str]:
    """Every example of every command, by what the commands are for."""
    for purpose in Purpose:
        examples = [each for _, command in commands() if command.purpose is purpose for each in command.examples]
        if examples:
            yield f"{purpose.value}：\n"
            yield from _calls(examples)


def _calls(examples: Iterable[CommandExample]) -> Iterator[str]:
    """A block of calls, what each is good for behind it.  Examples name the year at hand, pages the year they show."""
    rows = [(each.call.replace("{year}", "[[year]]"), each.meaning) for each in examples]
    widest = max(display_width(call) for call, _ in rows)
    lines = [f"{padded(call, widest)} # {meaning}" for call, meaning in rows]
    yield "\n".join(["```sh", *lines, "```"]) + "\n"


def command_part() -> Iterator[str]:
    """A section for every command: how it is called, what it does, a row an option, examples.  Options of all come first."""
    yield "每个命令都有：\n"
    yield from _table(_OPTION_HEADS, [_option(option, click.Context(cli)) for option in COMMON])
    for words, command in commands():
        context = click.Context(command, info_name=words)
        yield f"### {words} {{#{words.replace(' ', '-')}}}\n"
        yield f"`{' '.join(context.get_usage().removeprefix('用法：').split())}`\n"
        yield f"{command.help}\n"
        rows = [_option(option, context) for option in command.params if isinstance(option, click.Option)]
        yield from _table(_OPTION_HEADS, rows)
        yield from _calls(command.examples)


def _option(option: click.Option, context: click.Context) -> tuple[str, ...]:
    value = "" if option.is_flag else option.make_metavar(context)
    usual = "必须写" if option.required else str(option.default) if option.show_default else ""
    names = " ".join(f"`{name}`" for name in option.opts)
    return (names, f"`{value}`" if value else "", f"`{usual}`" if usual else "", option.help or "")


def check_part() -> Iterator[str]:
    """A section for every check: its docstring, what it can report, a row a parameter."""
    for name, check in CHECKS.items():
        anchor = check.parameters.__module__.rpartition(".")[2].replace("_", "-")
        yield f"### {name} {{#check-{anchor}}}\n"
        yield f"{_escaped(check.text).strip()}\n"
        people = "由人评。" if check.parameters.by_people else ""
        yield f"{people}可能的结论：{'、'.join(check.verdicts)}。\n"
        yield from _fields(check.parameters)


def record_part() -> Iterator[str]:
    """A section for every record class, by module: its docstring, a row a field."""
    for kind in record_kinds():
        yield f"### {kind.__name__} {{#record-{kind.__name__.lower()}}}\n"
        yield f"`{kind.__module__.removeprefix('generator.model.')}`\n"
        yield f"{_escaped(inspect.getdoc(kind) or '').strip()}\n"
        yield from (row.replace("(records.md#", "(#") for row in _fields(kind))  # its own page


def enumeration_part() -> Iterator[str]:
    """A row for every enumeration that a field of a check or a record has."""
    kinds = [*(check.parameters for check in CHECKS.values()), *record_kinds()]
    found = {each for kind in kinds for hint in get_type_hints(kind).values() for each in _enumerations(hint)}
    rows = [
        (f"`{each.__name__}`", "、".join(str(value.value) for value in each))
        for each in sorted(found, key=lambda kind: (kind.__name__, kind.__module__))
    ]
    yield from _table(("类型", "可以写"), rows)


def _enumerations(hint: Any) -> Iterator[type[Enum]]:
    if isinstance(hint, type) and issubclass(hint, Enum):
        yield hint
    for inner in get_args(hint):
        yield from _enumerations(inner)


def record_kinds() -> Iterator[type[Record]]:
    """Every record class of registers, plans, profiles and standards, in the order of modules and within them."""
    names = [f"{records.__name__}.{module.name}" for module in pkgutil.iter_modules(records.__path__)]
    for name in [*names, standard.__name__]:
        for kind in vars(importlib.import_module(name)).values():
            if inspect.isclass(kind) and issubclass(kind, Record) and kind.__module__ == name:
                yield kind


def _fields(kind: type[Record]) -> Iterator[str]:
    """Without the examples: they name the demonstration's people and year, and the filling page shows samples."""
    hints = get_type_hints(kind, include_extras=True)
    rows = []
    for name, field in kind.model_fields.items():
        if name != "source":
            need = "是" if field.is_required() else ""
            label, hint = str(field.alias), field.description or ""
            rows.append((label, f"`{name}`", _type(hints[name]), kind.audience_of(name).label, need, hint))
    yield from _table(("键", "标识符", "类型", "版别", "必填", "说明"), rows)


def _type(hint: Any) -> str:
    """A type as a reader of the code knows it."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin is Annotated and hint not in ALIASES:
        return _type(inner[0])
    if origin in (Union, UnionType):
        return " 或 ".join(_type(each) for each in inner if each is not NoneType)
    return f"{_type(inner[0])} 列" if origin is tuple else _linked(hint)


def _linked(hint: Any) -> str:
    name = str(ALIASES.get(hint) or getattr(hint, "__name__", hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return f"[`{name}`](records.md#enumerations)"
    return f"[`{name}`](records.md#record-{name.lower()})" if hint in set(record_kinds()) else f"`{name}`"


def trace_part() -> Iterator[str]:
    """A row for every criterion: its check, the fields that it reads, and what has to be taken away to change a verdict."""
    rows = [
        (id, row.check, _read(row.fields), "由人评" if row.by_people else f"{row.row} {row.taken} 行")
        for id, row in traces().items()
    ]
    yield from _table(("要点", "检查", "读的键", "少了就变"), rows)


def _read(found: Iterable[tuple[type[Record], str]]) -> str:
    """Fields by where they stand, in the order of the files and within them; what only leads to others is left out."""
    kinds = {kind for kind, _ in found}
    listed = []
    for kind, places in _places().items():
        keys = [field.label for field in shape_of(kind) if (kind, field.name) in found and field.record not in kinds]
        if keys:
            listed.append(f"{'或'.join(places)}（{'、'.join(keys)}）")
    return "；".join(listed)


@cache
def _places() -> dict[type[Record], list[str]]:
    """Where each record class stands: the title of its file, then the keys that lead to it."""
    places: dict[type[Record], list[str]] = {}
    for file in RECORD_FILES:
        if file.record is not None:
            _place(file.record, file.title, places)
    return places


def _place(kind: type[Record], path: str, places: dict[type[Record], list[str]]) -> None:
    places.setdefault(kind, []).append(path)
    for field in shape_of(kind):
        if field.record is not None:
            _place(field.record, f"{path}·{field.label}", places)


def system_part() -> Iterator[str]:
    """A row for every system of the plan."""
    rows = [
        (row.system.id, row.system.name, row.system.clause, *("；".join(_coded(each)) for each in row[1:]))
        for row in system_rows()
    ]
    yield from _table(("号", "系统", "条款", "登记", "规则", "页面", "测试"), rows)


def _coded(texts: Iterable[str]) -> Iterator[str]:
    """Paths as code: they hold braces and stars."""
    return (f"`{text}`" if "/" in text else text for text in texts)


def room_part() -> Iterator[str]:
    """A row for every room: what it is and what it imports."""
    arrows: dict[str, set[str]] = {name: set() for name in structure.rooms()}
    for module, targets in structure.imports().items():
        arrows[structure.room(module)] |= {structure.room(each) for each in targets}
    rows = []
    for name in structure.rooms():
        text = ast.get_docstring(structure.tree(structure.modules()[name])) or ""
        first = " ".join(text.partition("\n\n")[0].split())
        rows.append((f"`{name}`", first, ", ".join(sorted(arrows[name] - {name}))))
    yield from _table(("room", "what it is", "imports"), rows)


def _table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    if rows:
        lines = [heads, tuple("---" for _ in heads), *(tuple(map(_escaped_cell, row)) for row in rows)]
        yield "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def _escaped_cell(text: str) -> str:
    return " ".join(text.split()).replace("|", r"\|").replace("[[", r"\[\[")


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace("[[", r"\[\[").replace("*", r"\*")


PARTS: Mapping[str, Callable[[], Iterator[str]]] = {
    "examples": example_part,
    "commands": command_part,
    "checks": check_part,
    "records": record_part,
    "enumerations": enumeration_part,
    "traces": trace_part,
    "rooms": room_part,
    "systems": system_part,
}


def renewed(text: str) -> str:
    """A document with its parts as the program says them now; raises KeyError for a part that nobody makes."""
    return PART.sub(lambda found: f"{found[1]}\n" + "\n".join(PARTS[found[2]]()) + "\n", text)


if __name__ == "__main__":
    for path in DOCUMENTS:
        path.write_text(renewed(path.read_text(encoding="utf-8")), encoding="utf-8")
