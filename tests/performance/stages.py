"""Where the time of one branch goes, and what readers of YAML cost: CPU in milliseconds, the least of several rounds."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from institution import institution

from generator.edition import Edition
from generator.evaluate.assess import assess, withhold
from generator.load.dossiers import load_dossier
from generator.load.plain import read_plain
from generator.model.index import BranchEntry
from generator.pipeline import Rules, Survey, survey
from generator.present.branch import branch_pages
from generator.present.site import Site
from generator.publish.approval import published_dossier
from generator.settings import configure
from generator.units import hidden_of
from generator.validate.dossiers import validate_dossier

BRANCHES = 40
ROUNDS = 7
DAY = date(2019, 11, 25)

Steps = Iterator[tuple[str, Callable[[], Any]]]


def stages(project: Path) -> dict[str, float]:
    """Milliseconds a branch of each stage, and of each way to read a register."""
    if not project.exists():
        institution(BRANCHES, project)
    options = {"audience": "internal", "as_of": DAY.isoformat(), "records": "records"}
    surveyed = survey(configure(project, project / "docs", options, DAY))
    assert surveyed.index is not None
    site = Edition.of(surveyed).site
    best: dict[tuple[str, str], float] = {}
    for _ in range(ROUNDS):
        for entry in surveyed.index.branches():
            for name, step in (*_readers(entry), *_stages(surveyed, site, entry)):
                key = (name, entry.id)
                best[key] = min(best.get(key, 1e9), _milliseconds(step))
    names = dict.fromkeys(name for name, _ in best)
    count = len({id for _, id in best})
    return {name: round(sum(best[key] for key in best if key[0] == name) / count, 4) for name in names}


def _milliseconds(step: Callable[[], Any]) -> float:
    start = time.process_time()
    step()
    return (time.process_time() - start) * 1000


def _readers(entry: BranchEntry) -> Steps:
    text = (entry.folder / "2019.yml").read_text(encoding="utf-8")
    yield "read: PyYAML CSafeLoader", lambda: yaml.load(text, Loader=yaml.CSafeLoader)
    yield "read: PyYAML C nodes", lambda: yaml.compose(text, Loader=yaml.CSafeLoader)
    yield "read: PyYAML C events", lambda: list(yaml.parse(text, Loader=yaml.CSafeLoader))
    yield "read: our plain reader", lambda: read_plain("2019.yml", text)
    try:
        import yaml_rs  # noqa: PLC0415 - measured where it is installed
    except ImportError:
        return
    yield "read: yaml-rs", lambda: yaml_rs.loads(text)


def _stages(surveyed: Survey, site: Site, entry: BranchEntry) -> Steps:
    settings, rules = surveyed.settings, surveyed.rules
    assert isinstance(rules, Rules)
    dossier, _ = load_dossier(entry, settings.root)
    assert dossier is not None
    found = assess(rules.sets, dossier, rules.terms)
    seen = published_dossier(dossier, settings.audience, settings.as_of)
    shown = withhold(found, rules.sets, settings.audience)
    yield "load", lambda: load_dossier(entry, settings.root)
    yield "validate", lambda: validate_dossier(dossier, rules.criteria, settings.as_of, rules.restricted)
    yield "evaluate", lambda: assess(rules.sets, dossier, rules.terms)
    yield "project", lambda: published_dossier(dossier, settings.audience, settings.as_of)
    yield "hidden words", lambda: list(hidden_of(dossier, seen, settings.audience))
    yield "pages", lambda: list(branch_pages(site, seen, shown))
