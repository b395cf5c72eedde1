"""What `zhibu appraisal` writes: papers for self-review, review, selection and work reports, of one unit, past the gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from generator.errors import ConfigurationError
from generator.formats.return_xlsx import return_xlsx
from generator.load.scales import BRANCH_SCALE, load_scale
from generator.model.paper import Paper
from generator.model.record import Audience
from generator.present.appraisal.kept import nominations_of
from generator.present.appraisal.papers import nomination_sheet, report_sheet, review_book, self_review
from generator.present.branch.branch_year import BranchYear
from generator.products.paper_files import JudgedUnit, PaperFile, judged_unit
from generator.settings import Scope, Settings


def write_self_reviews(settings: Settings, scope: Scope, folder: Path) -> list[Path]:
    """The 自评表 of each branch of a unit, without what only the restricted edition shows: the branch fills it in itself."""
    unit = judged_unit(settings, scope, Audience.INTERNAL)
    return unit.write(_word(unit, settings, "self-review", self_review), folder)


def write_review_books(settings: Settings, scope: Scope, folder: Path) -> list[Path]:
    """The 复评本 of each branch of a unit, for Word and as a workbook."""
    unit = judged_unit(settings, scope, Audience.RESTRICTED)
    return unit.write(_both(unit, settings), folder)


def write_report_sheets(settings: Settings, scope: Scope, folder: Path) -> list[Path]:
    """The 述职评议表 of each branch of a unit, by the scale that the handbook has for branches."""
    scale = load_scale(settings.docs, BRANCH_SCALE)
    if not scale.items:
        raise ConfigurationError(
            f"docs/scales.md 里没有 {{#{BRANCH_SCALE}}} 这一节，或下面没有编号的项目。请补上量表。"
        )
    unit = judged_unit(settings, scope, Audience.INTERNAL)
    return unit.write(_word(unit, settings, "work-report", lambda year: report_sheet(year, scale)), folder)


def write_nominations(settings: Settings, branch: str, folder: Path) -> list[Path]:
    """The 推荐表 of a branch, one for each nomination of the year; raises ConfigurationError where there is none."""
    unit = judged_unit(settings, Scope(kind="branch", id=branch), Audience.RESTRICTED)
    rows = nominations_of(unit.edition.site.index.further, settings.year, branch)
    if not rows:
        raise ConfigurationError(
            f"{settings.year} 年没有支部 {branch} 的推荐。请先写进 records/school/{settings.year}-appraisal.yml 的“选树推荐”。"
        )
    year = unit.shown(unit.views[0])
    stem = f"{branch}-{settings.year}-nomination"
    names = (f"{stem}{f'-{at}' if at > 1 else ''}" for at in range(1, len(rows) + 1))
    made = (PaperFile.word(name, nomination_sheet(year, row)) for name, row in zip(names, rows, strict=True))
    return unit.write(made, folder)


def _living(unit: JudgedUnit, settings: Settings, name: str) -> Iterator[tuple[str, BranchYear]]:
    """The branches that are there on `as_of`, each with the stem of its file's name."""
    for view in unit.views:
        ended = view.dossier.profile.dissolved
        if ended is None or ended > settings.as_of:
            yield f"{view.dossier.id}-{settings.year}-{name}", unit.shown(view)


def _word(unit: JudgedUnit, settings: Settings, name: str, make: Callable[[BranchYear], Paper]) -> Iterator[PaperFile]:
    for stem, year in _living(unit, settings, name):
        yield PaperFile.word(stem, make(year))


def _both(unit: JudgedUnit, settings: Settings) -> Iterator[PaperFile]:
    for stem, year in _living(unit, settings, "review-book"):
        paper = review_book(year)
        yield PaperFile.word(stem, paper)
        yield PaperFile(f"{stem}.xlsx", return_xlsx(paper))
