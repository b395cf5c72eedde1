"""pydantic's validation errors as Problems: what is wrong, where in the file, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from pydantic_core import ErrorDetails

from generator.load.error_messages import QUOTES, message_for
from generator.load.shapes import fields_of, kind_at
from generator.load.yaml_tree import REJECTED, YamlList, YamlMapping
from generator.model.nearest import nearest
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record, Source
from generator.model.source_text import PLACEHOLDER

_Path = tuple[str | int, ...]
_KEY_LIMIT = 12


class Location(NamedTuple):
    """A `loc` of pydantic resolved in the tree: the container, the value, and the steps that the tree does not have."""

    path: _Path
    holder: YamlMapping | YamlList | None
    value: Any
    rest: _Path


def to_problems(errors: Iterable[ErrorDetails], tree: YamlMapping, kind: type[Record]) -> list[Problem]:
    """Every error as a Problem, in the order of the file.

    An unknown key and a missing one that look alike are one mistake, a misspelt key, and become one Problem.
    """
    problems: list[Problem] = []
    extra: dict[_Path, list[str]] = {}
    missing: dict[_Path, list[str]] = {}
    for error in errors:
        where, last = error["loc"][:-1], str(error["loc"][-1]) if error["loc"] else ""
        if error["type"] == "extra_forbidden":
            extra.setdefault(where, []).append(last)
        elif error["type"] == "missing":
            missing.setdefault(where, []).append(last)
        else:
            problems += _value(error, tree, kind)
    for where in dict.fromkeys((*extra, *missing)):
        problems += _keys(locate(tree, where), extra.get(where, []), missing.get(where, []), kind)
    return sorted(problems)


def locate(tree: YamlMapping, path: Sequence[str | int]) -> Location:
    """Resolve a path as far as the tree has it; the tags that pydantic adds for unions remain in `rest`."""
    holder: YamlMapping | YamlList | None = None
    value: Any = tree
    for number, step in enumerate(path):
        if not _has(value, step):
            return Location(tuple(path[:number]), holder, value, tuple(path[number:]))
        holder, value = value, value[step]
    return Location(tuple(path), holder, value, ())


def _has(value: object, step: str | int) -> bool:
    if isinstance(value, YamlMapping):
        return step in value
    return isinstance(value, YamlList) and isinstance(step, int) and step < len(value)


def _value(error: ErrorDetails, tree: YamlMapping, kind: type[Record]) -> list[Problem]:
    found = locate(tree, error["loc"])
    if found.value is REJECTED or (isinstance(found.value, str) and found.value.startswith(PLACEHOLDER)):
        return []
    label = next((step for step in reversed(found.path) if isinstance(step, str)), "")
    message = message_for(error, label, found.value, kind_at(kind, found.path))
    return [report(message.code, _source(found, tree), message.message, message.hint)]


def _source(found: Location, tree: YamlMapping) -> Source:
    if isinstance(found.holder, YamlMapping):
        return found.holder.place.of(str(found.path[-1]))
    if found.holder is not None:
        return tree.place.source_text.source_of(found.holder.marks[int(found.path[-1])])
    return tree.place


def _keys(found: Location, extra: list[str], missing: list[str], kind: type[Record]) -> Iterable[Problem]:
    block, inner = found.value, kind_at(kind, found.path)
    if (
        not isinstance(block, YamlMapping) or inner is None
    ):  # pragma: no cover - only in a union of record kinds: there is none
        return
    fields = fields_of(inner)
    free = [label for label in fields if label not in block]
    for key in extra:
        meant = nearest(key, missing) or nearest(key, free)
        lacking = meant in missing
        if meant in missing:
            missing.remove(meant)
            free.remove(meant)
        if lacking and key.strip(QUOTES) == key:
            yield report("R102", block.place.of_key(key), f"没有“{key}”这个键，又缺少“{meant}”", f"是否想写“{meant}”？")
        else:
            yield _unknown(key, meant, block, free)
    for label in missing:
        hint = fields[label].info.description or ""
        example = (fields[label].info.examples or [""])[0]
        sample = f"，例如“{label}: {example}”" if isinstance(example, str) and example else ""
        yield report(
            "R101", block.place.of(label), f"缺少“{label}”", f"请补上“{label}”{sample}{f'（{hint}）' if hint else ''}。"
        )


def _unknown(key: str, meant: str | None, block: YamlMapping, free: list[str]) -> Problem:
    source = block.place.of_key(key)
    if (bare := key.strip(QUOTES)) != key and bare:
        return report("R032", source, f"{key} 两头是中文引号，会当成键名的一部分", f"请去掉引号：{bare}。")
    if "：" in key:
        name = key.partition("：")[0]
        return report("R007", source, f"“{name}”后面是全角冒号", f"请改成“{name}: ……”；值里又有冒号的，给值加引号。")
    if meant:
        return report("R102", source, f"没有“{key}”这个键", f"是否想写“{meant}”？")
    others = "、".join(free[:_KEY_LIMIT]) + ("等" if len(free) > _KEY_LIMIT else "")
    return report("R102", source, f"没有“{key}”这个键", f"这里还可以写：{others}。" if free else "请删去这一行。")
