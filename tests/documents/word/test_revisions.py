"""Tracked changes: a document reads as if all of them were accepted."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.model.manuscript import Manuscript

Word = Callable[..., Manuscript]
NUMBERING = (
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
    '<w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
)
LIST = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def removed(words: str, tag: str = "del") -> str:
    text = "delText" if tag == "del" else "t"
    return f'<w:{tag} w:id="1" w:author="a"><w:r><w:{text}>{words}</w:{text}></w:r></w:{tag}>'


def item(content: str, mark: str = "") -> str:
    marks = f'<w:rPr><w:{mark} w:id="9" w:author="a"/></w:rPr>' if mark else ""
    return f"<w:p><w:pPr>{LIST}{marks}</w:pPr>{content}</w:p>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"


def cell(words: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{run(words)}</w:p></w:tc>"


@pytest.mark.parametrize("tag", ["del", "moveFrom"])
def test_an_item_that_is_gone_takes_its_number_with_it(word: Word, tag: str) -> None:
    read = word(document=item(run("甲")) + item(removed("乙", tag), mark=tag) + item(run("丙")), numbering=NUMBERING)
    assert read.text == "一、甲\n二、丙\n"
    assert [(note.text, note.start) for note in read.notes] == [
        ("文件里有修订，按全部接受来读，删去和移走的有 1 处", 6)
    ]


def test_moved_text_stands_where_it_was_moved_to(word: Word) -> None:
    read = word(
        document="<w:moveFromRangeStart w:id='3' w:name='m'/>"
        + item(removed("乙", "moveFrom"), mark="moveFrom")
        + "<w:moveFromRangeEnd w:id='3'/>"
        + item(run("甲"))
        + "<w:moveToRangeStart w:id='4' w:name='m'/>"
        + item('<w:moveTo w:id="5"><w:r><w:t>乙</w:t></w:r></w:moveTo>', mark="moveTo")
        + "<w:moveToRangeEnd w:id='4'/>",
        numbering=NUMBERING,
    )
    assert read.text == "一、甲\n二、乙\n"


def test_a_paragraph_whose_mark_is_deleted_goes_on_in_the_next_with_its_properties(word: Word) -> None:
    document = f'<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>{run("各党支部")}</w:p>' + item(run("做好记录。"))
    assert word(document=document, numbering=NUMBERING).text == "一、各党支部做好记录。\n"


def test_a_deleted_mark_before_a_table_or_at_the_end_of_a_cell_has_nothing_to_go_on_in(word: Word) -> None:
    mark = '<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>'
    inner = f"<w:tc><w:p>{mark}{run('乙')}</w:p></w:tc>"
    document = f"<w:p>{mark}{run('甲')}</w:p><w:tbl>{row(inner)}</w:tbl><w:p>{mark}{removed('丙')}</w:p>"
    assert word(document=document).text == "甲\n| 乙 |\n"


def test_insertions_within_insertions_and_deleted_insertions(word: Word) -> None:
    document = (
        f'<w:p>{run("甲")}<w:ins w:id="1">{run("乙")}{removed("丙")}<w:ins w:id="2">{run("丁")}</w:ins></w:ins></w:p>'
    )
    assert word(document=document).text == "甲乙丁\n"


def test_former_properties_do_not_count(word: Word) -> None:
    former = f'<w:pPr><w:pPrChange w:id="1"><w:pPr>{LIST}</w:pPr></w:pPrChange></w:pPr>'
    hidden = '<w:rPr><w:rPrChange w:id="2"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>'
    read = word(document=f"<w:p>{former}<w:r>{hidden}<w:t>甲</w:t></w:r></w:p>", numbering=NUMBERING)
    assert (read.text, read.notes) == ("甲\n", ())


def test_deleted_rows_and_cells_and_tracked_merges(word: Word) -> None:
    table = (
        row(
            cell("一"),
            cell("旧", '<w:cellDel w:id="1"/>'),
            cell("党委组织部", '<w:cellMerge w:id="2" w:vMerge="rest"/>'),
        )
        + row(cell("二"), properties='<w:trPr><w:del w:id="3"/></w:trPr>')
        + row(
            cell("三"),
            cell("", '<w:cellMerge w:id="4" w:vMerge="cont"/>'),
            properties='<w:trPr><w:ins w:id="5"/></w:trPr>',
        )
    )
    read = word(document=f"<w:tbl>{table}</w:tbl>")
    assert read.text == "| 一 | 党委组织部 |\n| 三 | 党委组织部 |\n"
    assert [note.text for note in read.notes] == ["文件里有修订，按全部接受来读，删去和移走的有 2 处"]


def test_a_deleted_field_is_gone_with_all_its_parts(word: Word) -> None:
    field = (
        '<w:del w:id="1"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> TOC </w:delInstrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r></w:del>'
    )
    assert word(document=f"<w:p>{field}{run('甲')}</w:p><w:p>{run('乙')}</w:p>").text == "甲\n乙\n"
