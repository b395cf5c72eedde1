"""Tables of prose: cells that say which column they are of."""

import pytest

from generator.prose.tables import label_cells


def _table(head: str, *rows: str) -> str:
    return f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{''.join(f'<tr>{row}</tr>' for row in rows)}\n</tbody>\n</table>"


HEAD = '<th>类别</th>\n<th class="zb-right">应到 &amp; <b>实到</b></th>\n<th></th>\n<th>说明</th>'


def test_every_cell_but_the_first_says_its_column_where_that_has_a_name() -> None:
    found = label_cells(_table(HEAD, '<td>甲</td><td class="zb-right">3</td><td>乙</td><td>丙</td>'))
    assert found == _table(
        HEAD,
        '<td>甲</td><td data-label="应到 &amp; 实到" class="zb-right">3</td><td>乙</td><td data-label="说明">丙</td>',
    )


def test_a_quotation_mark_in_a_heading_ends_no_attribute() -> None:
    found = label_cells(_table('<th>甲</th><th>"乙"</th><th>丙</th>', "<td>1</td><td>2</td><td>3</td>"))
    assert '<td data-label="&quot;乙&quot;">2</td>' in found


@pytest.mark.parametrize(
    "html",
    [
        _table("<th>词</th><th>意思</th>", "<td>支委会</td><td>支部委员会会议</td>"),
        '<table class="zb-table"><thead><tr><th>甲</th><th>乙</th><th>丙</th></tr></thead><tbody><tr><td>1</td><td>2</td><td>3</td></tr></tbody></table>',
        "<p>没有表</p>",
    ],
)
def test_two_columns_tables_of_ours_and_other_text_stay_as_they_are(html: str) -> None:
    assert label_cells(html) == html


def test_further_rows_begin_again_and_cells_beyond_the_head_have_no_label() -> None:
    head = "<th>甲</th><th>乙</th><th>丙</th>"
    found = label_cells(_table(head, "<td>1</td><td>2</td><td>3</td><td>4</td>", "<td>5</td><td>6</td><td>7</td>"))
    assert found.count("data-label") == 4
    assert "<td>4</td>" in found
    assert "<td>5</td>" in found


@pytest.mark.parametrize(("rows", "begins"), [(666, "<table>"), (667, "<table data-wide>")])
def test_tables_of_a_page_of_very_many_cells_keep_their_columns(rows: int, begins: str) -> None:
    """2,000 cells are the most; a table of two columns needs no labels anywhere."""
    plain = _table("<th>词</th><th>意思</th>", "<td>甲</td><td>乙</td>")
    head = "<th>甲</th><th>乙</th><th>丙</th>"
    found = label_cells(_table(head, *["<td>1</td><td>2</td><td>3</td>"] * rows) + plain)
    assert found.startswith(begins)
    assert ("data-label" in found) is (begins == "<table>")
    assert found.endswith(plain)
