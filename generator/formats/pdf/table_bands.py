"""Rows that name the rows after them (bands): kept on one page with the next, by a cell without width that spans both.

Typst has no other way that holds for every table: subheaders (`table.header(level: 2)`) stop it in long ones.
"""

from __future__ import annotations

from generator.formats.pdf.tables import TableGrid


def joints(grid: TableGrid) -> list[str]:
    """For each row the cell at its end that joins it to the next; empty where one from above covers it.

    Without any band all are empty: then the table has no such column.
    """
    bands = [_is_band(grid, index) for index in range(len(grid.rows))]
    if not any(bands):
        return [""] * len(bands)
    found: list[str] = []
    while len(found) < len(bands):
        start = len(found)
        last = next((index for index in range(start, len(bands)) if not bands[index]), len(bands) - 1)
        span = last - start + 1
        found += [f"table.cell(rowspan: {span}, inset: 0pt)[]", *[""] * (span - 1)]
    return found


def _is_band(grid: TableGrid, index: int) -> bool:
    row = grid.rows[index]
    if index < grid.head or not row or not row[0].is_header or any(cell.down > 1 for cell in row):
        return False
    names = row[0].element.get("scope") == "rowgroup" or len(row) == 1
    return names and sum(cell.across for cell in row) == grid.columns
