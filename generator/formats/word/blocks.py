"""The blocks of a paper as elements of a Word document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from xml.sax.saxutils import escape

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from generator.formats.word.skeleton import CELL, HINT, STYLES
from generator.model.paper import Paper, PaperCell, PaperTable

_TWIPS = 1440 / 25.4
"""Twentieths of a point in a millimetre."""

_CHINESE = '<w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>'
"""Quotation marks and dashes of a run are set in the Chinese typeface; a style alone need not say so to every program."""

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def body(paper: Paper) -> Iterator[BaseOxmlElement]:
    """Every block; between two tables an empty line, for Word makes one of tables that touch."""
    before: object = None
    for block in paper.blocks:
        if isinstance(block, PaperTable):
            if isinstance(before, PaperTable):
                yield _element(_paragraph("", HINT))
            yield _element(_table(block, paper.look.value.width))
        else:
            yield _element(_paragraph(block.text, STYLES[block.look]))
        before = block
    if isinstance(before, PaperTable):
        yield _element(_paragraph("", HINT))  # a document ends in a paragraph


def _element(xml: str) -> BaseOxmlElement:
    head, mark, rest = xml.partition(">")
    return parse_xml(f"{head.removesuffix('/')} {nsdecls('w')}{'/' if head.endswith('/') else ''}{mark}{rest}")


def _paragraph(text: str, style: str) -> str:
    lines = "<w:br/>".join(f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    run = f"<w:r>{_CHINESE}{lines}</w:r>" if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{run}</w:p>'


def _table(table: PaperTable, width: float) -> str:
    whole = sum(table.widths)
    edges = [round(sum(table.widths[:at]) / whole * width * _TWIPS) for at in range(len(table.widths) + 1)]
    columns = [right - left for left, right in pairwise(edges)]
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>' for side in _SIDES)
    margins = '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>'
    head = f'<w:tblW w:w="{sum(columns)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
    grid = "".join(f'<w:gridCol w:w="{column}"/>' for column in columns)
    rows = "".join(_row(table, at, columns) for at in range(len(table.rows)))
    return f'<w:tbl><w:tblPr>{head}<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'


def _row(table: PaperTable, at: int, columns: list[int]) -> str:
    height = f'<w:trHeight w:val="{round(table.height(at) * _TWIPS)}" w:hRule="atLeast"/>'
    repeated = "<w:tblHeader/>" if at < table.heads else ""
    row = zip(table.rows[at], columns, strict=True)
    made = "".join(_cell(cell, width, centred=at < table.heads) for cell, width in row)
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{made}</w:tr>"


def _cell(cell: PaperCell, width: int, *, centred: bool) -> str:
    paragraph = _paragraph(cell.text, CELL)
    if centred:
        paragraph = paragraph.replace("</w:pPr>", '<w:jc w:val="center"/></w:pPr>', 1)
    hint = _paragraph(cell.hint, HINT) if cell.hint else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>{paragraph}{hint}</w:tc>'
    )
