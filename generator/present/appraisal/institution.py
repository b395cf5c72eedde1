"""考核验收 of 学校: coverage by committees, draws that can be repeated, 抽验, nominations and last places as people wrote them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.model import words
from generator.model.draw import ALGORITHM, DrawTicket, list_digest, tickets
from generator.model.page import Page
from generator.model.record import Audience
from generator.model.records.last_places import LastPlace, LastPlaces
from generator.model.records.school_appraisal import DrawnKind, RecordedDraw
from generator.present.appraisal.kept import committee_register_of, last_places_of, school_materials
from generator.present.appraisal.proposals import ProposalLines, proposal_lines
from generator.present.appraisal.steps import APPRAISAL_STEPS, branch_steps
from generator.present.committee.views import InstitutionView
from generator.present.kit.appraisal_urls import committee_appraisal_path, institution_appraisal_path, nomination_path
from generator.present.kit.page_kind import YEAR, Heading, PageKind
from generator.present.kit.site import Site
from generator.present.kit.templates import render
from generator.present.kit.units import school_register
from generator.present.kit.urls import COMMITTEES, institution_register_path, url


class CoverageLine(NamedTuple):
    """A committee: how many of its branches have a day of each step; of 抽验, how many of those drawn."""

    name: str
    target: str
    branches: int
    done: tuple[tuple[str, str], ...]


class DrawLine(NamedTuple):
    """One kind of a draw: how many of how many, and the tickets in order, those drawn first."""

    kind: str
    number: int
    drawn: str
    tickets: tuple[tuple[DrawTicket, str], ...]


class DrawBlock(NamedTuple):
    """One draw as a page shows it; `course` is what happened on which day."""

    id: str
    digest: str
    course: tuple[str, ...]
    lines: tuple[DrawLine, ...]


def _pages(view: InstitutionView) -> Iterator[Page]:
    years = [view.site.of(year) for year in view.site.unit_years(view.site.index.further)]
    for site in years:
        yield _page(site, years)


PAGES = (
    PageKind(
        name="institution-appraisal",
        about="全校的考核验收：各单位走到哪一步、抽验名单和名额",
        subject=InstitutionView,
        paths=(institution_appraisal_path(), institution_appraisal_path(YEAR)),
        editions=frozenset({Audience.RESTRICTED}),
        tab=COMMITTEES,
        headings=(
            Heading(2, "coverage", "四步走到哪里"),
            Heading(2, "draws", "抽签"),
            Heading(2, "samplings", "抽验意见"),
            Heading(2, "nominations", "选树推荐"),
            Heading(2, "last", "倒序管理"),
        ),
        make=_pages,
        toc=False,
        systems=("Y37", "Y38", "Y39"),
    ),
)


def _page(site: Site, years: Sequence[Site]) -> Page:
    path, kept = institution_appraisal_path(site.year_folder), school_materials(site.index.further, site.year)
    title = f"{site.institution.name}{f'{site.year}年度' if site.further else ''}考核验收"
    names = {branch.id: branch.called(site.as_of) for branch in site.branches.values()}
    last = last_places_of(site.index.further, site.year)
    body = render(
        "appraisal/institution",
        title=title,
        edition=site.edition,
        back=url(path, institution_register_path(site.year_folder)),
        years=[
            (each.year, "" if each is site else url(path, institution_appraisal_path(each.year_folder)))
            for each in years
        ],
        names=APPRAISAL_STEPS,
        coverage=list(_coverage(site, path)),
        algorithm=ALGORITHM,
        draws=[_draw(row, names) for row in kept.draws],
        samplings=[(names.get(row.branch, row.branch), words.day(row.on), row) for row in kept.samplings],
        nominations=list(_nominations(site, names, path)),
        last=last,
        places=_places(last, names),
    )
    return Page(path=path, kind="institution-appraisal", title=title, body=body)


def _coverage(site: Site, path: str) -> Iterator[CoverageLine]:
    for entry in site.index.committees:
        living = entry.living(site.judged_on)
        rows = list(
            branch_steps(living, committee_register_of(entry.further, site.year), school_register(site), site.as_of)
        )
        counts = [sum(row.days[at] is not None for row in rows) for at in range(len(APPRAISAL_STEPS))]
        asked = [*(len(rows) for _ in APPRAISAL_STEPS[:-1]), sum(row.drawn for row in rows)]
        done = tuple((step, f"{count}/{of}") for step, count, of in zip(APPRAISAL_STEPS, counts, asked, strict=True))
        target = url(path, committee_appraisal_path(entry.id, site.year_folder))
        yield CoverageLine(entry.committee.name, target, len(rows), done)


def _draw(row: RecordedDraw, names: Mapping[str, str]) -> DrawBlock:
    digest = list_digest(row.draw_lists)
    return DrawBlock(
        row.id, row.digest, tuple(_course(row)), tuple(_line(each, digest, row, names) for each in row.lists)
    )


def _course(row: RecordedDraw) -> Iterator[str]:
    yield f"名单和摘要公布：{words.day(row.announced_on) if row.announced_on else '还没有公布'}"
    yield f"种子来源：{row.seed_source or '没有写'}"
    yield f"种子：{row.seed or '还没有定'}{f'（{words.day(row.seed_on)}）' if row.seed_on else ''}"
    yield f"抽签：{words.day(row.on) if row.on else '还没有抽'}"


def _line(row: DrawnKind, digest: str, draw: RecordedDraw, names: Mapping[str, str]) -> DrawLine:
    drawn = "、".join(names.get(id, id) for id in row.drawn) or "没有登记"
    found = tickets(digest, draw.seed, row.listed) if draw.seed is not None else []
    told = tuple((each, names.get(each.id, each.id)) for each in found)
    return DrawLine(f"{row.kind}党支部 {len(row.listed)} 个", row.number, drawn, told)


def _nominations(site: Site, names: Mapping[str, str], path: str) -> Iterator[tuple[str, str, ProposalLines]]:
    """The nominations in the order of the file, each with the page where evidence and gaps stand side by side."""
    for row in school_materials(site.index.further, site.year).nominations:
        target = url(path, nomination_path(row.branch, site.year_folder))
        yield names.get(row.branch, row.branch), target, proposal_lines(row)


def _places(record: LastPlaces | None, names: Mapping[str, str]) -> Sequence[tuple[str, LastPlace, str]]:
    """The rows as they were written down, not sorted, with what their grounds still lack."""
    rows = record.rows if record else ()
    return [(names.get(row.branch, row.branch), row, "、".join(row.missing)) for row in rows]
