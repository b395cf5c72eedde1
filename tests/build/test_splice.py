"""An edited page of prose is made again alone, and the site is what a build from nothing makes of it."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.build.program import program
from generator.build.session import Job
from generator.cli.options import read_settings
from generator.errors import RecordsRefusedError
from generator.output.folder import Staging
from generator.plugin import render
from generator.plugin.splice import spliced
from generator.products import site as builder
from tests.conftest import Project

STANDARD = "docs/standards/3-1.md"
_SENTENCE = "每季度开一次，例见"
_GLOSSARY = """# 术语

支部书记主持会议，见[标准](standards/3-1.md)。

## 票数 {#votes}

| 词 | 释义 |
|---|---|
| 实到 | 到会的人 |

<span id="quorum"></span>过半数才能开。

![会场](assets/room.png){.zb-enlarge}
[附表](assets/list.csv)
"""


class Whole:
    """Counts the builds of all pages; with no memory, builds what is there from nothing."""

    def __init__(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        self.project = project
        self.count = 0
        made = render.render_prose

        def counted(*given: Any) -> object:
            self.count += 1
            return made(*given)

        monkeypatch.setattr(render, "render_prose", counted)

    def built(self, audience: str = "internal", out: Path | None = None, *, strict: bool = False) -> int:
        """Build; how many builds of all pages that took."""
        before = self.count
        settings = read_settings(self.project.config, {"audience": audience})
        builder.build(self.project.config, settings, out or self.project.site, strict=strict)
        return self.count - before

    def is_as_from_nothing(self, audience: str = "internal") -> bool:
        """Whether the site is what a build from nothing makes."""
        nothing = self.project.root.with_name("nothing")
        shutil.rmtree(nothing, ignore_errors=True)
        self.built(audience, nothing / "site")
        return tree(self.project.site) == tree(nothing / "site")


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def edit(project: Project, name: str, old: str, new: str) -> None:
    path = project.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def whole(project: Project, monkeypatch: pytest.MonkeyPatch) -> Whole:
    shutil.copy(project.branch / "photos/room.jpg", project.write("docs/assets/room.png", ""))
    project.write("docs/assets/list.csv", "词,释义\n")
    project.write("docs/assets/other.csv", "词,释义\n")
    project.write("docs/glossary.md", _GLOSSARY)
    project.write("docs/draft.md", "# 草稿\n")
    edit(project, "mkdocs.yml", "nav:\n", "exclude_docs: draft.md\nnav:\n")
    edit(project, "mkdocs.yml", "index.md\n", "index.md\n  - 术语: glossary.md\n")
    edit(project, "docs/index.md", "# 首页\n", "# 首页\n\n见[附表](assets/other.csv)和[票数](glossary.md#quorum)。\n")
    return Whole(project, monkeypatch)


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_an_edit_makes_its_page_alone(project: Project, whole: Whole, audience: str) -> None:
    assert whole.built(audience) == 1
    edit(project, STANDARD, _SENTENCE, "每季度至少开一次，见[票数](../glossary.md#votes)，再见 [[branch:aa-2]]，例见")
    assert whole.built(audience) == 0
    page = (project.site / "standards/3-1/index.html").read_text(encoding="utf-8")
    assert 'content="每季度至少开一次，见票数，' in page
    edit(project, "docs/glossary.md", "| 实到 | 到会的人 |", "| 实到 | 到会的人[^1] |\n| 应到 | 在册的人 |")
    edit(project, "docs/glossary.md", "[附表]", "<b id='more'>另见</b>[附表]")
    edit(project, "docs/index.md", "见[附表]", "另见[附表]")
    assert whole.built(audience) == 0
    assert whole.built(audience) == 0
    edit(project, STANDARD, "每季度至少开一次", "每季度开一次，见[另一处](../glossary.md#more)")
    assert whole.built(audience) == 0
    assert whole.is_as_from_nothing(audience)


BEYOND_THE_PAGE = (
    (STANDARD, "## 要求 {#rule}", "## 规定 {#rule}"),
    (STANDARD, "名称: 支部党员大会", "名称: 党员大会"),
    (STANDARD, "<!-- slot: standard-gap -->\n", ""),
    ("docs/glossary.md", "(assets/list.csv)", "(assets/other.csv)"),
    ("docs/glossary.md", "{.zb-enlarge}", ""),
    ("docs/glossary.md", '<span id="quorum"></span>', ""),
    ("docs/glossary.md", "standards/3-1.md", "standards/3-1.md#nowhere"),
    ("docs/glossary.md", "过半数才能开。", "过半数才能开，见[这里](#nowhere)。"),
    ("docs/glossary.md", "过半数才能开。", "过半数才能开，见[这里](nowhere/)。"),
    ("docs/glossary.md", "过半数才能开。", "过半数才能开，见[这里](/nowhere)。"),
    ("docs/glossary.md", "过半数才能开。", "过半数才能开，见[这里](draft.md)。"),
    ("docs/sources.yml", "可信度: ✔", "可信度: ◐"),
    ("mkdocs.yml", "site_name: 手册", "site_name: 支部手册"),
    ("records/units/aa/aa-1/branch.yml", "名称: 甲学院第一党支部", "名称: 甲学院教工党支部"),
)


def made_alone(project: Project) -> bool:
    """Whether a build would make only the pages that were edited."""
    settings = read_settings(project.config, {"audience": "internal"})
    staging = Staging.open(project.site, settings.audience, (settings.docs, settings.records), program())
    try:
        job = Job.begin(settings, staging, project.config, strict=False)
        return spliced(job, job.store.read()) is not None
    finally:
        staging.close()


def test_what_reaches_beyond_a_page_makes_all_pages(project: Project, whole: Whole) -> None:
    whole.built()
    for name, old, new in BEYOND_THE_PAGE:
        text = (project.root / name).read_text(encoding="utf-8")
        edit(project, name, old, new)
        assert not made_alone(project), new
        (project.root / name).write_text(text, encoding="utf-8")
    edit(project, "docs/glossary.md", "过半数才能开。", "过半数才能开，再看一眼![会场](assets/room.png)。")
    assert made_alone(project)
    project.write("docs/assets/list.csv", "词,释义,例\n")
    assert not made_alone(project)


def test_an_edit_after_a_warning_tells_it_again(project: Project, whole: Whole) -> None:
    edit(project, "docs/glossary.md", "standards/3-1.md", "standards/3-1.md#nowhere")
    whole.built()
    edit(project, STANDARD, _SENTENCE, "每季度至少开一次，例见")
    assert whole.built() == 1
    with pytest.raises(RecordsRefusedError):
        whole.built(strict=True)


def test_a_page_from_a_failed_build_is_not_believed(
    project: Project, whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole.built()
    edit(project, STANDARD, _SENTENCE, "每季度至少开一次，例见")
    with monkeypatch.context() as broken:
        broken.setattr("generator.prose.layer.Prose.summed", lambda _prose: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            whole.built()
    edit(project, STANDARD, "每季度至少开一次，例见", _SENTENCE)
    assert whole.built() == 1
    assert whole.is_as_from_nothing()


WORDS = ("党员", "会议", "**过半数**", "`实到`", "[术语](../glossary.md)", "[[year]]", "[[committee:aa]]", "①", "<br>")


def edits(project: Project, chance: random.Random) -> Iterator[None]:
    """Edits of prose, front matter, records and settings without end; each leaves a sound project."""
    number = 0
    while True:
        number += 1
        told = "".join(chance.choices(WORDS, k=4))
        match chance.randrange(8):
            case 0:
                _replace(project, STANDARD, r"要求: .*", f"要求: 每季度至少召开 1 次（{number}）")
            case 1:
                _replace(project, "records/units/aa/aa-1/2019.yml", r"事项: .*\}\]", f"事项: 研究第{number}项}}]")
            case 2:
                _replace(project, "mkdocs.yml", r"site_name: .*", f"site_name: 手册{number % 3}")
            case 3:
                _replace(project, "docs/glossary.md", r"\| 实到 \|.*", f"| 实到 | 第{number}种说法 |")
            case 4:
                _replace(project, STANDARD, r"## .* \{#rule\}", f"## 要求{number % 2} {{#rule}}")
            case 5:
                _replace(project, "records/units/aa/aa-2/branch.yml", r"名称: .*", f"名称: 甲学院第{number}党支部")
            case _:
                _replace(project, STANDARD, r"每季度.*例见", f"每季度开一次，{told}，例见")
        yield


def _replace(project: Project, name: str, pattern: str, new: str) -> None:
    path = project.root / name
    text, found = re.subn(pattern, lambda _found: new, path.read_text(encoding="utf-8"), count=1)
    assert found
    path.write_text(text, encoding="utf-8")


@pytest.mark.load
@pytest.mark.parametrize("seed", [1, 2])
def test_any_row_of_edits_ends_where_a_build_from_nothing_ends(
    project: Project, whole: Whole, seed: int, load: Callable[[int], int]
) -> None:
    chance = random.Random(seed)
    row = edits(project, chance)
    whole.built()
    for _ in range(load(100)):
        for _ in range(chance.randrange(1, 3)):
            next(row)
        whole.built()
        if load(10) == 10:
            assert whole.is_as_from_nothing()
    assert whole.is_as_from_nothing()
