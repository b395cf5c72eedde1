"""One edition put together: committees' pages, then the shared artifacts, then the gate.

What stands in the site already and rests on nothing that changed is left as it is (`stale`, `artifacts`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from generator.build.cached_compiler import CachedCompiler
from generator.build.committee import run_batch
from generator.build.committee_build import BuildContext, CommitteeResult, batches
from generator.build.digests import rules_key
from generator.build.edition import Edition
from generator.build.executors import BoundedExecutor, map_in_order
from generator.build.leaks import leaks_in_files, leaks_of_names
from generator.build.manifest import Manifest, ManifestArtifact, ManifestCommittee
from generator.build.problem_log import log_problems
from generator.build.shared_artifact import Artifact, SharedContext
from generator.build.stale import CommitteeStatus, find_stale, remember
from generator.build.workspace import Workspace, note
from generator.disclose.gate import Leak, refuse
from generator.model.page import url_path
from generator.model.problem import Problem
from generator.model.steps import STEPS
from generator.model.summary import BranchSummary
from generator.output.storage import FolderStorage
from generator.prose.layer import Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembled:
    """A finished tree: what it was made from, the files that differ from the copy it began as, and what was wrong."""

    manifest: Manifest
    changed: frozenset[str]
    problems: tuple[Problem, ...]


def assemble(
    edition: Edition,
    prose: Prose,
    workspace: Workspace,
    known: Manifest | None,
    *,
    artifacts: Iterable[Artifact],
    read_at: int,
    executor: BoundedExecutor,
    strict: bool,
) -> Assembled:
    """Put an edition together in `workspace`.

    `artifacts` are made in their order; `known` is what the site that stands was made from, `read_at` the moment before which the files were looked at.
    Raises RecordsRefusedError for 错误 in the records, LeakError for a hit of the gate.
    """
    rules = rules_key(edition, prose)
    if known is not None and known.rules != rules:
        known = None
    lost = workspace.begin(known.id if known else None)
    if lost is None:
        known = None
    work = _Assembly(edition, prose, workspace, known, lost or frozenset())
    try:
        work.make_committees(executor)
        problems = (*edition.survey.problems, *prose.problems, *work.problems())
        log_problems(problems, strict=strict)
        STEPS.info("生成下载的文件")
        work.make_artifacts(rules, artifacts)
        manifest = Manifest(rules=rules, read_at=read_at, committees=work.committees, artifacts=work.artifacts)
        STEPS.info("查有没有不该公开的")
        work.guard()
        work.remove_vanished(manifest)
    except BaseException:
        if known is not None:  # a tree that is served shows what was made already: none of it may be kept
            note(workspace, known.without(work.made, work.remade))
        raise
    note(workspace, manifest)
    return Assembled(manifest=manifest, changed=frozenset(work.changed), problems=problems)


class _Assembly:
    """An edition while it is put together; memory grows with committees and with what changed, not with branches.

    `known` is what the tree began as a copy of, without the files in `lost`; `made` are the committees that had to be
    made and `remade` the artifacts, `changed` the files that differ from the copy and `unscanned` those of them that
    the gate has not seen yet.
    """

    def __init__(
        self, edition: Edition, prose: Prose, workspace: Workspace, known: Manifest | None, lost: frozenset[str]
    ) -> None:
        self.edition = edition
        self.site = edition.site
        self.prose = prose
        self.workspace = workspace
        self.known = known
        self.lost = lost
        self.storage = FolderStorage(workspace.tree)
        self.committees: dict[str, ManifestCommittee] = {}
        self.artifacts: dict[str, ManifestArtifact] = {}
        self.scoped: dict[str, BranchSummary] = {}
        self.made: list[str] = []
        self.remade: list[str] = []
        self.changed: set[str] = set()
        self.unscanned: set[str] = set()
        self.leaks: list[Leak] = []

    def make_committees(self, executor: BoundedExecutor) -> None:
        """The record pages of every committee on which anything changed."""
        settings, cache = self.edition.survey.settings, self.workspace.cache
        compiler = CachedCompiler.of(settings.typefaces, cache, "prints")
        context = BuildContext(
            rules=self.edition.rules,
            site=self.site,
            shelf=self.prose.shelf,
            site_url=self.prose.site_url,
            compiler=compiler,
            guarded=self.edition.guarded_above,
        )
        found = {row.id: row for row in self._find_stale()}
        stale = [row.build for row in found.values() if row.build is not None]
        for results in map_in_order(executor, run_batch, batches(context, stale, self.storage)):
            for result in results:
                self._keep(found[result.id], result)
                STEPS.info("生成记录页：基层党委 %d/%d", len(self.made), len(stale))
        kept = {row.id: row.kept for row in found.values() if row.kept is not None}
        self.committees = {id: self.committees.get(id) or kept[id] for id in found}
        branches = (branch for row in self.committees.values() for branch in row.branches)
        compiler.kept.tidy(row.key for branch in branches for row in branch.prints)

    def _find_stale(self) -> Iterator[CommitteeStatus]:
        known = self.known.without(self.known.owners(self.lost)) if self.known is not None else None
        return find_stale(self.site, self.edition.on_record.committees, known, self.workspace.cache)

    def _keep(self, status: CommitteeStatus, result: CommitteeResult) -> None:
        self.committees[result.id] = remember(status, result, self.workspace.cache)
        self.made.append(result.id)
        if self.known is not None:  # else all of it is new, and nobody asks
            self.changed.update(result.written)
        self.leaks += result.leaks
        if self.site.scope is not None and self.site.scope.kind == "branch":
            self.scoped = {id: row.summary for id, row in result.branches.items() if row.summary is not None}

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the records of any branch."""
        for row in self.committees.values():
            yield from row.problems

    def make_artifacts(self, rules: str, artifacts: Iterable[Artifact]) -> None:
        """Whatever rests on more than one committee, where it is stale."""
        context = SharedContext(
            edition=self.edition,
            prose=self.prose,
            rules=rules,
            committees=self.committees,
            scoped=self.scoped,
            tree=self.workspace.tree,
            cache=self.workspace.cache,
        )
        wanted = self.edition.survey.settings.wanted
        for artifact in artifacts:
            if not artifact.optional or artifact.name in wanted:
                made = self.artifacts[artifact.name] = context.made[artifact.name] = self._made_or_kept(
                    artifact, context
                )
                if artifact.paged:
                    context.pages.extend(url_path(name) for name in made.files if name.endswith(".html"))
                if artifact.optional == "pdf":
                    context.printed.update((name, (context.tree / name).stat().st_size) for name in made.files)

    def _made_or_kept(self, artifact: Artifact, context: SharedContext) -> ManifestArtifact:
        key = artifact.key(context)
        kept = self.known.artifacts.get(artifact.name) if self.known else None
        if kept is not None and kept.key == key and self.lost.isdisjoint(kept.files):
            return kept
        self.remade.append(artifact.name)
        return ManifestArtifact(key, tuple(self._written(artifact, context)))

    def _written(self, artifact: Artifact, context: SharedContext) -> Iterator[str]:
        for name, data, scanned in artifact.make(context):
            if self._put(name, data):
                self.changed.add(name)
                if scanned:
                    self.unscanned.add(name)
            yield name

    def _put(self, name: str, data: bytes | Path | None) -> bool:
        """Whether the file is another one now."""
        if isinstance(data, Path):
            return self.storage.move_in(name, data)
        return data is not None and self.storage.write(name, data)

    def guard(self) -> None:
        """The gate over what is new: record pages were looked at where they were made, the rest is now."""
        cache = self.workspace.cache
        rewritten = self.known is None or "prose" in self.remade  # else only new names can be a leak
        found = chain(
            self.leaks,
            leaks_in_files(self.edition, self.workspace.tree, self.unscanned, self.committees, cache),
            leaks_of_names(self.edition, self.committees if rewritten else self.made, cache),
        )
        refuse(found, self.edition.seen_words)

    def remove_vanished(self, manifest: Manifest) -> None:
        """Whatever the site before held and this one does not."""
        if self.known is not None:
            vanished = set(self.known.files()).difference(manifest.files())
            for name in vanished:
                self.storage.remove(name)
            self.changed |= vanished
