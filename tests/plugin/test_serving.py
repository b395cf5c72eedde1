"""`mkdocs serve` while somebody writes: a half-written file is told, and the next good save shows again."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from tests.conftest import Project


@pytest.fixture
def served(project: Project, tmp_path: Path) -> Iterator[tuple[Path, Callable[[], None]]]:
    """The folder that is shown, and what the server does when a file changes: as `mkdocs serve` wires them."""
    shown = tmp_path / "served"

    def load() -> Any:
        return load_config(str(project.config), site_dir=str(shown))

    def rebuild(config: Any = None) -> None:
        build_site(config or load(), serve_url="http://127.0.0.1:8000/")

    config = load()
    config.plugins.on_startup(command="serve", dirty=False)
    rebuild(config)
    server = SimpleNamespace(builder=rebuild, server_bind=lambda: None)
    config.plugins.on_serve(server, config=config, builder=rebuild)
    yield shown, server.builder
    config.plugins.on_shutdown()


SAVES = {
    "register": ("records/units/aa/aa-1/2019.yml", "研究实验室搬迁期间的会议安排", "研究新实验室的安排"),
    "profile": ("records/units/aa/aa-1/branch.yml", "甲学院第一党支部", "甲学院第一新党支部"),
    "committee": ("records/units/aa/committee.yml", "甲学院党委", "丙学院党委"),
    "institution": ("records/institution.yml", "示例大学", "另一示例大学"),
    "page": ("docs/index.md", "# 首页", "# 新首页"),
    "standard": ("docs/standards/3-1.md", "每季度开一次", "每个季度开一次"),
    "configuration": ("mkdocs.yml", "site_name: 手册", "site_name: 新手册"),
}


def halves(data: bytes, good: bytes) -> Iterator[bytes]:
    """What an editor may leave for a moment: a part that may end within a character, rubbish, nothing."""
    yield good[: len(good) // 3]
    yield b"\xff\xfe" + data[:7]
    yield b""


def shows(folder: Path, text: str) -> bool:
    return any(text in path.read_text(encoding="utf-8") for path in folder.rglob("*.html"))


@pytest.mark.parametrize("what", SAVES)
def test_the_next_good_save_shows_again(project: Project, served: tuple[Path, Callable[[], None]], what: str) -> None:
    project.plugins("{zhibu: {as_of: 2019-11-25, audience: internal}}")
    shown, changed = served
    changed()
    name, old, new = SAVES[what]
    path = project.root / name
    before = path.read_bytes()
    good = before.decode().replace(old, new).encode()
    assert good != before
    for half in halves(before, good):
        path.write_bytes(half)
        with suppress(Exception, SystemExit):  # MkDocs prints whatever comes, and waits for the next save
            changed()
    path.write_bytes(good)
    changed()
    assert shows(shown, new.split(": ")[-1].lstrip("# "))
    path.write_bytes(before)
    changed()
    assert not shows(shown, new.split(": ")[-1].lstrip("# "))


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=a", "-c", "user.email=a@e.org")
    return subprocess.run(
        ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True, encoding="utf-8"
    ).stdout


def deploy(project: Project, *arguments: str) -> subprocess.CompletedProcess[str]:
    """`mkdocs gh-deploy` to a repository beside the project."""
    remote = project.root.with_name("remote.git")
    git(project.root.parent, "init", "-q", "--bare", str(remote))
    git(project.root, "init", "-q")
    git(project.root, "remote", "add", "origin", str(remote))
    git(project.root, "add", "mkdocs.yml")
    git(project.root, "commit", "-q", "-m", "a")
    git(project.root, "config", "user.name", "a")
    git(project.root, "config", "user.email", "a@e.org")
    command = [sys.executable, "-m", "mkdocs", "gh-deploy", *arguments]
    return subprocess.run(command, cwd=project.root, capture_output=True, text=True, check=False, encoding="utf-8")


def test_an_edited_sentence_is_shown_without_making_other_pages(
    project: Project, served: tuple[Path, Callable[[], None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown, changed = served
    monkeypatch.setattr("generator.plugin.events.taken_down", lambda *_: 1 / 0)
    for new in ("每个季度开一次", "每季度至少开一次"):
        path = project.root / "docs/standards/3-1.md"
        path.write_text(path.read_text(encoding="utf-8").replace("每季度开一次", new), encoding="utf-8")
        changed()
        assert shows(shown, new)
        path.write_text(path.read_text(encoding="utf-8").replace(new, "每季度开一次"), encoding="utf-8")
        changed()
        assert not shows(shown, new)


def test_gh_deploy_pushes_what_a_build_publishes(project: Project) -> None:
    done = deploy(project)
    assert done.returncode == 0, done.stderr
    listed = git(project.root, "ls-tree", "-r", "--name-only", "gh-pages").split("\n")
    built = {path.relative_to(project.site).as_posix() for path in project.site.rglob("*") if path.is_file()}
    assert "branches/aa-1/index.html" in built
    assert {name for name in listed if name} - {".nojekyll"} == built
    page = git(project.root, "show", "gh-pages:branches/aa-1/index.html")
    assert page == (project.site / "branches/aa-1/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("audience", "label"), [("internal", "党内版"), ("restricted", "专人版")])
def test_gh_deploy_refuses_what_must_not_go_online(project: Project, audience: str, label: str) -> None:
    project.plugins(f"{{zhibu: {{as_of: 2019-11-25, audience: {audience}}}}}")
    done = deploy(project)
    assert done.returncode != 0
    assert f"{label}不上公开的网站，不能用 gh-deploy 推送" in done.stderr
    assert "Traceback" not in done.stderr
    assert "gh-pages" not in git(project.root, "branch", "-a")
    assert not project.site.exists()


def test_gh_deploy_pushes_nothing_of_a_build_that_failed(project: Project) -> None:
    path = project.branch / "2019.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("实到: 8", "实到: 10"), encoding="utf-8")
    assert deploy(project).returncode != 0
    assert "gh-pages" not in git(project.root, "branch", "-a")
