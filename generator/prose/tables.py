"""Tables of prose on a narrow screen, where a row becomes a paragraph: every cell has to say which column it is of."""

from __future__ import annotations

import re
from html import escape, unescape

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr>(.*?)</tr>", re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_CELL = re.compile(r"<td\b(?![^>]*data-label)")
_TAG = re.compile(r"<[^>]+>")
WIDE_TABLE = "<table data-wide>"
"""The beginning of a table that keeps its columns on a narrow screen, and scrolls."""

_MOST = 2_000
"""Cells of a page whose tables are reflowed: labels are a third of the weight of a page of reference."""

_PLAIN = 2
"""A table of so many columns needs no labels: what is explained stands above its explanation."""


def label_cells(html: str) -> str:
    """The same with `data-label`, the words of its column, in each cell of Markdown's tables but the first of a row.

    On a page of very many cells, tables of more than two columns begin with `WIDE_TABLE` instead.
    """
    change = _labelled if html.count("<td") <= _MOST else _widened
    return _TABLE.sub(lambda match: change(match[0]), html)


def _widened(table: str) -> str:
    head = table.partition("</thead>")[0]
    return table if len(_HEAD.findall(head)) <= _PLAIN else WIDE_TABLE + table.removeprefix("<table>")


def _labelled(table: str) -> str:
    head, ended, body = table.partition("</thead>")
    labels = [" ".join(unescape(_TAG.sub("", each)).split()) for each in _HEAD.findall(head)]
    if len(labels) <= _PLAIN:
        return table
    return head + ended + _ROW.sub(lambda match: f"<tr>{_row(match[1], labels)}</tr>", body)


def _row(cells: str, labels: list[str]) -> str:
    named = iter(("", *labels[1:]))

    def cell(match: re.Match[str]) -> str:
        label = next(named, "")
        return f'{match[0]} data-label="{escape(label)}"' if label else match[0]

    return _CELL.sub(cell, cells)
