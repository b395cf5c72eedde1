"""发展党员流程: the steps as one picture, and as a table for the page of the standard that they are judged by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from generator.model import words
from generator.model.placeholders import Block, Slot
from generator.model.records.development_process import DevelopmentProcess, ProcessStage, ProcessStep
from generator.model.standard import Credibility
from generator.present.handbook.process_words import interval_words, rule_source, step_words
from generator.present.kit.flow_chart import FlowStep, flow_chart
from generator.present.kit.site import Site
from generator.present.kit.slots import SlotContext, standard_of_page
from generator.present.kit.templates import render
from generator.present.kit.urls import root


@dataclass(frozen=True, slots=True, kw_only=True)
class StepCard:
    """One step of the picture; `hand` numbers who decides, so that the same body looks the same."""

    id: str
    name: str
    decided_by: str
    hand: int
    conditions: tuple[str, ...]
    source: Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRow:
    """One stage of the picture."""

    numeral: str
    name: str
    title: str
    steps: tuple[StepCard, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessPicture:
    """One version of the process; `now` is set for the one in force on the day of the edition."""

    id: str
    name: str
    document: str
    days: str
    drafted_by: str
    now: bool
    hands: tuple[str, ...]
    stages: tuple[StageRow, ...]


def _picture(at: SlotContext) -> str:
    """Every version, the one in force first; the others can be unfolded."""
    site = at.site
    current = site.processes.on(site.as_of)
    charts = list(_charts(current or site.processes.latest))
    versions = sorted(site.processes.versions, key=lambda row: row is not current)
    signs = [(each.value, each.meaning) for each in Credibility]
    return render(
        "handbook/process",
        charts=charts,
        pictures=[_drawn(at, row, now=row is current) for row in versions],
        signs=signs,
    )


def _procedure(at: SlotContext) -> str:
    """流程 of a standard, where its front matter tells one."""
    row = standard_of_page(at)
    steps = [] if row.view.inapplicable else row.standard.procedure
    drawn = [
        FlowStep(str(number), step.name, step.by or "", (step.note,) if step.note else (), step.vote)
        for number, step in enumerate(steps, 1)
    ]
    chart = flow_chart("procedure", f"{row.view.name}的流程", drawn) if drawn else ""
    return render("handbook/procedure", chart=chart, votes=any(step.vote for step in drawn))


SLOTS = {Slot.PROCESS: _picture, Slot.STANDARD_PROCEDURE: _procedure}


def _table(site: Site, path: str) -> str:
    """The steps as a Markdown table: conditions by the version in force, and the clauses of every version."""
    versions = site.processes.versions
    current = site.processes.on(site.as_of) or site.processes.latest
    if current is None:
        return "没有登记发展党员流程。\n"
    heads = ["环节", "谁办", "次序、期限", *(f"{row.id} 版条号" for row in versions)]
    rows = [heads, ["---"] * len(heads)]
    for stage in current.stages:
        rows.append([f"**{stage.name}**", *[""] * (len(heads) - 1)])
        rows += [[*_cells(current, step), *_sources(site, path, step)] for step in stage.steps]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


BLOCKS = {Block.PROCESS_TABLE: _table}


def _cells(current: DevelopmentProcess, step: ProcessStep) -> list[str]:
    after = f"在环节 {'、'.join(step.after)} 之后" if step.after else ""
    conditions = "；".join(filter(None, (after, *step_words(current, step))))
    return [f"{step.id} {step.name}", step.decided_by, conditions]


def _sources(site: Site, path: str, step: ProcessStep) -> Iterator[Markup]:
    """The clauses of every version."""
    for row in site.processes.versions:
        yield _source(site, path, row, row.steps[step.id]) if step.id in row.steps else Markup("—")


def _source(site: Site, path: str, process: DevelopmentProcess, step: ProcessStep) -> Markup:
    """The clause of a step with 可信度, as a link to where the handbook tells of the article."""
    document = site.sources.by_id.get(process.document)
    shown = escape(rule_source(step))
    if document is None or step.clause is None:
        return shown
    return site.cites.articles_shown(shown, document, step.clause, root(path))


def _charts(process: DevelopmentProcess | None) -> Iterator[tuple[str, Markup]]:
    """A picture a stage: steps, who takes them, and within what time."""
    if process is None:
        return
    for number, stage in enumerate(process.stages, start=1):
        title = f"{words.numeral(number)}、{stage.name}"
        yield title, flow_chart(f"stage-{number}", title, [_flow_step(process, step) for step in stage.steps])


def _flow_step(process: DevelopmentProcess, step: ProcessStep) -> FlowStep:
    limits = [interval_words(row) for row in process.ending[step.id]]
    if (every := step.regularly) is not None:
        limits.append(f"每 {every.every} 个{every.unit}一次")
    return FlowStep(step.id, step.name, step.decided_by, tuple(limits), step.vote is not None)


def _drawn(at: SlotContext, process: DevelopmentProcess, *, now: bool) -> ProcessPicture:
    hands = tuple(dict.fromkeys(step.decided_by for step in process.steps.values()))
    return ProcessPicture(
        id=process.id,
        name=process.name,
        document=process.document,
        days=_days(process),
        drafted_by=process.drafted_by.value,
        now=now,
        hands=hands,
        stages=tuple(_stages(at, process, hands)),
    )


def _stages(at: SlotContext, process: DevelopmentProcess, hands: tuple[str, ...]) -> Iterator[StageRow]:
    for number, stage in enumerate(process.stages, start=1):
        cards = tuple(_card(at, process, step, hands) for step in stage.steps)
        yield StageRow(numeral=words.numeral(number), name=stage.name, title=_title(stage), steps=cards)


def _title(stage: ProcessStage) -> str:
    return f"{stage.title}，{len(stage.steps)} 个环节"


def _card(at: SlotContext, process: DevelopmentProcess, step: ProcessStep, hands: tuple[str, ...]) -> StepCard:
    return StepCard(
        id=step.id,
        name=step.name,
        decided_by=step.decided_by,
        hand=hands.index(step.decided_by) % 4 + 1,
        conditions=tuple(step_words(process, step)),
        source=_source(at.site, at.path, process, step),
    )


def _days(process: DevelopmentProcess) -> str:
    since = f"{words.day(process.since)}起" if process.since else ""
    until = f"到{words.day(process.until)}为止" if process.until else ""
    return f"{since}{until}办的环节按这一版"
