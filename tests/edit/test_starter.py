"""What a new institution starts from holds nothing of the demonstration, and loses nothing else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.edit import starter
from generator.edit.starter import Naming, shipped_folder, starter_files
from generator.errors import ConfigurationError
from generator.products import diagnosis
from tests.another.test_another import names_of_the_demonstration

ROOT = Path(__file__).parents[2]
FILES = starter_files(ROOT, Naming("乙丙大学", "https://yibing.example.edu/"))
TEXTS = {name: data.decode() for name, data in FILES.items() if not name.endswith(".png")}


def test_nothing_of_the_demonstration_is_named() -> None:
    """Short names aside, for 机关党委 is a name there and a word anywhere."""
    names = {"示例", "虚构", *(name for name in names_of_the_demonstration() if len(name) > 4)}
    found = {(name, word) for name, text in TEXTS.items() for word in names if word in text}
    assert found == set()


def test_nothing_is_left_that_the_look_at_a_project_would_tell() -> None:
    files = starter_files(ROOT, Naming("乙丙大学"))
    texts = {name: data.decode() for name, data in files.items() if not name.endswith(".png")}
    assert {name for name, text in texts.items() if diagnosis._RESERVED.search(text)} == set()


def test_every_other_page_is_there() -> None:
    left_out = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs").rglob("*") if path.is_file()} - set(FILES)
    assert {name.rpartition("/")[0] for name in left_out} == {"docs/assets/readme", "docs/decisions", "docs/help"}
    assert {name for name in left_out if name.startswith("docs/help")} == {"docs/help/speed.md", "docs/help/systems.md"}


def test_standards_rest_on_documents_that_are_there() -> None:
    declared = set(re.findall(r"(?m)^  - 编号: (.*)$", TEXTS["docs/sources.yml"]))
    cited = {
        id for name, text in TEXTS.items() if "standards/" in name for id in re.findall(r"- \{文件: (.*?), ", text)
    }
    assert "方案2019" not in declared
    assert cited <= declared


def test_links_lead_to_pages_that_are_there() -> None:
    for name, text in TEXTS.items():
        for target in re.findall(r"\]\((?!\w+:)([^)#\s]+\.md)", text):
            assert (Path("/") / name).parent.joinpath(target).resolve().as_posix()[1:] in FILES, f"{name}: {target}"


def test_the_settings_are_its_own() -> None:
    text = TEXTS["mkdocs.yml"]
    assert "site_name: 乙丙大学党支部建设标准化手册\n" in text
    assert "site_url: https://yibing.example.edu/\n" in text
    assert "as_of" not in text
    assert "year: 2" not in text


def test_an_address_that_is_not_known_is_left_out_and_a_year_is_kept() -> None:
    text = starter_files(ROOT, Naming("乙丙大学"), 2027)["mkdocs.yml"].decode()
    assert "site_url" not in text
    assert re.search(r"(?m)^      year: 2027 ", text)


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    for name, text in {
        "mkdocs.yml": "site_name: 甲\nexclude_docs: |\n  /drafts/\n\nnav: []\n",
        "docs/a.md": "# 甲\n\n见[乙](b.md)和[丙](c.md#x)。\n\n只见[丙](c.md)。\n\n见[外面](https://x.example/c.md)。\n",
        "docs/b.md": "---\nsearch: {exclude: true}\n---\n\nstarter: false\n",
        "docs/c.md": "---\nsearch: {exclude: true}\nstarter: false\n---\n\n# 丙\n",
        "docs/drafts/d.md": "# 丁\n",
        "docs/sources.yml": "文件:\n  - {编号: 民法典, 名称: 民法典, 可信度: ✔}\n",
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


def test_pages_that_are_set_apart_and_paragraphs_that_only_lead_to_them_are_left_out(shipped: Path) -> None:
    files = starter_files(shipped, Naming("乙"))
    assert sorted(files) == ["docs/a.md", "docs/b.md", "docs/sources.yml", "mkdocs.yml"]
    assert files["docs/a.md"].decode() == "# 甲\n\n见[乙](b.md)和[丙](c.md#x)。\n\n见[外面](https://x.example/c.md)。\n"


def test_it_is_found_within_an_installed_package_and_missed_where_neither_is(
    shipped: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shipped_folder() == ROOT
    monkeypatch.setattr(starter, "_SHIPPED", shipped)
    assert shipped_folder() == shipped
    monkeypatch.setattr(starter, "_SHIPPED", tmp_path / "none")
    monkeypatch.setattr(starter, "_PROGRAM", tmp_path / "none" / "generator")
    with pytest.raises(ConfigurationError, match="重新安装"):
        shipped_folder()
