"""条文: how documents declare their articles, and 依据 and steps that cite one that nobody declared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.model.article_reference import articles_named
from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Record, Source
from generator.model.records.sources import Article, CitedDocument, Sources
from generator.model.standard import Basis, Standard
from generator.validate.repeated import repeated

_READING = re.compile(r"A\d{1,3}", re.ASCII)


def check_articles(sources: Sources) -> Iterator[Problem]:
    """Articles without a permanent address or with that of another, and names that two documents share."""
    listed = [row for row in sources.documents if row.articles]
    for row in listed:
        for name, label in (("code", "代号"), ("articles_page", "条文页")):
            if getattr(row, name) is None:
                hint = "请写上；条文的网址由它们来，如 代号: branch，条文页: regulations/branch.md。"
                yield report("S118", row.where("articles"), f"“{row.id}”有条文，没有写“{label}”", hint)
        yield from _addresses(row)
    for row, first in repeated((row for row in listed if row.code), lambda row: row.code):
        message = f"代号“{row.code}”已经是“{first.id}”的"
        yield report("S118", row.where("code"), message, "每份文件一个代号，请改成不重复的。")
    yield from _shared_names(sources)


def check_cited(record: Record, clause: str | None, document: CitedDocument | None) -> Iterator[Problem]:
    """A clause of a document whose articles are declared, where that one is not; `record` holds it as `clause`."""
    if clause is None or document is None or not document.articles:
        return
    for key in articles_named(clause):
        if key not in document.by_key:
            known = [row.clause for row in document.articles if row.clause]
            hint = did_you_mean(
                clause, known, "请核对条号；没有登记的，先在 docs/sources.yml 这份文件的“条文”里写一行。"
            )
            yield report("S119", record.where("clause"), f"“{document.id}”里没有登记{clause}", hint)
            return


def check_own_criteria(standard: Standard, basis: Basis) -> Iterator[Problem]:
    """要点 of a basis that the standard does not have."""
    own = [row.id for row in standard.criteria]
    for id in basis.criteria:
        if id not in own:
            hint = did_you_mean(id, own, "请写本标准的要点编号。")
            yield report("S142", basis.where("criteria"), f"标准 {standard.id} 没有要点“{id}”", hint)


def _addresses(document: CitedDocument) -> Iterator[Problem]:
    for row in document.articles:
        if not row.place:
            message = f"“{row.subject}”没有条号，也没有写“锚”"
            yield report("S118", row.where("subject"), message, "请写一个不再改的英文小写词，如 锚: votes。")
        for reading in row.readings:
            if not _READING.fullmatch(reading):
                hint = "请写歧义表里的编号，如 A11。"
                yield report("S108", row.where("readings"), f"“{reading}”不是口径编号", hint)
    for row, first in repeated((row for row in document.articles if row.place), lambda row: row.place):
        message = f"“{row.subject}”的网址和“{first.subject}”的一样"
        yield report("S118", _named(row), message, "同一条只登记一次；确是两条的，另写“锚”。")


def _named(row: Article) -> Source:
    return row.where("anchor" if row.anchor else "clause")


def _shared_names(sources: Sources) -> Iterator[Problem]:
    """Names of two documents neither of which is a later version of the other."""
    for name, rows in sources.named.items():
        for before, row in pairwise(rows):
            if before.successor != row.id:
                message = f"正文里的“{name}”既是“{before.id}”又是“{row.id}”"
                hint = "请改掉一个简称；是前后两版的，在前一版写“后继”。"
                yield report("S118", row.where("short_names" if name in row.short_names else "name"), message, hint)
