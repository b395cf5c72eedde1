"""The output folder: claimed, refused, exchanged, mended."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.errors import BusyError, OutputFolderError
from generator.model.audience import Audience
from generator.publish import exchange, folder
from generator.publish.folder import MARKER, Staging

PUBLIC, INTERNAL = Audience.PUBLIC, Audience.INTERNAL


def publish(target: Path, text: str, audience: Audience = PUBLIC) -> None:
    staging = Staging.open(target, audience, ())
    (staging.tree / "index.html").write_text(text, encoding="utf-8")
    staging.publish()


def read(target: Path) -> str:
    return (target / "index.html").read_text(encoding="utf-8")


def test_first_publication_makes_the_folder_and_marks_it(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    assert read(tmp_path / "site") == "一"
    assert (tmp_path / "site" / MARKER).read_text(encoding="utf-8").splitlines()[-1] == "public"


def test_second_publication_replaces_the_whole_tree(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    (tmp_path / "site" / "old.html").write_text("旧", encoding="utf-8")
    publish(tmp_path / "site", "二")
    assert read(tmp_path / "site") == "二"
    assert not (tmp_path / "site" / "old.html").exists()
    assert sorted(path.name for path in (tmp_path / ".zhibu").iterdir()) == ["site.lock"]


def test_old_site_stands_until_publication(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    staging = Staging.open(tmp_path / "site", PUBLIC, ())
    (staging.tree / "index.html").write_text("二", encoding="utf-8")
    assert read(tmp_path / "site") == "一"
    staging.close()
    assert read(tmp_path / "site") == "一"
    assert not staging.tree.exists()


def test_two_steps_where_the_system_cannot_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "swap", lambda *_: False)
    publish(tmp_path / "site", "一")
    publish(tmp_path / "site", "二")
    assert read(tmp_path / "site") == "二"
    assert sorted(path.name for path in (tmp_path / ".zhibu").iterdir()) == ["site.lock"]


def test_the_system_exchanges_two_folders_where_it_can(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    swapped = exchange.swap(tmp_path / "a", tmp_path / "b")
    assert swapped or sys.platform == "win32"
    assert (tmp_path / "a" / "b").exists() == swapped


def test_a_half_done_two_step_exchange_is_mended_at_the_next_start(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    parked = folder.old_place((tmp_path / "site").resolve())
    (tmp_path / "site").rename(parked)
    (tmp_path / ".zhibu" / "site.new").mkdir()
    staging = Staging.open(tmp_path / "site", PUBLIC, ())
    assert read(tmp_path / "site") == "一"
    assert not parked.exists()
    assert list(staging.tree.iterdir()) == []
    staging.close()


def test_an_interrupted_build_leaves_nothing_for_the_next_one(tmp_path: Path) -> None:
    leftover = tmp_path / ".zhibu" / "site.new"
    leftover.mkdir(parents=True)
    (leftover / "stale.html").touch()
    publish(tmp_path / "site", "一")
    assert not (tmp_path / "site" / "stale.html").exists()


def test_a_concurrent_build_is_turned_away_and_the_first_one_goes_on(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    first = Staging.open(tmp_path / "site", PUBLIC, ())
    with pytest.raises(BusyError, match="另一个生成正在写 site"):
        Staging.open(tmp_path / "site", PUBLIC, ())
    (first.tree / "index.html").write_text("二", encoding="utf-8")
    first.publish()
    assert read(tmp_path / "site") == "二"


def test_a_lock_dies_with_its_process(tmp_path: Path) -> None:
    code = "import sys, os; from pathlib import Path; from generator.publish.lock import acquire; f = acquire(Path(sys.argv[1])); os._exit(1)"
    (tmp_path / ".zhibu").mkdir()
    subprocess.run([sys.executable, "-c", code, str(tmp_path / ".zhibu" / "site.lock")], check=False)
    publish(tmp_path / "site", "一")


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "thesis.docx").touch()
    with pytest.raises(OutputFolderError, match="不是 zhibu 生成的文件"):
        Staging.open(tmp_path / "site", PUBLIC, ())
    assert (tmp_path / "site" / "thesis.docx").exists()


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    publish(tmp_path / "site", "一")
    assert read(tmp_path / "site") == "一"


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").touch()
    with pytest.raises(OutputFolderError, match="是一个文件"):
        Staging.open(tmp_path / "site", PUBLIC, ())


def test_an_internal_edition_never_replaces_a_public_one(tmp_path: Path) -> None:
    publish(tmp_path / "site", "公开")
    with pytest.raises(OutputFolderError, match="公开版，不能用党内版替换"):
        Staging.open(tmp_path / "site", INTERNAL, ())
    assert read(tmp_path / "site") == "公开"


def test_a_public_edition_may_replace_an_internal_one(tmp_path: Path) -> None:
    publish(tmp_path / "site", "党内", INTERNAL)
    publish(tmp_path / "site", "公开", PUBLIC)
    assert read(tmp_path / "site") == "公开"


@pytest.mark.parametrize("place", ["docs", "", "docs/site"])
def test_source_folders_are_refused(tmp_path: Path, place: str) -> None:
    (tmp_path / "docs").mkdir()
    with pytest.raises(OutputFolderError, match="请另给一个目录"):
        Staging.open(tmp_path / place, PUBLIC, (tmp_path / "docs",))


@pytest.mark.parametrize("target", [Path.home(), Path(os.sep)])
def test_home_and_root_are_refused(target: Path) -> None:
    with pytest.raises(OutputFolderError, match="会把它一并换掉"):
        Staging.open(target, PUBLIC, ())


def test_mode_of_the_old_folder_is_kept(tmp_path: Path) -> None:
    publish(tmp_path / "site", "一")
    (tmp_path / "site").chmod(0o750)
    publish(tmp_path / "site", "二")
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o750
