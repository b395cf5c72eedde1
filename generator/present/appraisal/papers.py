"""Papers of 考核验收 and selection: what the registers show is filled in, what people have to write is left blank."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from generator.model.draw import DrawList, list_digest
from generator.model.paper import Paper, PaperBlock, PaperLook, PaperText, TextLook, facts, headed_table
from generator.model.records.school_appraisal import Nomination
from generator.model.scale import Scale
from generator.present.appraisal.kept import review_note
from generator.present.appraisal.proposals import proposal_lines
from generator.present.appraisal.shown import BookRow, book_rows, shown_standards, standard_sides
from generator.present.branch.branch_year import BranchYear
from generator.present.paper.pending import told_remedies

_SHOWN = "“记录显示”由台账得出，不是结论；没有记录不等于没有做。"
_REVIEWED = "复评人（职务）：＿＿＿＿＿＿　支部书记：＿＿＿＿＿＿　日期：＿＿＿＿＿＿"
_OWN = "支部书记：＿＿＿＿＿＿　支部党员大会通过日期：＿＿＿＿＿＿"
_DECIDED = "决定（同意、缓议、不同意）：＿＿＿＿＿＿　决定单位：＿＿＿＿＿＿"
_SIGNED = "签字（职务）：＿＿＿＿＿＿　日期：＿＿＿＿＿＿"
_GRADED = "等次由评议单位定：＿＿＿＿＿＿　评议单位：＿＿＿＿＿＿　日期：＿＿＿＿＿＿"
_ROOM = 12.0
"""Height of a row in which people write."""


def self_review(year: BranchYear) -> Paper:
    """自评表 of a branch: its own duties with what the registers show; what it says of itself is blank."""
    rows = [
        (f"{shown.view.id} {shown.view.name}", "\n".join(shown.lines), "", "")
        for aspect in year.catalogue.aspects
        for shown in shown_standards(aspect, year.judgement, own=True)
        if shown.lines
    ]
    note = f"{_SHOWN}与实际不符的先改台账，再写自评；只列本支部的事项。"
    heads, widths = ("标准", "记录显示", "支部自评", "差距和对策"), (2.2, 5.0, 2.6, 2.6)
    return _sheet(year, "自评表", note, [headed_table(heads, rows, widths, (8.0, _ROOM))], _OWN)


def review_book(year: BranchYear) -> Paper:
    """复评本 of a branch: a row a standard; conclusions and signatures are blank."""
    note = review_note(year.site.committee_files(year.dossier.committee), year.site.year, year.dossier.id)
    rows = [_book_row(row) for row in chain.from_iterable(book_rows(year.catalogue, year.judgement, note).values())]
    heads = ("标准", "记录显示", "看了什么材料", "意见", "结论", "签字")
    table = headed_table(heads, rows, (3.2, 9.0, 4.0, 4.0, 2.0, 2.0), (8.0, _ROOM))
    return _sheet(year, "复评本", f"{_SHOWN}结论不预填，不打分，不合计。", [table], _REVIEWED)


def nomination_sheet(year: BranchYear, row: Nomination) -> Paper:
    """选树推荐 of a branch: what is proved beside what is open; people decide and sign."""
    told = proposal_lines(row)
    sides = [
        (f"{side.view.id} {side.view.name}", "\n".join(side.proved), "\n".join(side.open))
        for side in standard_sides(year.catalogue, year.judgement)
    ]
    about = facts([("推荐", told.proposed), ("推荐理由", told.grounds), ("已登记的决定", told.decided)])
    table = headed_table(("标准", "记录能证明的", "还空着的"), sides, (2.2, 5.0, 5.0), (8.0,))
    register = year.dossier.registers.get(year.site.year)
    remedies = "；".join(told_remedies(register, year.catalogue, year.site.as_of)) or "记录里没有"
    blocks: list[PaperBlock] = [about, table, PaperText(f"没有办完的对策：{remedies}。", TextLook.PLAIN)]
    note = "左右两栏按标准次序，不计分、不合计，行数多少不说明好坏；由人决定。"
    return _sheet(year, f"{row.selected_as}推荐表", note, blocks, _DECIDED, _SIGNED)


def report_sheet(year: BranchYear, scale: Scale) -> Paper:
    """述职评议表 of a branch's secretary by the items of the scale; what was said and heard is blank."""
    rows = [(str(at), item, "", "") for at, item in enumerate(scale.items, 1)]
    table = headed_table(("序号", "项目", "述职要点", "评议意见"), rows, (1.0, 3.0, 4.5, 4.5), (8.0, 20.0))
    note = f"量表：{scale.name}，见手册“量表”一页，换了那一页就换了这张表；逐项写意见，不打分、不合成总分。"
    return _sheet(year, "述职评议表", note, [table], _GRADED)


def draw_notice(lists: Sequence[DrawList]) -> Paper:
    """What is published before a draw: the list, its digest, how many of each kind, and from where the seed will come."""
    title = "关于分类抽验抽签名单的公布"
    counts = "；".join(f"{row.kind}党支部 {len(row.ids)} 个抽 {row.number} 个" for row in lists)
    listed = [(row.kind, str(row.number), "、".join(sorted(row.ids))) for row in lists]
    return Paper(
        title,
        (
            PaperText("整理稿，非正式公文", TextLook.NOTE),
            PaperText(title, TextLook.TITLE),
            PaperText(f"本年度分类抽验按下列名单抽签：{counts}。"),
            PaperText(f"名单的 SHA-256 摘要：{list_digest(lists)}。"),
            PaperText("种子来源：＿＿＿＿＿＿＿＿＿＿＿＿＿＿（公布以后才产生、抽签的人定不了的数）。"),
            PaperText("算法和名单的写法见手册“考核验收和选树”一页，任何人都可以重做一遍。"),
            headed_table(("类别", "抽几个", "名单（支部编号）"), listed, (1.2, 1.0, 8.0)),
            PaperText("（单位、日期）＿＿＿＿＿＿＿＿＿＿", TextLook.RIGHT),
        ),
    )


def _book_row(row: BookRow) -> tuple[str, ...]:
    view = row.shown.view
    return f"{view.id} {view.name}", "\n".join(row.shown.lines), row.seen, row.opinion, "", ""


def _sheet(year: BranchYear, name: str, note: str, blocks: Iterable[PaperBlock], *signed: str) -> Paper:
    title = f"{year.dossier.profile.name}{year.site.year}年度{name}"
    signatures: Iterator[PaperBlock] = (PaperText(line, TextLook.PLAIN) for line in signed)
    head = (PaperText(f"整理稿，{year.site.edition}。{note}", TextLook.NOTE), PaperText(title, TextLook.TITLE))
    return Paper(title, (*head, *blocks, *signatures), PaperLook.SHEET)
