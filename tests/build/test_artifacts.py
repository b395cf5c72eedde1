"""Shared artifacts: each is made again when something that it rests on changes, and its files go when it goes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.build import program, session
from generator.build.artifacts import ARTIFACTS, LISTINGS
from generator.build.manifest import Manifest, ManifestArtifact
from generator.build.printed_artifacts import OPTIONAL, PRINTED
from generator.build.search_index import SEARCHED
from generator.build.shared_artifact import Artifact, ArtifactFile, SharedContext, index
from generator.cli.options import read_settings
from generator.model.book_order import BookOrder
from generator.output.cache import Cache
from generator.products import site as builder
from tests.conftest import Project

DECLARED = {"PRINTED": PRINTED, "ARTIFACTS": ARTIFACTS, "SEARCHED": SEARCHED, "LISTINGS": LISTINGS}
ALL = tuple(row for rows in DECLARED.values() for row in rows)

_PLAN = """年度: 2019
编号: 方案2019
名称: 推进方案
阶段:
  - 条款: 三（二）
    名称: 对标整改
    自: 2019-05-01
    至: 2019-06-30
    任务: [{条款: 三（二）2, 名称: 整改, 责任单位: [党支部]}]
"""


def build(
    project: Project, audience: str = "internal", out: Path | None = None, scope: str | None = None
) -> Mapping[str, ManifestArtifact]:
    """Build everything that there is; what the manifest then says of its artifacts."""
    target = out or project.site
    settings = replace(
        read_settings(project.config, {"audience": audience, "scope": scope}),
        pdf=OPTIONAL,
        books=(BookOrder(aspect=3),),  # one of many, which take long
        packages=True,
        site_package=True,
    )
    builder.build(project.config, settings, target, strict=False)
    cache = Cache(target.parent / f".zhibu/{target.name}.cache", program.program())
    manifest = cache.read("manifest", Manifest)
    assert manifest is not None
    return manifest.artifacts


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def from_nothing(project: Project, audience: str) -> dict[str, bytes]:
    folder = project.root.with_name("nothing")
    build(project, audience, folder / "site")
    made = tree(folder / "site")
    shutil.rmtree(folder)
    return made


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def another_branch(project: Project) -> None:
    shutil.copytree(project.branch, project.branch.with_name("aa-9"), ignore=shutil.ignore_patterns("showcase.md"))


CHANGES: dict[str, Callable[[Project], object]] = {
    "rules": lambda project: project.write("records/plan/2019.yml", _PLAN),
    "prose": lambda project: project.write("docs/index.md", "# 首页\n\n另一段\n\n<!-- slot: home-aspects -->\n"),
    "revisions": lambda project: rewrite(project.root / "docs/standards/3-1.md", "内容: 首次整理", "内容: 再次整理"),
    "index": lambda project: rewrite(project.branch / "branch.yml", "第一党支部", "第七党支部"),
    "showcases": lambda project: rewrite(project.branch / "showcase.md", "有计划有记录", "有计划，有记录"),
    "sums": lambda project: rewrite(project.branch / "branch.yml", "2019-10-31", "2019-02-28"),
    "everything": lambda project: rewrite(project.branch / "2019.yml", "主持: 支部书记", "主持: 副书记"),
    "records": lambda project: rewrite(project.branch / "2019.yml", "实到: 8", "实到: 7"),
    "pages": another_branch,
    "visitor_sheets": lambda project: project.seal(),
    "blank_forms": lambda project: rewrite(
        project.root / "docs/standards/3-1.md", "名称: 支部党员大会", "名称: 党员大会"
    ),
    "handbook": lambda project: rewrite(project.root / "docs/standards/3-1.md", "# 3.1", "# 3.1 又名"),
    "print_sizes": lambda project: rewrite(project.root / "docs/standards/3-1.md", "# 3.1 又名", "# 3.1 又名支部大会"),
    "searched_texts": lambda project: rewrite(project.root / "docs/standards/3-1.md", "支部大会", "全体党员大会"),
}
"""A change of what each basis stands for."""


def bases() -> set[str]:
    return {basis.__name__ for artifact in ALL for basis in artifact.rests_on}


def test_every_artifact_rests_on_something_that_is_known_to_change() -> None:
    assert [artifact.name for artifact in ALL if not artifact.rests_on] == []
    assert bases() == CHANGES.keys()
    assert len({artifact.name for artifact in ALL}) == len(ALL)


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_what_rests_on_a_change_is_made_again_and_all_is_as_if_made_from_nothing(
    project: Project, audience: str
) -> None:
    before = build(project, audience)
    for basis, change in CHANGES.items():
        change(project)
        after = build(project, audience)
        stale = {row.name for row in ALL if basis in {each.__name__ for each in row.rests_on}}
        kept = {name for name in stale if after[name].key == before[name].key}
        assert kept == (set() if audience == "internal" or basis != "sums" else stale), basis
        before = after
    assert tree(project.site) == from_nothing(project, audience)


def test_what_rests_on_nothing_that_changed_is_not_made_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = build(project)
    rewrite(project.branch / "2019.yml", "实到: 8", "实到: 7")
    made: list[str] = []
    _watch(monkeypatch, made)
    after = build(project)
    assert made == [row.name for row in ALL if before[row.name].key != after[row.name].key]
    assert {"calendars", "finder", "handbook", "prose"}.isdisjoint(made)


def _watch(monkeypatch: pytest.MonkeyPatch, made: list[str]) -> None:
    for name, rows in DECLARED.items():
        monkeypatch.setattr(session, name, tuple(replace(row, make=_watched(row, made)) for row in rows))


def _watched(artifact: Artifact, made: list[str]) -> Callable[[SharedContext], Iterable[ArtifactFile]]:
    def make(context: SharedContext) -> Iterable[ArtifactFile]:
        made.append(artifact.name)
        return artifact.make(context)

    return make


@pytest.mark.parametrize("audience", ["public", "internal"])
def test_a_build_without_a_change_makes_nothing(
    project: Project, audience: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was just summed and what was read back from the cache are the same to a digest."""
    build(project, audience)
    made: list[str] = []
    _watch(monkeypatch, made)
    build(project, audience)
    assert made == []


@pytest.mark.parametrize("artifact", ALL, ids=lambda artifact: artifact.name)
def test_the_files_of_an_artifact_go_when_it_goes(
    project: Project, artifact: Artifact, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("records/plan/2019.yml", _PLAN)
    scope = "committee:aa" if artifact.name == "workbooks" else None  # which only the part of a unit carries
    audience = "public" if artifact.name == "packages" else "internal"  # which only the public edition carries
    files = set(build(project, audience, scope=scope)[artifact.name].files)
    assert files <= tree(project.site).keys()
    assert files
    for name, rows in DECLARED.items():
        monkeypatch.setattr(session, name, tuple(row for row in rows if row is not artifact))
    build(project, audience, scope=scope)
    assert not files & tree(project.site).keys()


def test_a_file_that_an_artifact_makes_no_more_goes(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def make(context: SharedContext) -> list[ArtifactFile]:
        return [ArtifactFile(f"lists/{row.id}.txt", b"-") for row in context.edition.site.index.branches()]

    listed = Artifact(name="lists", rests_on=(index,), make=make)
    monkeypatch.setattr(session, "ARTIFACTS", (*ARTIFACTS, listed))
    another_branch(project)
    assert "lists/aa-9.txt" in build(project)["lists"].files
    shutil.rmtree(project.branch.with_name("aa-9"))
    build(project)
    assert (project.site / "lists/aa-1.txt").is_file()
    assert not (project.site / "lists/aa-9.txt").exists()


def test_a_file_that_is_lost_is_made_again(project: Project) -> None:
    artifact = build(project)["finder"]
    (project.site / artifact.files[0]).unlink()
    rewrite(project.branch / "2019.yml", "实到: 8", "实到: 7")
    build(project)
    assert (project.site / artifact.files[0]).is_file()


def test_what_mkdocs_yml_may_ask_for_is_what_there_is() -> None:
    assert OPTIONAL == (
        "handbook",
        "pocket",
        "plan",
        "overview",
        "showcases",
        "duties",
        "forms",
        "branches",
        "checklists",
        "months",
    )


def test_the_program_rests_on_every_package_that_it_declares() -> None:
    names = {row.split()[0] for row in program.dependencies()}
    assert {"zhibu", "mkdocs", "mkdocs-material", "markdown", "jinja2", "markupsafe", "pydantic-core", "typst"} <= names
    assert all(len(row.split()) <= 2 for row in program.dependencies())


def test_packages_are_read_from_an_editable_installation_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It leaves PKG-INFO beside the source and no METADATA there."""
    (tmp_path / "zhibu.egg-info").mkdir()
    text = "Metadata-Version: 2.4\nName: zhibu\nVersion: 9.9\nRequires-Dist: click>=8\n\nRequires-Dist: no-package\n"
    (tmp_path / "zhibu.egg-info/PKG-INFO").write_text(text, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    names = {row.split()[0] for row in program.dependencies()}
    assert "click" in names
    assert not names & {"no-package", "mkdocs"}
    assert "zhibu 9.9" in program.dependencies()
