"""推进计划与对策 on a branch's pages: how the branch's plan went, and which gaps it mends how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.model import words
from generator.model.branch_file import FileTable, PlanPart
from generator.model.dossier import Dossier
from generator.model.finding import Verdict
from generator.model.judged_year import PlanJudgement
from generator.model.records.branch_plan import BranchPlan, PlannedWork, Remedy
from generator.present.kit.catalogue import Catalogue
from generator.present.kit.fragments import without_tags
from generator.present.kit.site import Site
from generator.present.kit.urls import branch_path, branch_plan_path, file_path, root
from generator.present.kit.verdicts import CHIPS

_WORK = ("工作", "措施", "责任", "期限")
_REMEDY = ("问题", "类别", "标准", "对策", "责任", "期限", "完成")


@dataclass(frozen=True, slots=True, kw_only=True)
class StepLine:
    """One step of the plan: which, when, by whom; `counts` is off for what lies after `as_of`."""

    name: str
    day: str
    office: str
    note: str
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkLine:
    """One piece of work in the plan."""

    matter: str
    measure: str
    responsible: str
    due: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RemedyLine:
    """One gap, the standards it answers (label and file from the site's root), its remedy, and how it stands."""

    problem: str
    labels: str
    standards: tuple[tuple[str, str], ...]
    measure: str
    responsible: str
    due: str
    state: str
    overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSection:
    """A branch's plan and remedies as its page shows them; `file` is the copy to be signed, empty where there is none."""

    clause: Markup
    verdict: Verdict | None
    reason: str
    steps: tuple[StepLine, ...]
    works: tuple[WorkLine, ...]
    remedies: tuple[RemedyLine, ...]
    tally: str
    file: str

    @property
    def chip(self) -> Markup:
        """The conclusion on its tint; nothing where no plan is asked for."""
        return CHIPS[self.verdict] if self.verdict else Markup()


def plan_section(
    site: Site, dossier: Dossier, catalogue: Catalogue, judgement: PlanJudgement | None
) -> PlanSection | None:
    """The section of the branch page; None where nothing is asked and nothing recorded."""
    register = dossier.registers.get(site.year)
    plan = register.plan if register is not None else None
    remedies = register.remedies if register is not None else ()
    if judgement is None and plan is None and not remedies:
        return None
    return PlanSection(
        clause=site.plan_clause(root(branch_path(dossier.id, site.year_folder))),
        verdict=judgement.state.verdict if judgement else None,
        reason=judgement.reason if judgement else "",
        steps=step_lines(plan, site.as_of),
        works=work_lines(plan),
        remedies=tuple([remedy_line(row, catalogue, site.as_of) for row in remedies]),
        tally=_tally(remedies, site.as_of),
        file=file_path(branch_plan_path(dossier.id, site.year_folder)) if plan is not None else "",
    )


def step_lines(plan: BranchPlan | None, as_of: date) -> tuple[StepLine, ...]:
    """The steps of a plan in the order of the record."""
    return tuple(
        StepLine(
            name=row.step.value,
            day=words.day(row.on),
            office=row.office,
            note=row.note or "",
            counts=row.on <= as_of,
        )
        for row in (plan.course if plan else ())
    )


def work_lines(plan: BranchPlan | None) -> tuple[WorkLine, ...]:
    """The work that a plan lists."""
    return tuple(_work(row) for row in (plan.works if plan else ()))


def _work(row: PlannedWork) -> WorkLine:
    return WorkLine(matter=row.matter, measure=row.measure or "", responsible=row.responsible, due=words.day(row.due))


def remedy_line(row: Remedy, catalogue: Catalogue, as_of: date) -> RemedyLine:
    """One remedy, and how it stands at `as_of`."""
    return RemedyLine(
        problem=row.problem,
        labels="、".join(dict.fromkeys(row.labels)),
        standards=tuple(_standard(id, catalogue) for id in dict.fromkeys(row.standards)),
        measure=row.measure,
        responsible=row.responsible,
        due=words.day(row.due),
        state=_state(row, as_of),
        overdue=_is_open(row, as_of) and row.due < as_of,
    )


def _standard(id: str, catalogue: Catalogue) -> tuple[str, str]:
    view = catalogue.standards.get(id)
    return (f"{view.id} {view.name}", view.file) if view else (id, "")


def _is_open(row: Remedy, as_of: date) -> bool:
    return row.done is None or row.done > as_of


def _state(row: Remedy, as_of: date) -> str:
    if row.done is not None and row.done <= as_of:
        return f"{words.short_day(row.done)}完成" if row.done.year == row.due.year else f"{words.day(row.done)}完成"
    left = words.countdown(as_of, row.due)
    return f"没有完成记录，{left}" if row.due < as_of else f"办理中，{left}"


def _tally(remedies: tuple[Remedy, ...], as_of: date) -> str:
    """How many remedies there are, done, under way, and past their date."""
    still = [row for row in remedies if _is_open(row, as_of)]
    late = sum(row.due < as_of for row in still)
    parts = (("已完成", len(remedies) - len(still)), ("办理中", len(still) - late), ("已过期限、没有完成记录", late))
    return "，".join(f"{label} {number} 条" for label, number in parts if number)


def plan_part(part: PlanSection) -> PlanPart:
    """推进计划与对策."""
    return PlanPart(
        verdict=part.verdict,
        told=f"{part.reason}。依据 {without_tags(part.clause)}；期限看首次报送" if part.reason else "",
        steps=tuple([_step(row) for row in part.steps]),
        works=FileTable(
            f"推进计划的工作（{len(part.works)} 项）",
            _WORK,
            tuple([(row.matter, row.measure, row.responsible, row.due) for row in part.works]),
        ),
        remedies=FileTable("对策", _REMEDY, tuple(_remedies(part))),
        tally=f"对策 {len(part.remedies)} 条：{part.tally}。" if part.remedies else "没有对策的记录。",
    )


def _step(row: StepLine) -> str:
    late = "" if row.counts else "晚于截至日，不计"
    return " ".join(filter(None, (row.name, row.day, row.office, row.note, late)))


def _remedies(part: PlanSection) -> Iterator[tuple[str, ...]]:
    for row in part.remedies:
        standards = "、".join(label for label, _ in row.standards)
        yield row.problem, row.labels, standards, row.measure, row.responsible, row.due, row.state
