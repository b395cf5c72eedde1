"""Where the time of one branch goes, and what readers of YAML cost: CPU in milliseconds, the least of several rounds."""

from __future__ import annotations

import importlib
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

import yaml
from institution import institution

from generator.build.edition import Edition
from generator.build.executors import rare_garbage_collection
from generator.disclose.gate import page_leaks
from generator.disclose.hidden import hidden_words
from generator.disclose.judged import JudgedBranch
from generator.disclose.view import BranchView
from generator.evaluate.assess import assess
from generator.load.fast_reader import read_fast
from generator.load.reader import parse
from generator.load.records import load_dossier
from generator.model.index import BranchEntry
from generator.model.judged_year import JudgedYear
from generator.model.page import page_file
from generator.output.storage import FolderStorage
from generator.present.branch.branch_year import branch_pages
from generator.present.kit.site import Site
from generator.settings import configure
from generator.survey import Rules, Survey, survey
from generator.validate.dossiers import validate_dossier

BRANCHES = 200
"""So many that what the program remembers of values is as little use as in a large institution."""

ROUNDS = 3
DAY = date(2019, 11, 25)

T = TypeVar("T")


class Watch:
    """The least CPU time of every step of every branch."""

    def __init__(self) -> None:
        self._best: dict[tuple[str, str], float] = {}

    def time(self, step: str, branch: str, work: Callable[[], T]) -> T:
        """Do the work, and note its time if it is the least so far."""
        start = time.process_time()
        done = work()
        spent = time.process_time() - start
        self._best[step, branch] = min(self._best.get((step, branch), spent), spent)
        return done

    def means(self) -> dict[str, float]:
        """Milliseconds a branch of every step."""
        steps: dict[str, list[float]] = {}
        for (step, _), spent in self._best.items():
            steps.setdefault(step, []).append(spent)
        return {step: round(1000 * sum(spent) / len(spent), 4) for step, spent in steps.items()}


def stages(project: Path) -> dict[str, float]:
    """Milliseconds a branch of each way to read a register, and of each stage from records to pages."""
    shutil.rmtree(project, ignore_errors=True)
    institution(BRANCHES, project)
    options = {"audience": "internal", "as_of": DAY.isoformat(), "records": "records"}
    surveyed = survey(configure(project, project / "docs", options, DAY))
    assert surveyed.index is not None
    site = Edition.of(surveyed).site
    watch = Watch()
    with rare_garbage_collection():
        for turn in range(ROUNDS):
            storage = FolderStorage(project / f"site-{turn}")
            storage.folder.mkdir()
            for entry in surveyed.index.branches():
                for reader, work in _readers(entry):
                    watch.time(f"read: {reader}", entry.id, work)
                _stages(watch, surveyed, site, entry, storage)
    shutil.rmtree(project)
    return watch.means()


def _readers(entry: BranchEntry) -> Iterator[tuple[str, Callable[[], object]]]:
    text = (entry.folder / "2019.yml").read_text(encoding="utf-8")
    yield "PyYAML C loader", lambda: yaml.load(text, Loader=yaml.CSafeLoader)
    yield "PyYAML C nodes", lambda: yaml.compose(text, Loader=yaml.CSafeLoader)
    yield "PyYAML C events", lambda: list(yaml.parse(text, Loader=yaml.CSafeLoader))
    try:
        loads = importlib.import_module("yaml_rs").loads
    except ModuleNotFoundError:
        pass
    else:
        yield "yaml-rs", lambda: loads(text)
    assert read_fast("2019.yml", text, parse) is not None, "the plain reader gave up"
    yield "plain", lambda: read_fast("2019.yml", text, parse)


def _stages(watch: Watch, surveyed: Survey, site: Site, entry: BranchEntry, storage: FolderStorage) -> None:
    settings, rules, id = surveyed.settings, surveyed.rules, entry.id
    assert isinstance(rules, Rules)
    dossier, _ = watch.time("load", id, lambda: load_dossier(entry, settings.root))
    assert dossier is not None
    criteria = partial(rules.criteria, entry.kind)
    watch.time("validate", id, lambda: validate_dossier(dossier, criteria, settings.as_of))
    found = watch.time("evaluate", id, lambda: assess(rules.sets, dossier, rules.context))
    assert found is not None
    judged = JudgedBranch(
        entry=entry,
        dossier=dossier,
        years=(JudgedYear(found),),
        problems=(),
        sets=rules.sets,
        as_of=settings.as_of,
    )
    view = watch.time("view", id, lambda: BranchView.of(judged, settings.audience))
    assert view is not None
    hidden = watch.time("hidden words", id, lambda: hidden_words(judged, view).words)
    pages = branch_pages(site, view)
    both = [watch.time(kind, id, lambda: next(pages)) for kind in ("page", "checklist")]
    made = [(page_file(page.path), page.body, page.body.encode()) for page in both]
    watch.time("gate", id, lambda: [list(page_leaks(*page, hidden, view.texts)) for page in made])
    watch.time("write", id, lambda: [storage.write(name, body) for name, _, body in made])
