"""When the disk refuses: one sentence, exit 2, the old site whole, and nothing of the new one left behind."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from generator import cli, errors
from generator.output import storage
from generator.output.cache import Cache
from generator.prose import layer as prose
from tests.conftest import Project


def build(project: Project) -> Result:
    return CliRunner().invoke(cli.cli, ["build", "--config", str(project.config)])


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def refuse(code: int) -> object:
    def refused(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code), "/srv/site/index.html")

    return refused


PAGES = (storage, "_create")


@pytest.mark.parametrize(
    ("seam", "code", "words"),
    [
        (PAGES, errno.ENOSPC, "磁盘满了"),
        (PAGES, errno.EDQUOT, "磁盘配额用完了"),
        (PAGES, errno.EROFS, "磁盘是只读的"),
        (PAGES, errno.EACCES, "没有权限"),
        ((Cache, "write"), errno.ENOSPC, "磁盘满了"),
        ((prose.Prose, "moved"), errno.EIO, "磁盘或网络盘出错"),
    ],
)
def test_a_disk_that_refuses(
    project: Project, monkeypatch: pytest.MonkeyPatch, seam: tuple[object, str], code: int, words: str
) -> None:
    assert build(project).exit_code == 0
    before = tree(project.site)
    path = project.root / "docs/index.md"
    path.write_text(path.read_text(encoding="utf-8").replace("首页", "主页"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(*seam, refuse(code))
        result = build(project)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"错误：{words}，读写没有成功：/srv/site/index.html。原来的站点没有改动；")
    assert result.stderr.count("\n") == 1
    assert tree(project.site) == before
    assert {item.name for item in (project.root / ".zhibu").iterdir()} <= {"site.lock", "site.cache", "site.spare"}
    assert build(project).exit_code == 0
    assert "主页" in (project.site / "index.html").read_text(encoding="utf-8")


def test_mkdocs_itself_is_told_in_the_same_words(
    project: Project, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    config = load_config(str(project.config))
    config.plugins.on_startup(command="build", dirty=False)
    monkeypatch.setattr(storage, "_create", refuse(errno.ENOSPC))
    with pytest.raises(SystemExit):
        build_site(config)
    config.plugins.on_shutdown()
    assert "磁盘满了，读写没有成功" in caplog.text
    assert not project.site.exists()


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO, 9999])
def test_every_reason_is_a_sentence(code: int) -> None:
    assert errors.told(OSError(code, "odd")).endswith("。")


def test_a_reader_who_has_read_enough_is_no_error(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """`zhibu check | head`: click ends quietly."""
    monkeypatch.setattr("generator.judge.survey", refuse(errno.EPIPE))
    result = CliRunner().invoke(cli.cli, ["check", "--config", str(project.config)])
    assert "错误" not in result.stderr


@pytest.mark.parametrize("command", [["outline"], ["import", "document", "--as", "handbook"]])
@pytest.mark.parametrize("kind", ["locked", "old", "damaged", "folder", "missing"])
def test_a_document_that_cannot_be_read_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: list[str], kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.docx"
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(6_000_000)
    match kind:
        case "locked":
            path.write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
        case "old":
            path.write_bytes(ole)
        case "damaged":
            path.write_bytes(b"PK\x03\x04" + bytes(100))
        case "folder":
            path.mkdir()
    result = CliRunner().invoke(cli.cli, [*command, "a.docx"])
    code = {"locked": "D105", "old": "D104", "damaged": "D106", "folder": "P115", "missing": "P105"}[kind]
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"a.docx: 错误[{code}]")
    assert result.stderr.count("\n") == 1
