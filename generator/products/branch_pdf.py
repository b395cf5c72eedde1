"""One branch's file on paper: its page and its checklist as one PDF."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.build.edition import Edition
from generator.disclose.gate import guard
from generator.disclose.hidden import hidden_words
from generator.disclose.judged import JudgedBranch
from generator.disclose.view import BranchView
from generator.errors import ConfigurationError, RecordsRefusedError, UnprintableError
from generator.formats.pdf.branch_file import branch_file_source
from generator.formats.pdf.engine import compile_pdf
from generator.judge import judge_branch
from generator.model.problem import Problem, Severity, has_errors
from generator.model.record import Audience
from generator.present.branch.branch_file import printed_branch_file
from generator.present.branch.branch_year import current_year
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
    above = edition.rules.above(edition.rules.unit(committee))
    judged = judge_branch(edition.rules, committee.branches[0], above)
    problems = tuple(sorted((*surveyed.problems, *judged.problems)))
    view = BranchView.of(judged, settings.audience, alone=True)
    if settings.audience is Audience.PUBLIC:
        raise ConfigurationError("公开版没有支部档案：其中都是结论和台账。请写 --audience internal 或 restricted。")
    if view is None or has_errors(problems):
        raise _refused(problems)
    try:
        _print(edition, judged, view, target)
    except UnprintableError as error:
        if stops := tuple(_unprinted(problems, error.characters)):
            raise _refused(stops) from error
        raise
    return problems


def _print(edition: Edition, judged: JudgedBranch, view: BranchView, target: Path) -> None:
    """Made in a folder of its own and moved once the gate has looked at it."""
    settings = edition.survey.settings
    source = branch_file_source(printed_branch_file(current_year(edition.site, view)))
    with TemporaryDirectory() as folder:
        fresh = Path(folder) / target.name
        fresh.write_bytes(compile_pdf(source, settings.typefaces))
        hidden = (*hidden_words(judged, view).words, *edition.hidden_words())
        guard(Path(folder), hidden, lambda: (*edition.seen_words(), *view.texts()))
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.move(fresh, target)


def _refused(problems: Iterable[Problem]) -> RecordsRefusedError:
    return RecordsRefusedError("台账有错误，没有生成 PDF。", sorted(problems))


def _unprinted(problems: Iterable[Problem], characters: Iterable[str]) -> Iterable[Problem]:
    """The warnings about characters without a glyph that now stop the PDF, as 错误."""
    missing = tuple(characters)
    for row in problems:
        if row.code == "R028" and any(map(row.message.__contains__, missing)):
            yield row._replace(severity=Severity.ERROR)
