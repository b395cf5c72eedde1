"""Drafts of standards from a handbook's clauses: the front matter as far as the text tells it, and the words below.

What a check judges no text says: every check is 待定, which `zhibu check` refuses until a person has chosen one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.documents.drafts.draft_text import draft_scalar, first_line, short_name
from generator.documents.drafts.handbook_draft import markdown_escaped, marked_paragraphs
from generator.model.clause import Clause, Document, Style
from generator.model.clause_facts import DeadlineKind
from generator.model.kinds import Duty, Part
from generator.model.standard import Category

_UNDECIDED = "待定"


class _Section(NamedTuple):
    """A standard of the handbook: its number, the name of its aspect, and its clause."""

    id: str
    aspect: str
    clause: Clause


def standard_pages(document: Document, source: str) -> dict[str, str]:
    """File names and contents: a standard for each article of a chapter, else for each second-level clause.

    `source` is the id under which `docs/sources.yml` declares the document.
    """
    return {f"{row.id.replace('.', '-')}.md": "".join(_page(row, source)) for row in _sections(document)}


def source_entry(document: Document, source: str) -> str:
    """The lines by which the document is declared."""
    told = {"编号": source, "名称": document.title or source, "文号": document.serial, "发文": document.signature}
    lines = "".join(
        f"{'    ' if at else '  - '}{key}: {draft_scalar(value)}\n"
        for at, (key, value) in enumerate((key, value) for key, value in told.items() if value)
    )
    return (
        "# 这份文件还没有登记：核对以后把下面几行抄进 docs/sources.yml，不移这个文件\n"
        f"文件:\n{lines}    可信度: ✔\n"
        "    # 手册各页也导入了、移到 docs/handbook 以后，去掉下一行行首的井号，依据就链到原文\n"
        "    # 全文: handbook/index.md\n"
    )


def _sections(document: Document) -> Iterator[_Section]:
    aspects = [clause for clause in document.clauses if clause.children]
    for number, aspect in enumerate(aspects, 1):
        articles = [clause for clause in aspect.walk() if clause.style is Style.ARTICLE and clause is not aspect]
        for place, clause in enumerate(articles or aspect.children, 1):
            yield _Section(f"{number}.{place}", _name(aspect), clause)
    if not aspects:
        for place, clause in enumerate(document.clauses, 1):
            yield _Section(f"1.{place}", _UNDECIDED, clause)


def _name(clause: Clause) -> str:
    return short_name(first_line(clause)).rstrip("。；：:;，") or clause.id


def _page(section: _Section, source: str) -> Iterator[str]:
    clause, name = section.clause, _name(section.clause)
    demanding = clause.children or (clause,)
    yield f"---\n编号: {draft_scalar(section.id)}\n名称: {draft_scalar(name)}\n方面: {draft_scalar(section.aspect)}\n"
    yield f"类别: {_category(demanding)}\n稿源: 原文\n依据:\n  - {_basis(source, clause)}}}\n"
    for place, each in enumerate(clause.children, 1):
        yield f"  - {_basis(source, each)}, 说明: 要点 {section.id}.{place}}}\n"
    yield "修订: [] # 收进手册的那天写一行：{日期: 年-月-日, 内容: 由原文导入}\n要点:\n"
    for place, each in enumerate(demanding, 1):
        yield from _criterion(f"{section.id}.{place}", each, _demand(each, name))
    yield f"---\n\n# {section.id} {markdown_escaped(name)}\n\n<!-- slot: standard-head -->\n\n"
    yield "## 要求 {#requirement}\n\n<!-- slot: standard-demand -->\n\n" + "\n".join(marked_paragraphs(clause)) + "\n"
    yield "<!-- slot: standard-gap -->\n\n<!-- slot: standard-tools -->\n\n"
    yield "## 要点和条款 {#clauses}\n\n" + "".join(_links(section, demanding)) + "\n<!-- slot: standard-basis -->\n"


def _links(section: _Section, demanding: Sequence[Clause]) -> Iterator[str]:
    """For each criterion the clause above that it was drawn from."""
    for place, clause in enumerate(demanding, 1):
        anchor = "requirement" if clause is section.clause else clause.anchor
        yield f"- 要点 {section.id}.{place}：[{markdown_escaped(clause.id)}](#{anchor})\n"


def _basis(source: str, clause: Clause) -> str:
    return f"{{文件: {draft_scalar(source)}, 条款: {draft_scalar(clause.id.rpartition('·')[2])}, 可信度: ✔"


def _criterion(id: str, clause: Clause, demand: str) -> Iterator[str]:
    yield f"  - 编号: {draft_scalar(id)}\n    要求: {draft_scalar(demand)}\n    类别: {_part(clause)}\n"
    yield f"    责任主体: {_duty(clause)} # 待核\n    检查: {_UNDECIDED} # 照“检查方式”选一种，写上参数{_figures(clause)}\n"


def _demand(clause: Clause, name: str) -> str:
    """The first paragraph, without the name of the standard where its clause is the only criterion."""
    words = clause.text.partition("\n")[0].strip().rstrip("。")
    return words.removeprefix(f"{name}。") or clause.id


def _part(clause: Clause) -> Part:
    """定量 where it sets a number or a time."""
    timed = any(
        row.kind in {DeadlineKind.RECURRING, DeadlineKind.BY} for each in clause.walk() for row in each.deadlines
    )
    counted = any(each.quantities for each in clause.walk())
    return Part.QUANTITATIVE if timed or counted else Part.QUALITATIVE


def _category(clauses: Sequence[Clause]) -> Category:
    parts = {_part(clause) for clause in clauses}
    return Category(parts.pop()) if len(parts) == 1 else Category.MIXED


def _duty(clause: Clause) -> Duty:
    """Whose it is by the units that it names; a branch's where it names none."""
    names = "".join(mention.unit for each in clause.walk() for mention in each.units)
    if not names or "支部" in names:
        return Duty.BRANCH
    return Duty.COMMITTEE if "基层党委" in names or "总支" in names else Duty.INSTITUTION


def _figures(clause: Clause) -> str:
    """The times and numbers that the text sets, by which a person chooses."""
    walked = [*clause.walk()]
    facts = [(row.start, row.text) for each in walked for row in each.deadlines]
    facts += [(row.start, row.text) for each in walked for row in each.quantities]
    texts = dict.fromkeys(text for _, text in sorted(facts))
    return f"；原文写了：{'、'.join(texts)}" if texts else ""
