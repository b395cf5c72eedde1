"""`zhibu doctor`: what is well, worth a look and wrong."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import cli
from generator.products import diagnosis
from generator.products.diagnosis import Health, package_problem
from tests.conftest import Project


def run(project: Project) -> Result:
    return CliRunner().invoke(cli, ["doctor", "--config", str(project.config)])


def row(result: Result, what: str) -> str:
    return next(line for line in result.stdout.splitlines() if f" {what}" in line)


def test_a_sound_machine(project: Project) -> None:
    done = run(project)
    assert done.exit_code == 0
    assert "有问题" not in done.stdout
    assert row(done, "缓存").endswith("还没有。")
    assert row(done, "演示的名字").startswith("留意")


def test_names_of_the_demonstration_are_found(project: Project) -> None:
    institution = project.root / "records/institution.yml"
    text = institution.read_text(encoding="utf-8").replace("示例大学", "乙丙大学")
    institution.write_text(text, encoding="utf-8")
    (project.root / "mkdocs.yml").write_text(
        project.config.read_text(encoding="utf-8").replace("https://e.org/", "https://dj.test/"), encoding="utf-8"
    )
    assert row(run(project), "演示的名字").endswith("没有留下。")
    project.write("docs/index.md", "# 首页\n\n示例大学的手册\n")
    assert "docs/index.md" in row(run(project), "演示的名字")
    project.write("docs/index.md", "# 首页\n\nhttps://dangjian.example.edu/\n")
    assert "docs/index.md" in row(run(project), "演示的名字")


def test_what_is_wrong_is_exit_code_1(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    config = project.config.read_text(encoding="utf-8")
    project.write("mkdocs.yml", config.replace("as_of: 2019-11-25", "as_of: 2019-11-25, fonts: {song: [没有这种]}"))
    done = run(project)
    assert done.exit_code == 1
    assert "指定的字体不存在" in row(done, "PDF 字体")
    project.write("mkdocs.yml", config)
    monkeypatch.setattr(diagnosis, "_NEEDED", 1 << 60)
    assert "不够" in row(run(project), "磁盘")


def test_a_disk_that_cannot_exchange_folders(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnosis, "swap", lambda _, __: False)
    assert row(run(project), "输出目录").startswith(Health.LOOK)

    def refuse(*_: Path) -> bool:
        raise PermissionError(13, "no")

    monkeypatch.setattr(diagnosis, "swap", refuse)
    assert run(project).exit_code == 1
    assert not [path for path in project.root.iterdir() if path.name.startswith(".zhibu-doctor")]


def test_what_the_first_look_keeps_is_of_no_other_version(project: Project) -> None:
    project.write(".zhibu/site.cache/look.json", '{"seen": ""}')
    assert row(run(project), "缓存").endswith("还没有。")


def test_a_stale_cache(project: Project) -> None:
    project.write(".zhibu/site.cache/prose.json", "zhibu another-version\n{}")
    assert row(run(project), "缓存").startswith(Health.LOOK)


@pytest.mark.parametrize(
    ("requirement", "problem"),
    [
        ("click<9,>=8.4", ""),
        ("click<8", "不合"),
        ("click==1.0", "不合"),
        ("click>=999", "不合"),
        ("no-such-package>=1", "没有装 no-such-package"),
        ('no-such-package>=1; extra == "dev"', ""),
        ("Jinja2>=3.1", ""),
    ],
)
def test_a_package_is_within_its_bounds(requirement: str, problem: str) -> None:
    assert (problem in package_problem(requirement)) if problem else package_problem(requirement) == ""
