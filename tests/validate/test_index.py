from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from generator.load.index import load_index
from generator.model.index import CommitteeEntry, Index
from generator.model.record import Source
from generator.model.records.organisation import Committee, Institution
from generator.validate import photos
from generator.validate.index import validate_index
from generator.validate.showcases import check_showcase
from tests.showcases import STORY, VISIT

SHOWCASE = (
    """---
标题: 甲
一句话: 乙
VISIT带走:
  - {名称: 样表, 标准: "3.5", 表: theme-day}
照片:
  - {文件: photos/a.jpg, 替代文字: 己, 图注: 庚}
审批: {提出: 甲, 审核: 乙, 审核日期: 2019-10-18, 保密审查: 保密员, 保密审查日期: 2019-10-18, 审批: 丙, 日期: 2019-10-20, 范围: 社会公开, 期限: 2020-12-31}
---

正文一段。
""".replace("VISIT", VISIT)
    + STORY
)


def line(text: str) -> int:
    """The line on which that text begins to stand in the showcase."""
    return SHOWCASE[: SHOWCASE.index(text)].count("\n") + 1


def picture(form: str = "JPEG", size: tuple[int, int] = (8, 6)) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", size, (180, 30, 30)).save(data, form)
    return data.getvalue()


def showcase(old: str = "", new: str = "") -> dict[str, str | bytes]:
    assert old in SHOWCASE
    text = SHOWCASE.replace(old, new, 1) if old else SHOWCASE
    return {"units/xx/b1/showcase.md": text, "units/xx/b1/photos/a.jpg": picture()}


def test_a_sound_tree(tree: Callable[..., Any]) -> None:
    assert tree(**showcase()) == []


PHOTO = line("  - {文件: photos/a.jpg")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('标准: "3.1", 物件: 年历', '标准: "3.11", 物件: 年历', [("R216", line("  - {看点: 一年"))]),
        ('标准: "3.5"', '标准: "9.9"', [("R216", line("  - {名称: 样表"))]),
        ("分钟: 15", "分钟: 0", [("R219", line("  - {站点: 活动室"))]),
        ("分钟: 15", "分钟: 1", []),
        ("图注: 庚}", "图注: 庚, 有人像: 是}", [("R218", PHOTO)]),
        ("图注: 庚}", "图注: 庚, 有人像: 是, 肖像同意: 已取得}", []),
        ("看点: 一年一张表", "看点: 电话 13800138000", [("V102", line("  - {看点: 一年"))]),
        ("正文一段。", "正文。\n\n联系 13800138000。", [("V102", line("正文一段") + 2)]),
        ("photos/a.jpg", "photos/b.jpg", [("P108", PHOTO)]),
        ("photos/a.jpg", "photo/a.jpg", [("P108", PHOTO)]),
        ("photos/a.jpg", "photos/A.JPG", [("P109", PHOTO)]),
        ("photos/a.jpg", "Photos/a.jpg", [("P109", PHOTO)]),
        ("photos/a.jpg", "../b2/photos/a.jpg", [("P110", PHOTO)]),
        ("photos/a.jpg", "/etc/passwd", [("P110", PHOTO)]),
        ("photos/a.jpg", "photos\\a.jpg", [("P110", PHOTO)]),
        ("photos/a.jpg", "C:/a.jpg", [("P110", PHOTO)]),
        ("photos/a.jpg", "file:///a.jpg", [("P110", PHOTO)]),
        ("photos/a.jpg", "./photos/a.jpg", [("P110", PHOTO)]),
    ],
)
def test_a_showcase(tree: Callable[..., Any], places: Callable[..., Any], old: str, new: str, expected: Any) -> None:
    assert places(tree(**showcase(old, new))) == expected


def test_the_nearest_standard_and_the_actual_name_are_hinted(tree: Callable[..., Any]) -> None:
    (problem,) = tree(**showcase('标准: "3.5"', '标准: "3.5.1"'))
    assert problem.hint == "是否想写“3.5”？"
    (problem,) = tree(**showcase("photos/a.jpg", "photos/A.jpg"))
    assert problem.hint == "实际的文件名是 a.jpg，请改成一致。"


@pytest.mark.parametrize(
    ("as_of", "codes"),
    [
        (date(2019, 10, 19), ["R217"]),
        (date(2019, 10, 20), []),
        (date(2020, 12, 31), []),
        (date(2021, 1, 1), ["R217"]),
    ],
)
def test_a_showcase_is_public_while_its_approval_holds(tree: Callable[..., Any], as_of: date, codes: list[str]) -> None:
    assert [problem.code for problem in tree(as_of=as_of, **showcase())] == codes


def test_a_showcase_without_approval(tree: Callable[..., Any], places: Callable[..., Any]) -> None:
    start, _, end = SHOWCASE.partition("审批: ")
    files = showcase() | {"units/xx/b1/showcase.md": start + "---" + end.partition("---")[2]}
    assert places(tree(**files)) == [("R217", 2)]


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (picture("PNG"), []),
        (picture("WEBP"), []),
        (picture("GIF"), ["P111"]),
        (picture("BMP"), ["P111"]),
        (b"", ["P111"]),
        (b"<html>not a photo</html>", ["P111"]),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", ["P111"]),
        (picture(size=(400, 300))[:-200], ["P111"]),
        (picture("PNG", (400, 300))[:60], ["P111"]),
    ],
)
def test_photos_are_known_by_what_is_in_them(tree: Callable[..., Any], data: bytes, codes: list[str]) -> None:
    assert [problem.code for problem in tree(**showcase() | {"units/xx/b1/photos/a.jpg": data})] == codes


def claim(width: int, height: int) -> bytes:
    """The first bytes of a PNG that claims to be so large."""
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0), b"IDAT")
    parts = (struct.pack(">I", len(each) - 4) + each + struct.pack(">I", zlib.crc32(each)) for each in chunks)
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


@pytest.mark.parametrize(
    ("size", "codes"), [((10_000, 5_000), ["P111"]), ((10_000, 5_001), ["P112"]), ((20_000, 20_000), ["P112"])]
)
def test_photos_have_a_pixel_limit(tree: Callable[..., Any], size: tuple[int, int], codes: list[str]) -> None:
    problems = tree(**showcase() | {"units/xx/b1/photos/a.jpg": claim(*size)})
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize(("over", "codes"), [(0, []), (1, ["P113"])])
def test_photos_should_be_small(tree: Callable[..., Any], over: int, codes: list[str]) -> None:
    data = picture()
    data += b"\0" * (photos.BYTE_LIMIT + over - len(data))
    assert [problem.code for problem in tree(**showcase() | {"units/xx/b1/photos/a.jpg": data})] == codes


def test_photos_are_no_links(tree: Callable[..., Any], tmp_path: Path) -> None:
    tree(**showcase())
    folder = tmp_path / "records/units/xx/b1/photos"
    (folder / "a.jpg").rename(tmp_path / "a.jpg")
    (folder / "a.jpg").symlink_to(tmp_path / "a.jpg")
    files = showcase()
    del files["units/xx/b1/photos/a.jpg"]
    assert [problem.code for problem in tree(**files)] == ["P123"]


@pytest.mark.parametrize("name", ["photos/会议.jpg", "photos/a b.jpg"])
def test_a_photo_may_have_any_name_for_it_is_published_under_another(tree: Callable[..., Any], name: str) -> None:
    assert tree(**showcase("photos/a.jpg", name) | {f"units/xx/b1/{name}": picture()}) == []


@pytest.mark.parametrize(("count", "codes"), [(30, []), (31, ["P126"]), (400, ["P126"])])
def test_a_showcase_has_only_so_many_photos(tree: Callable[..., Any], count: int, codes: list[str]) -> None:
    rows = "\n".join(["  - {文件: photos/a.jpg, 替代文字: 己, 图注: 庚}"] * count)
    problems = tree(**showcase("  - {文件: photos/a.jpg, 替代文字: 己, 图注: 庚}", rows))
    assert [problem.code for problem in problems] == codes


def test_a_photo_without_words_is_told(tree: Callable[..., Any]) -> None:
    assert [problem.code for problem in tree(**showcase("替代文字: 己, ", ""))] == ["P125"]


def test_nothing_wrong_with_a_photo_stops_the_rest(tree: Callable[..., Any]) -> None:
    given = "文件: ../a.jpg, 图注: 庚, 有人像: 是"
    problems = tree(**showcase("文件: photos/a.jpg, 替代文字: 己, 图注: 庚", given))
    assert {(problem.code, problem.is_error) for problem in problems} == {
        ("P110", False),
        ("P125", False),
        ("R218", False),
    }


def test_a_folder_is_no_photo(tree: Callable[..., Any], tmp_path: Path) -> None:
    assert [problem.code for problem in tree(**showcase("photos/a.jpg", "photos"))] == ["P111"]


def test_a_holiday_ends_after_it_begins(tree: Callable[..., Any], places: Callable[..., Any]) -> None:
    text = "名称: 示例大学\n假期:\n  - {名称: 寒假, 自: 2019-01-14, 至: 2019-01-14}\n  - {名称: 暑假, 自: 2019-09-01, 至: 2019-07-13}\n"
    assert places(tree(**{"institution.yml": text})) == [("R122", 4)]


def test_texts_of_institution_and_committees_are_searched(tree: Callable[..., Any], places: Callable[..., Any]) -> None:
    assert places(tree(**{"institution.yml": "名称: 大学 13800138000\n"})) == [("V102", 1)]
    assert places(tree(**{"units/xx/committee.yml": "名称: a@example.org\n类型: 基层党委\n"})) == [
        ("V104", 1),
    ]


def test_a_branch_named_like_a_committee(tree: Callable[..., Any]) -> None:
    (problem,) = tree(**{"units/b1/committee.yml": "名称: 甲\n类型: 基层党委\n"})
    assert str(problem).startswith("records/units/xx/b1: 警告[P114] 支部 b1 与基层党委 b1 编号相同。")


@pytest.mark.parametrize(
    ("kind", "answer", "codes"),
    [
        ("党总支", "是", ["R272"]),
        ("党总支", "否", []),
        ("党总支", None, []),
        ("基层党委", "是", []),
        ("基层党委", None, []),
    ],
)
def test_a_general_branch_deliberates_and_approves_nothing(kind: str, answer: str | None, codes: list[str]) -> None:
    values = {"名称": "甲总支", "类型": kind, **({"审批权限": answer} if answer else {})}
    committee = CommitteeEntry(id="aa", committee=Committee.model_validate(values), branches=())
    index = Index(institution=Institution.model_validate({"名称": "示例大学"}), committees=(committee,))
    assert [row.code for row in validate_index(index, {}, date(2019, 11, 25))] == codes


SECOND = "类型: 学生\n成立: 2015-09-10\n"


def test_two_branches_of_one_name(tree: Callable[..., Any]) -> None:
    files = {
        "units/yy/committee.yml": "名称: 乙\n类型: 基层党委\n",
        "units/yy/b2/branch.yml": f"名称: 第一 党支部\n{SECOND}",
    }
    (problem,) = tree(**files)
    assert str(problem).startswith(
        "records/units/yy/b2/branch.yml:1:5: 警告[P116] 支部 b2 与 xx 的支部 b1 同名：第一 党支部。"
    )


def test_a_name_under_a_quoted_key_is_told_of_the_file(tree: Callable[..., Any]) -> None:
    (problem,) = tree(**{"units/xx/b2/branch.yml": f'"名称": 第一党支部\n{SECOND}'})
    assert (problem.code, problem.source.path, problem.source.line) == ("P116", "records/units/xx/b2/branch.yml", 0)


def test_html_in_the_words_of_a_showcase(tree: Callable[..., Any], places: Callable[..., Any]) -> None:
    assert places(tree(**showcase("正文一段。", "正文。\n\n<script>x</script>"))) == [("H121", line("正文一段") + 2)]


def test_a_showcase_that_is_gone_when_its_words_are_looked_up(tree: Callable[..., Any], tmp_path: Path) -> None:
    tree(**showcase("正文一段。", "联系 13800138000。"))
    index, _ = load_index(tmp_path / "records", tmp_path)
    assert index is not None
    (entry,) = index.showcases
    (entry.folder / "showcase.md").unlink()
    found = [row for row in check_showcase(entry, {"3.1", "3.5"}, date(2019, 11, 25)) if row.code == "V102"]
    assert [row.source for row in found] == [Source("records/units/xx/b1/showcase.md")]


def test_no_standards_known_means_none_missed(tree: Callable[..., Any], tmp_path: Path) -> None:
    tree(**showcase('标准: "3.1"', '标准: "9.9"'))
    index, _ = load_index(tmp_path / "records", tmp_path)
    assert index is not None
    assert "R216" not in {row.code for row in validate_index(index, {}, date(2019, 11, 25))}
