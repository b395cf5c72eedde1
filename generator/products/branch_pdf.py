"""One branch's file on paper: its page and its checklist as one PDF."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build.committee import hidden_of, seen_years, shown_of
from generator.build.edition import Edition, cover
from generator.disclose.approval import published_dossier
from generator.disclose.gate import guard
from generator.errors import RecordsRefusedError, UnprintableError
from generator.evaluate.assess import UpperReviews
from generator.formats.pdf import Chapter, document_pdf
from generator.judge import judge_branch
from generator.model.problem import Problem, Severity
from generator.present.branch.page import branch_pages
from generator.present.branch.plan import PLAN_KIND
from generator.settings import Settings
from generator.survey import survey


def branch_file(settings: Settings, target: Path) -> tuple[Problem, ...]:
    """The scoped branch's page and checklist as one PDF; returns the 警告 of its records.

    Raises RecordsRefusedError, and writes nothing, where they hold an 错误.
    """
    surveyed = survey(settings)
    if not surveyed.sound or surveyed.index is None:
        raise _refused(surveyed.problems)
    edition = Edition.of(surveyed)
    committee = surveyed.index.committees[0]
    above = UpperReviews.of(surveyed.index.institution, committee.committee)
    judged = judge_branch(edition.rules, committee.branches[0], above)
    problems = tuple(sorted((*surveyed.problems, *judged.problems)))
    if judged.dossier is None or any(problem.severity is Severity.ERROR for problem in problems):
        raise _refused(problems)
    seen = published_dossier(judged.dossier, settings.audience, settings.as_of)
    assessment, further = seen_years(judged, edition.rules)
    made = branch_pages(edition.site, seen, assessment, judged.plan, further)
    pages = list(islice((page for page in made if page.kind != PLAN_KIND), 2))  # those of the current year
    chapters = [Chapter(title=page.title, path=page.path, level=1, html=page.body) for page in pages]
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / target.name
        front = cover(edition.site, pages[0].title, f"支部档案（{settings.year}年度）")
        try:
            document_pdf(chapters, front, fresh, faces=settings.typefaces)
        except UnprintableError as error:
            if stops := [
                row for row in problems if row.code == "R028" and any(map(row.message.__contains__, error.characters))
            ]:
                raise _refused(row._replace(severity=Severity.ERROR) for row in stops) from error
            raise
        hidden = (*hidden_of(judged.dossier, seen, settings.audience), *edition.hidden_words())
        guard(Path(folder), hidden, lambda: (*edition.seen_words(), *shown_of(seen)))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(fresh, target)
    return problems


def _refused(problems: Iterable[Problem]) -> RecordsRefusedError:
    return RecordsRefusedError("台账有错误，没有生成 PDF。", sorted(problems))
