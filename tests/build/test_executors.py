"""One process, several, or a cluster of which a worker dies: the same bytes."""

from __future__ import annotations

import os
import signal
import threading
from pathlib import Path
from typing import Any

import pytest
from distributed import LocalCluster

from generator.build.executors import run_in_subprocess
from generator.cli.options import read_settings
from generator.errors import ExecutorError, PdfError
from generator.products import site as builder
from tests.conftest import Project

BRANCHES = 6


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def county(project: Project, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Four committees of some branches each, a task a committee."""
    monkeypatch.setattr("generator.build.committee_build.BATCH", 1)
    units = project.root / "records/units"
    for unit in ("bb", "cc", "dd"):
        project.write(f"records/units/{unit}/committee.yml", f"名称: {unit}学院党委\n类型: 基层党委\n")
        for number in range(BRANCHES):
            for name in ("branch.yml", "2019.yml"):
                text = (units / "aa/aa-1" / name).read_text(encoding="utf-8")
                project.write(
                    f"records/units/{unit}/{unit}-{number}/{name}", text.replace("甲学院第一", f"{unit}学院第{number}")
                )
    return project


def build(project: Project, out: str, **executor: Any) -> dict[str, bytes]:
    target = project.root / out
    settings = read_settings(project.config, {"audience": "internal"})
    builder.build(project.config, settings, target, strict=True, **executor)
    return tree(target)


def test_what_is_done_apart_is_done_by_another_process() -> None:
    assert run_in_subprocess(os.getpid) != os.getpid()
    with pytest.raises(PdfError, match="没有这个字"):
        run_in_subprocess(exec, "raise error", {"error": PdfError("没有这个字")})
    with pytest.raises(ExecutorError, match="工作进程中途没了"):
        run_in_subprocess(os._exit, 9)


def test_two_processes_make_what_one_makes(county: Project) -> None:
    assert build(county, "one") == build(county, "two", jobs=2)


def test_a_cluster_makes_it_too_though_a_worker_is_killed_half_way(county: Project) -> None:
    alone = build(county, "one")
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        target = county.root / "cluster"
        begun = county.root / ".zhibu/cluster.new/branches"
        victim = next(iter(cluster.workers.values())).pid
        killer = threading.Thread(target=kill_when_begun, args=(begun, victim))
        killer.start()
        made = build(county, "cluster", scheduler=cluster.scheduler_address)
        killer.join()
    assert target.is_dir()
    assert made == alone


def kill_when_begun(folder: Path, victim: int) -> None:
    """Kill a worker as soon as any page of a branch is there."""
    while not folder.is_dir():
        pass
    os.kill(victim, signal.SIGKILL)


def test_records_that_are_refused_are_refused_by_workers_too(county: Project) -> None:
    path = county.root / "records/units/cc/cc-3/2019.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("实到: 8", "实到: 10"), encoding="utf-8")
    with pytest.raises(Exception, match="1 处错误"):
        build(county, "two", jobs=2)
    assert not (county.root / "two").exists()
