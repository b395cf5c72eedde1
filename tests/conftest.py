"""A whole project of the smallest size: one standard, one committee, two branches, one showcase."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import hypothesis
import pytest
from PIL import Image
from xdist.remote import Producer
from xdist.scheduler import LoadScopeScheduling

from generator.load.index import load_index
from generator.load.records import load_dossier
from generator.model.approved import Piece, marks, pieces, seal
from generator.model.record import Audience
from generator.settings import Scope, Settings
from tests.showcases import STORY, VISIT

# No deadline: how long a case takes tells of the machine, not of the code.
hypothesis.settings.register_profile("suite", deadline=None)
hypothesis.settings.load_profile("suite")

LONGEST = (
    "tests/site",
    "tests/contracts/test_recipes.py",
    "tests/contracts/test_examples.py",
    "tests/another",
    "tests/scenarios/test_withdrawal.py",
    "tests/plugin/test_plugin.py",
    "tests/test_canary.py",
    "tests/cli/test_init.py",
    "tests/cli/test_console.py",
    "tests/plugin/test_serving.py",
    "tests/build/test_splice.py",
    "tests/output/test_tampering.py",
    "tests/test_originals.py",
    "tests/test_restricted_bytes.py",
    "tests/test_names.py",
    "tests/contracts/test_people.py",
)
"""What takes longest begins first, so that no process is left with it at the end."""

_MKDOCS = """
site_name: 手册
site_url: https://e.org/
theme: {name: material, language: zh, font: false, features: [navigation.tabs]}
plugins: [PLUGINS]
markdown_extensions: [attr_list, tables, toc]
validation: {nav: {omitted_files: warn}, links: {anchors: warn}}
nav:
  - 首页: index.md
  - 手册: [standards/index.md, aspects/]
  - 支部: [committees.md]
  - 观摩: [showcases.md]
"""
_STANDARDS = """---
标准集: {名称: 整理稿, 版本: 2019-03, 生效: 2019-01-01, 适用类型: [教师, 机关, 学生, 离退休]}
---
# 标准

[支部党员大会](3-1.md#rule)
"""
_STANDARD = """---
编号: "3.1"
名称: 支部党员大会
方面: 组织生活
类别: 定量
稿源: 整理
依据: [{文件: 方案2019, 条款: 三（二）3, 可信度: ✔}]
修订: [{日期: 2019-03-01, 内容: 首次整理}]
要点:
  - 编号: "3.1.1"
    要求: 每季度至少召开 1 次
    责任主体: 支部
    生效: 2019-03-01
    检查: 频次
    参数: {记录: 支部党员大会, 每: 季, 至少: 1}
---
# 3.1 支部党员大会

<!-- slot: standard-head -->

<!-- slot: standard-gap -->

## 要求 {#rule}

每季度开一次，例见 [[branch:aa-1]] 和 [[committee:aa]]、[[showcase:aa-1]]。

<!-- slot: standard-basis -->
"""
_SOURCES = """方案: 方案2019
文件: [{编号: 方案2019, 名称: 推进方案, 年度: 2019, 可信度: ✔}]
"""
_BRANCH = """名称: NAME
类型: 教师
成立: 2015-09-10
党员人数: [{自: 2018-09-01, 正式: 8, 预备: 1}]
支委: [{职务: 书记, 姓名: 钱乙丙, 自: 2018-06-20}]
党小组: []
未划党小组理由: 党员集中在一层楼
台账核对至: 2019-10-31
"""
_REGISTER = """活动:
  - 类型: [支部党员大会]
    日期: 2019-03-14
    主持: 支部书记
    应到: 9
    实到: 8
    议题: [{事项: 研究实验室搬迁期间的会议安排}]
"""
_SHOWCASE = (
    """---
标题: 照着做
一句话: 有计划有记录
VISIT带走: [{名称: 记录样表, 标准: "3.1", 表: general-meeting}]
照片: [{文件: photos/room.jpg, 替代文字: 活动室一角, 图注: 活动室}]
审批: {提出: 支部书记, 审核: 党委副书记, 审核日期: 2019-10-18, 保密审查: 党委保密员, 保密审查日期: 2019-10-19, 审批: 党委书记, 日期: 2019-10-20, 范围: 社会公开, 期限: 2020-12-31}
---
照着标准做。
""".replace("VISIT", VISIT)
    + STORY
)


@dataclass(frozen=True)
class Project:
    """A project folder and the ways to change it."""

    root: Path

    @property
    def config(self) -> Path:
        return self.root / "mkdocs.yml"

    @property
    def site(self) -> Path:
        return self.root / "site"

    @property
    def branch(self) -> Path:
        return self.root / "records/units/aa/aa-1"

    def settings(self, audience: Audience, scope: Scope | None = None) -> Settings:
        """How an edition of 2019 is made of this project."""
        return Settings(
            root=self.root,
            docs=self.root / "docs",
            records=self.root / "records",
            as_of=date(2019, 11, 25),
            year=2019,
            audience=audience,
            scope=scope,
        )

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def seal(self) -> None:
        """Let the approvals of all showcases and introductions stand for what is written now."""
        index, _ = load_index(self.root / "records", self.root)
        assert index is not None
        for entry in index.showcases:
            _seal(entry.folder / "showcase.md", entry.pieces)
        for branch in index.branches():
            dossier, _ = load_dossier(branch, self.root)
            if dossier is not None and dossier.profile.introduction is not None:
                _seal(branch.folder / "branch.yml", pieces(dossier.profile.introduction))

    def plugins(self, *plugins: str) -> None:
        self.write("mkdocs.yml", _MKDOCS.replace("PLUGINS", ", ".join(plugins)))


def _seal(path: Path, rows: tuple[Piece, ...]) -> None:
    text = re.sub(r", 摘要: \w+, 逐句: \w+", "", path.read_text(encoding="utf-8"))
    bound = rf"\g<0>, 摘要: {seal(rows)}, 逐句: {marks(rows)}"
    path.write_text(
        re.sub(r"期限: \d{4}-\d\d-\d\d(?=[^\n]*\}$)", bound, text, count=1, flags=re.MULTILINE), encoding="utf-8"
    )


def _rank(path: str) -> int:
    return next((at for at, longest in enumerate(LONGEST) if f"{path}/".startswith(f"{longest}/")), len(LONGEST))


class OneProcessAFile(LoadScopeScheduling):
    """The tests of a file, or of a folder in `LONGEST`, run in one process: what they share is made once."""

    def _split_scope(self, nodeid: str) -> str:
        path = nodeid.partition("::")[0]
        return LONGEST[rank] if (rank := _rank(path)) < len(LONGEST) else path


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Producer) -> OneProcessAFile:
    """Not `--dist loadgroup`: pytest-xdist 3.8 under pytest 9.2 takes it and then groups nothing."""
    config.option.loadscopereorder = False  # the order is that of the tests, below
    return OneProcessAFile(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: _rank(item.nodeid.partition("::")[0]))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full-load", action="store_true", help="heavy cases at full size, not at a tenth of it")


@pytest.fixture
def load(request: pytest.FixtureRequest) -> Callable[[int], int]:
    """The size of a heavy case: a tenth of it, unless all of it is asked for."""
    full = request.config.getoption("--full-load")
    return lambda size: size if full else size // 10


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return small_project(tmp_path / "project")


def small_project(folder: Path) -> Project:
    """The project, written into an empty folder."""
    made = Project(folder)
    made.plugins("{zhibu: {as_of: 2019-11-25}}")
    made.write("docs/index.md", "# 首页\n\n<!-- slot: home-aspects -->\n")
    made.write("docs/committees.md", "# 支部\n\n<!-- slot: committees -->\n")
    made.write("docs/showcases.md", "# 观摩\n\n<!-- slot: showcases -->\n")
    made.write("docs/aspects/3.md", "---\n方面: 组织生活\n---\n# 三、组织生活\n\n<!-- slot: aspect-standards -->\n")
    made.write("docs/sources.yml", _SOURCES)
    made.write("docs/standards/index.md", _STANDARDS)
    made.write("docs/standards/3-1.md", _STANDARD)
    made.write("records/institution.yml", "名称: 示例大学\n假期: [{名称: 暑假, 自: 2019-07-13, 至: 2019-09-01}]\n")
    made.write("records/plan/2019.yml", "年度: 2019\n编号: 方案2019\n名称: 推进方案\n阶段: []\n")
    made.write("records/units/aa/committee.yml", "名称: 甲学院党委\n类型: 基层党委\n")
    made.write("records/units/aa/aa-1/branch.yml", _BRANCH.replace("NAME", "甲学院第一党支部"))
    made.write("records/units/aa/aa-1/2019.yml", _REGISTER)
    made.write("records/units/aa/aa-1/showcase.md", _SHOWCASE)
    made.write("records/units/aa/aa-2/branch.yml", _BRANCH.replace("NAME", "甲学院第二党支部"))
    made.write("records/units/aa/aa-2/2019.yml", "活动: []\n")
    (made.branch / "photos").mkdir()
    Image.new("RGB", (40, 30), (158, 27, 31)).save(made.branch / "photos/room.jpg")
    made.seal()
    return made
