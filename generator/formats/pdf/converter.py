"""Converts one chapter's tree to Typst markup: blocks here, inline content in `inline`."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from lxml.html import HtmlElement

from generator.errors import PdfError
from generator.formats.pdf.chapter_html import take_title
from generator.formats.pdf.elements import classes
from generator.formats.pdf.flow import Flow
from generator.formats.pdf.heading_levels import HeadingLevels
from generator.formats.pdf.inline import Inline
from generator.formats.pdf.table_bands import joints
from generator.formats.pdf.table_layout import Layout, PageMetrics, lay_out
from generator.formats.pdf.tables import TableCell, TableGrid, read_grid
from generator.formats.pdf.typst_markup import array, call, literal, text
from generator.formats.pdf.verdict_marks import SCREEN_READER

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_INSET = 24.0
_PARAGRAPH = "\n\n"
_UNMARKED = {
    "zb-aspects", "zb-cards", "zb-dates", "zb-findings", "zb-gallery", "zb-honours", "zb-results", "zb-tasks",
}  # fmt: skip
_NUMBERINGS = {"a": "a.", "A": "A.", "i": "i.", "I": "I."}
"""How the points of a list are counted, by its `type`; figures are set as the templates say."""

_KINDS = {
    "warning": "warn", "danger": "warn", "failure": "warn", "bug": "warn", "attention": "warn", "caution": "warn",
    "tip": "good", "success": "good", "hint": "good", "check": "good",
    "question": "ask", "help": "ask", "faq": "ask",
}  # fmt: skip


class ChapterConverter:
    """Converts one chapter; `levels` is shared by the whole document, so that no heading level is skipped."""

    def __init__(self, inline: Inline, levels: HeadingLevels, sheet: PageMetrics) -> None:
        self._inline = inline
        self._levels = levels
        self._sheet = sheet
        self._cells = 0
        self._handlers: Mapping[str, Callable[[HtmlElement], str]] = {
            **dict.fromkeys(_HEADINGS, self._heading),
            "p": self._paragraph,
            "ul": self._list,
            "ol": self._list,
            "dl": self._terms,
            "table": self._table,
            "pre": self._sample,
            "blockquote": self._quotation,
            "details": self._callout,
            "figure": self._figure,
            "hr": lambda _: "#rule",
            "a": self._linked,
        }

    def chapter(self, title: str, level: int, root: HtmlElement) -> str:
        """The whole chapter: its heading (the page's `h1`, else `title`), then its contents."""
        self._inline.check(root)
        heading = take_title(root)
        words = (self._inline.markup(heading, place=False) if heading is not None else "") or text(title)
        label = literal(self._inline.chapter_label)
        return f"#chapter({self._levels.chapter(level)}, {label})[{words}]\n\n{self.blocks(root)}\n"

    def blocks(self, element: HtmlElement) -> str:
        """The contents of a block, paragraphs separated by empty lines."""
        parts: list[str] = []
        flow = Flow()
        flow.write(element.text)
        for child in element:
            if self._is_block(child):
                parts.append(flow.take())
                flow = Flow()
                parts.append(self._block(child))
            else:
                self._inline.write(flow, child)
            flow.write(child.tail)
        parts.append(flow.take())
        return _PARAGRAPH.join(part for part in parts if part)

    def _is_block(self, element: HtmlElement) -> bool:
        return not isinstance(element.tag, str) or self._inline.is_block(element)

    def _block(self, element: HtmlElement) -> str:
        if element.tag in _HEADINGS:
            return self._heading(element)
        body = self._handlers.get(element.tag, self._passage)(element)
        label = self._inline.label_of(element)
        return f"{call('place', label)}{body}" if label else body

    def _passage(self, element: HtmlElement) -> str:
        return self._callout(element) if "admonition" in classes(element) else self.blocks(element)

    def _linked(self, element: HtmlElement) -> str:
        """A link around whole blocks."""
        opening = self._inline.link_opening(element)
        return f"{opening}{self.blocks(element)}]" if opening else self.blocks(element)

    def _heading(self, element: HtmlElement) -> str:
        words = self._inline.markup(element, place=False)
        label = self._inline.label_of(element)
        if self._cells or not words:
            # In a table cell a heading would become a section of the contents; without words it is none.
            return (call("place", label) if label else "") + (f"#strong[{words}]" if words else "")
        level, rank = self._levels.section(int(element.tag[1]))
        return f"#section({level}, {rank}, {literal(label) if label else 'none'})[{words}]"

    def _paragraph(self, element: HtmlElement) -> str:
        words = self._inline.markup(element, place=False)
        lone = len(element) == 1 and element[0].tag == "img" and not element.text_content().strip()
        return f"#centred[{words}]" if lone and words else words

    def _list(self, element: HtmlElement) -> str:
        points = element.findall("li")
        if any(point.get("data-task") for point in points):
            return "#tasks" + array(self._task(point) for point in points)
        unmarked = bool(classes(element) & _UNMARKED)
        if unmarked or element.tag == "ul":
            body = ", ".join(f"[{markup}]" for point in points if (markup := self._point(point)))
            return f"#{'unmarked' if unmarked else 'list'}({body})"
        return self._numbered(element, points)

    def _numbered(self, element: HtmlElement, points: Sequence[HtmlElement]) -> str:
        """A numbered list; a point without contents is not set, and counts."""
        number = expected = start = _number(element.get("start"), 1)
        items = []
        for point in points:
            number = _number(point.get("value"), number)
            if markup := self._point(point):
                items.append(f"[{markup}]" if number == expected else f"enum.item({number})[{markup}]")
                expected = number + 1
            number += 1
        pattern = _NUMBERINGS.get(element.get("type") or "1")
        return (
            f"#enum(start: {start}, {f'numbering: counted({literal(pattern)}), ' if pattern else ''}{', '.join(items)})"
        )

    def _point(self, point: HtmlElement) -> str:
        label = self._inline.label_of(point)
        return (call("place", label) if label else "") + self.blocks(point)

    def _task(self, point: HtmlElement) -> str:
        state = {"1": "true", "0": "false"}.get(point.get("data-task") or "", "none")
        return f"({state}, [{self._point(point)}])"

    def _terms(self, element: HtmlElement) -> str:
        rows: list[tuple[str, list[str]]] = []
        for part in element.iter("dt", "dd"):
            if next(part.iterancestors("dl")) is not element:
                continue
            if part.tag == "dt" or not rows:
                rows.append((self._point(part) if part.tag == "dt" else "", []))
            if part.tag == "dd":
                rows[-1][1].append(self._point(part))
        points = (f"terms.item([{term}], [{_PARAGRAPH.join(parts)}])" for term, parts in rows)
        return f"#terms({', '.join(points)})"

    def _sample(self, element: HtmlElement) -> str:
        code = element.text_content().strip("\n")
        return f"#sample({literal(code)})"

    def _quotation(self, element: HtmlElement) -> str:
        return f"#quote(block: true)[{self.blocks(element)}]"

    def _callout(self, element: HtmlElement) -> str:
        kind = next((kind for name in sorted(classes(element)) if (kind := _KINDS.get(name))), "plain")
        title = next(
            (child for child in element if child.tag == "summary" or "admonition-title" in classes(child)), None
        )
        words = "" if title is None else self._inline.markup(title)
        if title is not None:
            title.drop_tree()
        wide, self._sheet = self._sheet, replace(self._sheet, width=self._sheet.width - _INSET)
        body = self.blocks(element)
        self._sheet = wide
        return f"#callout({literal(kind)}, [{words}])[{body}]"

    def _figure(self, element: HtmlElement) -> str:
        caption = element.find(".//figcaption")
        words = "" if caption is None else self._inline.markup(caption)
        if caption is not None:
            caption.drop_tree()
        return f"#plate([{self.blocks(element)}], [{words}])"

    def _table(self, element: HtmlElement) -> str:
        caption = next(
            (found for found in element.iterchildren("caption") if SCREEN_READER not in classes(found)), None
        )
        title = "" if caption is None else f"#table-title[{self._inline.markup(caption)}]\n"
        grid = read_grid(element)
        if not grid.columns:
            return title
        layout = lay_out(grid, self._sheet)
        if layout.crowded:
            raise PdfError(
                f"{self._inline.page} 的一个表有 {grid.columns} 栏，纸上一页宽排不下（“{_first_words(element)}”）。"
                "请拆成几个表，或把行和栏对调。"
            )
        self._cells += 1
        ends = joints(grid)
        rows = [
            ", ".join(filter(None, (*(self._cell(cell, grid.head, layout) for cell in row), end)))
            for row, end in zip(grid.rows, ends, strict=True)
        ]
        self._cells -= 1
        head = _head(rows[: grid.head])
        body = ",\n".join(filter(None, rows[grid.head :]))
        return f"{title}#sheet({_setting(grid, layout, any(ends))},\n{head}{body})"

    def _cell(self, cell: TableCell, head: int, layout: Layout) -> str:
        row = cell.element.getparent()
        label = self._inline.label_of(row) if row is not None and cell.column == 0 else None
        body = (call("place", label) if label else "") + self._point(cell.element)
        if cell.row < head:
            align, body = ", align: center + horizon", f"#strong[{body}]" if body else ""
        else:
            align = ", align: left + horizon" if cell.across > 1 and layout.aligns[cell.column] == "center" else ""
            body = f"#strong[{body}]" if cell.is_header else body
        spans = f"colspan: {cell.across}, rowspan: {cell.down}"
        return f"table.cell({spans}{align})[{body}]" if cell.across * cell.down > 1 or align else f"[{body}]"


def _head(rows: Sequence[str]) -> str:
    """The rows that name the columns, again on every further page: as decoration, in which no link or note may be."""
    cells = ", ".join(filter(None, rows))
    again = not any(call in cells for call in ("#link(", "#refer(", "#note(", "#footnote("))
    return f"table.header({'' if again else 'repeat: false, '}{cells}),\n" if cells else ""


def _setting(grid: TableGrid, layout: Layout, joined: bool) -> str:
    widths = array([*(f"{width}fr" for width in layout.widths), *["0pt"] * joined])
    flags = [f"head: {grid.head}"]
    flags += [f"{name}: {_flag(getattr(layout, name))}" for name in ("breakable", "whole", "form", "tight")]
    return ", ".join([f"{layout.size}pt", widths, array([*layout.aligns, *["left"] * joined]), *flags])


def _first_words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())[:20]


def _number(value: str | None, otherwise: int) -> int:
    return int(value) if value and value.isdecimal() else otherwise


def _flag(value: bool) -> str:
    return "true" if value else "false"
