"""Chinese messages for pydantic's error types: what is wrong with a value and how to correct it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from pydantic_core import ErrorDetails

from generator.load.shapes import fields_of
from generator.model.nearest import nearest
from generator.model.record import Record


class Message(NamedTuple):
    """Code, message and hint of a Problem."""

    code: str
    message: str
    hint: str


_DATE = re.compile(r"\s*(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?\s*")
_NUMBER = re.compile(r"\D*(\d{1,9})\D*")
_COLON = re.compile(r"([^\s:：]+)([:：])")
_YES = frozenset({"yes", "true", "on", "y", "1", "有", "对", "√", "✔"})
_WRAPPED = re.compile(r"[“‘＂＇](?P<quoted>.*)[”’＂＇]|[［【｛](?P<listed>.*)[］】｝]")
QUOTES = "“”‘’＂＇"
"""Quotation marks of Chinese text, which YAML does not know."""

_COMMAS = "，、；"
_SHOWN = 40


def message_for(error: ErrorDetails, label: str, value: object, kind: type[Record] | None) -> Message:
    """The message for one error: `label` is the key of the value, `kind` the record kind expected there."""
    if value == "":
        return Message(
            "R110", f"“{label}”没有填内容" if label else "这里没有填内容", "请填上内容；没有的就把这一行整行删去。"
        )
    if error["type"] in ("model_type", "model_attributes_type"):
        return _mapping(label, value, kind)
    if isinstance(value, str) and (marks := _WRAPPED.fullmatch(value)):
        return _wrapped(value, marks)
    make = _MESSAGES.get(error["type"])
    if make is None:
        return _own_message(error, label)
    return make(label, _shown(value), error)


def _wrapped(value: str, marks: re.Match[str]) -> Message:
    """A value in quotes or brackets that YAML takes for text."""
    if marks["listed"] is None:
        hint = f'请去掉引号，或改成半角的："{marks["quoted"]}"。'
        return Message("R032", f"{_shown(value)} 两头是中文引号，会当成文字的一部分", hint)
    inner = ", ".join(part for part in re.split(rf"[{_COMMAS}, ]+", marks["listed"]) if part)
    return Message("R032", f"{_shown(value)} 用了全角括号，会当成文字", f"请改成半角方括号：[{inner}]。")


def _shown(value: object) -> str:
    if isinstance(value, str):
        return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}……"
    return "一个列表" if isinstance(value, list) else "一组“键: 值”"


def _own_message(error: ErrorDetails, label: str) -> Message:
    """A model's own Chinese message; pydantic's English ones are never shown."""
    said = error["msg"].removeprefix("Value error, ")
    chinese = any("\u4e00" <= character <= "\u9fff" for character in said)
    message = said.rstrip("。") if chinese else "内容不在允许的范围内"
    return Message(
        "R115", f"“{label}”{message}" if label and not message.startswith("“") else message, "请按填写说明改写。"
    )


def _mapping(label: str, value: object, kind: type[Record] | None) -> Message:
    match = _COLON.match(value) if isinstance(value, str) else None
    if match and kind is not None and match[1] in fields_of(kind):
        code, wrong = ("R007", "后面是全角冒号") if match[2] == "：" else ("R008", "的冒号后面缺一个半角空格")
        return Message(code, f"“{match[1]}”{wrong}", f"请改成“{match[1]}: ……”，冒号用半角，后面空一格。")
    keys = "、".join(list(fields_of(kind))[:4]) if kind is not None else ""
    message = f"“{label}”之下应写“键: 值”，写的是{_quoted(value)}" if label else "这里应写“键: 值”"
    return Message("R112", message, f"请写成下级内容，键有{keys}等。" if keys else "请写成下级内容。")


def _quoted(value: object) -> str:
    return f"“{_shown(value)}”" if isinstance(value, str) else _shown(value)


def _choice(_: str, shown: str, error: ErrorDetails) -> Message:
    expected = str(error.get("ctx", {}).get("expected", ""))
    allowed = re.findall(r"'([^']*)'", expected) or expected.split("、")
    parts = [part for part in re.split(r"[，、,;；/ ]+", shown) if part in allowed]
    close = nearest(shown, allowed)
    hint = f"可选：{'、'.join(allowed)}。"
    if len(parts) > 1:
        return Message("R031", f"“{shown}”是几个值，没有用半角逗号分开", f"请写成列表：[{', '.join(parts)}]。")
    if close:
        hint = f"是否想写“{close}”？{hint}"
    return Message("R104", f"“{shown}”不是可选的值", hint)


def _day(_: str, shown: str, __: ErrorDetails) -> Message:
    match = _DATE.fullmatch(unicodedata.normalize("NFKC", shown))
    hint = "请写成“年-月-日”：四位年、两位月、两位日，用半角连字符。"
    if match:
        try:
            hint = f"请写成 {date(*map(int, match.groups())).isoformat()}。"
        except ValueError:
            hint = "没有这一天，请核对年、月、日。"
    return Message("R105", f"“{shown}”不是日期的写法", hint)


def _count(_: str, shown: str, __: ErrorDetails) -> Message:
    match = _NUMBER.fullmatch(unicodedata.normalize("NFKC", shown)) if "-" not in shown and "." not in shown else None
    return Message(
        "R107", f"“{shown}”不是非负整数", f"请写成 {int(match[1])}。" if match else "请写阿拉伯数字，不带单位。"
    )


def _flag(_: str, shown: str, __: ErrorDetails) -> Message:
    meant = "是" if shown.strip().casefold() in _YES else "否"
    return Message("R109", f"“{shown}”应写“是”或“否”", f"若是这个意思，请写“{meant}”。")


def _list(label: str, shown: str, _: ErrorDetails) -> Message:
    parts = [part for part in re.split(r"[，、,；;]+", shown) if part]
    return Message("R113", f"“{label}”应写成列表", f"请写成 [{', '.join(parts)}]，或一行一个“- ”。")


_MESSAGES: Mapping[str, Callable[[str, str, ErrorDetails], Message]] = MappingProxyType(
    {
        "enum": _choice,
        "literal_error": _choice,
        "day_format": _day,
        "day_impossible": lambda _, shown, __: Message("R106", f"没有“{shown}”这一天", "请核对月份和日子。"),
        "month_format": lambda _, shown, __: Message(
            "R117", f"“{shown}”不是月份的写法", "请写成 2019-08 这样：四位年、两位月，用半角连字符。"
        ),
        "count": _count,
        "hours": lambda _, shown, __: Message("R108", f"“{shown}”不是学时数", "请写数字，最多两位小数，不带单位。"),
        "flag": _flag,
        "string_type": lambda label, _, __: Message(
            "R111", f"“{label}”应写一段文字", "请把内容写在冒号后面；有特殊符号就加引号。"
        ),
        "string_too_short": lambda label, _, __: Message(
            "R110", f"“{label}”没有填内容", "请填上内容；没有的就把这一行整行删去。"
        ),
        "string_too_long": lambda label, _, error: Message(
            "R133",
            f"“{label}”超过 {error.get('ctx', {}).get('max_length', 0)} 个字",
            "请写得简短些，细节留在原始记录里；多半是把别的内容粘进来了。",
        ),
        "times_format": lambda _, shown, __: Message(
            "R131", f"“{shown}”不是时间的写法", "请写成 14:30-16:10 这样：24 小时制，半角冒号和连字符。"
        ),
        "clock_format": lambda _, shown, __: Message(
            "R131", f"“{shown}”不是一个时刻", "请只写一个时刻，如 14:30：24 小时制，半角冒号。"
        ),
        "times_impossible": lambda _, shown, __: Message(
            "R132", f"没有“{shown}”这样的时刻", "请核对时间：小时到 23，分钟到 59。"
        ),
        "times_backwards": lambda _, shown, __: Message(
            "R132", f"“{shown}”的结束不晚于开始", "请核对时间；跨过半夜的分两次记。"
        ),
        "dict_type": lambda label, shown, _: Message(
            "R112", f"“{label}”应写成“键: 值”", f"请改写“{shown}”，例如 {{记录: 支部党员大会}}。"
        ),
        "tuple_type": _list,
        "list_type": _list,
        "id": lambda _, shown, __: Message(
            "R114", f"“{shown}”不能作编号", "只用小写字母、数字和连字符，不超过 40 个字符。"
        ),
    }
)
