"""The documents that 依据 cite: declared once, with unique ids, and with the cited clauses."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.record import Source
from generator.model.records.plan import Plan
from generator.model.records.sources import NONE, Sources
from generator.model.standard import Basis
from generator.model.standard_set import StandardSet
from generator.validate.articles import check_articles, check_cited, check_own_criteria
from generator.validate.profile import check_span


class OwnPlan(NamedTuple):
    """One of the institution's own plans, and the clauses of its original text; None where that is not kept."""

    plan: Plan
    clauses: Collection[str] | None


def check_sources(sources: Sources, sets: Iterable[StandardSet], own: Sequence[OwnPlan]) -> list[Problem]:
    """The Problems of `docs/sources.yml` and of the 依据 that cite it; `own` are the institution's plans by year.

    Where there is no such file, that alone is the Problem, and has been told.
    """
    if sources is NONE:
        return []
    joined = sources.joined(row.plan for row in own)
    declared = (*_declared(sources, joined), *check_articles(sources), *_taken(sources, own))
    return [*declared, *check_bases(sets, joined, own), *_on_articles(sets, joined)]


def check_bases(sets: Iterable[StandardSet], sources: Sources, own: Sequence[OwnPlan]) -> Iterator[Problem]:
    """依据 that cite an undeclared document, a clause that the plan does not have, or another institution's plan."""
    clauses = {row.plan.id: row.clauses for row in own}
    for each in sets:
        bases = [basis for standard in each.standards for basis in standard.basis]
        for basis in bases:
            written = clauses.get(basis.document)
            if basis.document not in sources.by_id:
                yield _undeclared(basis.document, basis.where("document"), sources)
            elif written is not None:
                yield from _unwritten(basis, written)
        if own:
            yield from _others([row for row in bases if _of_another(row, clauses, sources)], own[-1].plan, sources)


def _on_articles(sets: Iterable[StandardSet], sources: Sources) -> Iterator[Problem]:
    """依据 that cite an article that nobody declared, or rest criteria on it that the standard does not have; each told once."""
    standards = {id(row): row for each in sets for row in each.standards}
    for standard in standards.values():
        for basis in standard.basis:
            yield from check_cited(basis, basis.clause, sources.by_id.get(basis.document))
            yield from check_own_criteria(standard, basis)


def _declared(sources: Sources, joined: Sources) -> Iterator[Problem]:
    seen: dict[str, Source] = {}
    for row in sources.documents:
        first = seen.setdefault(row.id, row.where("id"))
        if first != row.where("id"):
            message = f"编号“{row.id}”用了两次，先见于第 {first.line} 行"
            yield report("S115", row.where("id"), message, "每份文件一个编号，请改成不重复的。")
        if row.since is not None:
            yield from check_span(row, row.since, row.until)
        if row.successor is not None and row.successor not in joined.by_id:
            yield _undeclared(row.successor, row.where("successor"), joined)
    if sources.plan is not None and sources.plan not in joined.by_id:
        yield _undeclared(sources.plan, sources.where("plan"), joined)


def _taken(sources: Sources, own: Iterable[OwnPlan]) -> Iterator[Problem]:
    """Plans whose id another document or the plan of another year has."""
    names = {row.id: row.name for row in sources.documents}
    for plan in (row.plan for row in own):
        name = names.setdefault(plan.id, plan.name)
        if name != plan.name:
            message = f"编号“{plan.id}”已经是另一份文件《{name}》的"
            hint = f"各份方案的编号不相同，请另起一个，如“本校方案{plan.year}”。"
            yield report("S117", plan.where("id"), message, hint)


def _undeclared(id: str, place: Source, sources: Sources) -> Problem:
    hint = did_you_mean(id, sources.by_id, "请写 docs/sources.yml 里文件的编号，没有的先在那里写一行。")
    return report("S113", place, f"没有编号为“{id}”的文件", hint)


def _unwritten(basis: Basis, clauses: Collection[str]) -> Iterator[Problem]:
    if basis.clause is not None and basis.clause not in clauses:
        hint = did_you_mean(basis.clause, clauses, "请核对方案原文里的编号。")
        yield report("S112", basis.where("clause"), f"方案里没有{basis.clause}这一条", hint)


def _of_another(basis: Basis, own: Collection[str], sources: Sources) -> bool:
    """Whether a basis cites a plan that is none of the institution's, as if it were."""
    cited = sources.by_id.get(basis.document)
    return cited is not None and cited.year is not None and not cited.foreign and cited.id not in own


def _others(bases: list[Basis], plan: Plan, sources: Sources) -> Iterator[Problem]:
    """One 警告 for a whole set: a handbook taken over from another institution may have many of these 依据."""
    if bases:
        name = sources.by_id[bases[0].document].name
        message = f"这套标准有 {len(bases)} 条依据引的是《{name}》，不是本校的《{plan.name}》"
        hint = f"网页上只写文件名，不作链接。请逐条核对，改成“文件: {plan.id}”和本校的条款，或改引别的依据。"
        yield report("S112", bases[0].where("document"), message, hint)
