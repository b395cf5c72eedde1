"""Guide and door sign: what a visitor gets in hand, looked at as a printer and a phone see it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import pairwise

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from PIL import Image, ImageChops

from generator.errors import UnprintableError
from generator.formats.pdf.engine import compile_pdf
from generator.formats.pdf.leaflets import leaflet_source
from generator.formats.pdf.typefaces import LEAN
from generator.model.leaflet import DoorSign, Guide, GuideHighlight, GuideStop, Imprint

ADDRESS = "https://dj.example.edu/showcases/#aa-1"
_MM = 72 / 25.4

IMPRINT = Imprint(
    institution="示例大学",
    branch="甲学院第一党支部",
    edition="社会公开　2019年10月20日审批",
    until="2020年12月31日",
    as_of=date(2019, 10, 20),
    address=ADDRESS,
)
STOPS = tuple(
    GuideStop(name=f"第{at}站点名", minutes=15, see=f"第{at}站的年历", ask=f"第{at}站怎样改期？", steps="无")
    for at in "甲乙丙丁"
)
GUIDE = Guide(
    title="把组织生活开在实验室旁",
    why="先排日子，再排内容",
    imprint=IMPRINT,
    facts=(("开放时段", "每周四 14:30—16:30"), ("全程", "约 60 分钟"), ("集合处", "信息楼一层门厅")),
    way="信息楼，二层；北门。进门左转。",
    access=(("台阶", "有"), ("座位", "不详"), ("助听", "无")),
    highlights=(
        GuideHighlight(text="一年一张年历", standard="3.5 主题党日", exhibit="年历（原件）", stop="第甲站点名"),
    ),
    stops=STOPS,
    sections=(("没做成、还在改", ("签到又改回纸质。",)), ("适合谁、不适合谁", ("不适合分散的支部。",))),
    takeaways=("支部党员大会记录（3.1，docx，8 KB）",),
    manners=("拍照前先问", "不送礼品"),
)
SIGN = DoorSign(
    title=GUIDE.title,
    why=GUIDE.why,
    imprint=IMPRINT,
    state="参观须预约",
    hours=("每周四 14:30—16:30",),
    booking="提前 3 天",
)


def printed(leaflet: Guide | DoorSign) -> bytes:
    return compile_pdf(leaflet_source(leaflet), LEAN)


@pytest.fixture(scope="module")
def guide() -> bytes:
    return printed(GUIDE)


@pytest.fixture(scope="module")
def sign() -> bytes:
    return printed(SIGN)


def texts(data: bytes) -> list[str]:
    """The words of each page; the spaces that stand between Han and Latin only on paper left out."""
    return [re.sub(r"\s", "", page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(data)]


def seen(data: bytes, page: int = 0, dots_per_inch: int = 150) -> Image.Image:
    image: Image.Image = pypdfium2.PdfDocument(data)[page].render(scale=dots_per_inch / 72).to_pil()
    return image.convert("RGB")


def rules(data: bytes, page: int) -> list[tuple[float, float]]:
    """The horizontal lines over the whole width: height from the foot and length, in millimetres, from above."""
    found = set()
    for shape in pypdfium2.PdfDocument(data)[page].get_objects(filter=[2]):
        left, bottom, right, top = (each / _MM for each in shape.get_bounds())
        if top - bottom < 0.5 and right - left > 170:
            found.add((round((top + bottom) / 2, 2), round(right - left)))
    return sorted(found, reverse=True)


def test_a_guide_is_one_sheet_of_two_sides_and_a_sign_half_of_one(guide: bytes, sign: bytes) -> None:
    sizes = [
        [tuple(round(side / _MM) for side in page.get_size()) for page in pypdfium2.PdfDocument(data)]
        for data in (guide, sign)
    ]
    assert sizes == [[(210, 297), (210, 297)], [(148, 210)]]


@pytest.mark.parametrize("dots_per_inch", [100, 203])
def test_the_codes_are_read_back_from_the_page(guide: bytes, sign: bytes, dots_per_inch: int) -> None:
    for data in (guide, sign):
        (code,) = zxingcpp.read_barcodes(seen(data, 0, dots_per_inch))
        assert (code.text, code.format) == (ADDRESS, zxingcpp.BarcodeFormat.QRCode)


def test_every_side_says_until_when_it_holds_and_where_the_newest_is(guide: bytes, sign: bytes) -> None:
    for text in (*texts(guide), *texts(sign)):
        assert "有效期至2020年12月31日；与网页不同的，以网页为准" in text
        assert ADDRESS in text
    assert all("社会公开2019年10月20日审批" in text for text in texts(guide))


def test_nothing_that_was_told_is_missing(guide: bytes) -> None:
    front, back = texts(guide)
    for words in (
        "开放时段每周四14:30—16:30",
        "助听无",
        "一年一张年历",
        "年历（原件）",
        "签到又改回纸质。",
        "拍照前先问；不送礼品。",
    ):
        assert words in front
    for stop in STOPS:
        assert f"看：{stop.see}问：{stop.ask}" in back
    assert "路线（共60分钟）" in back
    assert "支部党员大会记录（3.1，docx，8KB）。" in back
    assert "没有可学的，也写明" in back


def test_lines_to_write_on_are_eight_to_nine_millimetres_apart(guide: bytes) -> None:
    for page, least in ((0, 3), (1, 3 + len(STOPS))):
        heights = [height for height, _ in rules(guide, page)][1:-1]  # without the rules of head and foot
        gaps = [above - below for above, below in pairwise(heights)]
        near = [gap for gap in gaps if gap < 9.5]
        assert all(7.95 <= gap <= 9.05 for gap in near), near
        assert len(heights) >= least


def test_both_sides_are_used_to_the_foot(guide: bytes) -> None:
    for page in (0, 1):
        lines = rules(guide, page)
        assert lines[-2][0] - lines[-1][0] < 9  # the last line to write on stands right above the rule of the foot


def test_it_is_black_on_white(guide: bytes, sign: bytes) -> None:
    for image in (seen(guide, 0, 72), seen(guide, 1, 72), seen(sign, 0, 72)):
        red, green, blue = image.split()
        assert ImageChops.difference(red, green).getextrema() == (0, 0)
        assert ImageChops.difference(green, blue).getextrema() == (0, 0)


def test_without_an_address_there_is_no_code_and_no_word_of_one() -> None:
    bare = replace(IMPRINT, address="")
    for leaflet in (replace(GUIDE, imprint=bare), replace(SIGN, imprint=bare)):
        data = printed(leaflet)
        assert zxingcpp.read_barcodes(seen(data)) == []
        assert not any("扫码" in text or "http" in text for text in texts(data))


def test_what_is_long_still_fits_on_two_sides() -> None:
    """Five stops, five 看点, 350 characters of what failed and for whom it is not: as much as one may write."""
    nine = "写得很长的一句话，"
    stops = tuple(
        GuideStop(name=f"站{at}" * 6, minutes=18, see=nine * 6, ask=nine * 6, steps="不详") for at in range(5)
    )
    highlight = GuideHighlight(text=nine * 3, standard="3.5 主题党日", exhibit=nine * 2, stop="站" * 6)
    full = replace(
        GUIDE,
        facts=(("开放时段", nine * 2),) * 9,
        highlights=(highlight,) * 5,
        stops=stops,
        sections=(("没做成、还在改", (nine * 22,)), ("适合谁、不适合谁", (nine * 17,))),
        manners=(nine * 3,) * 6,
    )
    front, back = texts(printed(full))
    assert front.count("写得很长的一句话") == 9 * 2 + 5 * 5 + 22 + 17 + 6 * 3
    assert back.count("写得很长的一句话") == 5 * 12


def test_what_is_longer_than_two_sides_goes_on_and_loses_nothing_but_the_story() -> None:
    nine = "写得很长的一句话，"
    full = replace(GUIDE, manners=(nine * 30,) * 20, sections=(("没做成、还在改", (nine,)),))
    pages = texts(printed(full))
    assert sum(page.count("写得很长") for page in pages) >= 598  # a page may end within one
    assert len(pages) > 2


def test_an_address_of_any_length_stays_on_the_sign_in_one_line() -> None:
    address = f"https://{'a' * 50}.example.edu/showcases/#aa-1"
    data = printed(replace(SIGN, imprint=replace(IMPRINT, address=address)))
    assert address in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_bounded().split()
    (code,) = zxingcpp.read_barcodes(seen(data))
    assert code.text == address


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("把流程走一遍，把支部建在窗口前", ["把流程走一遍，把支部建在窗口前"]),
        ("把党课开到实验台边，把支部建在课题组里", ["把党课开到实验台边，", "把支部建在课题组里"]),
    ],
)
def test_a_title_on_the_sign_breaks_into_equal_lines_or_not_at_all(title: str, lines: list[str]) -> None:
    page = pypdfium2.PdfDocument(printed(replace(SIGN, title=title)))[0].get_textpage().get_text_bounded()
    assert page.splitlines()[1 : 1 + len(lines)] == lines


def test_it_is_tagged_and_says_what_the_code_holds(guide: bytes) -> None:
    with pikepdf.open(BytesIO(guide)) as pdf:
        kinds, told = [], []
        waiting: list[object] = [pdf.Root.StructTreeRoot]
        while waiting:
            node = waiting.pop()
            if isinstance(node, pikepdf.Array):
                waiting.extend(node)
            elif isinstance(node, pikepdf.Dictionary) and ("/S" in node or "/K" in node):
                kinds.append(str(node.get("/S", "")))
                told += [str(node.Alt)] if "/Alt" in node else []
                waiting.append(node.get("/K"))
        title = str(pdf.docinfo.Title)
    assert told == [f"二维码，网址 {ADDRESS}"]
    assert (kinds.count("/H1"), kinds.count("/Table"), kinds.count("/TH")) == (1, 2, 4)
    assert title == GUIDE.title


def test_the_same_words_give_the_same_bytes(guide: bytes) -> None:
    assert printed(GUIDE) == guide


def test_a_character_without_glyph_is_told_with_its_sheet() -> None:
    with pytest.raises(UnprintableError, match="甲学院第一党支部的门牌：“𓀀”"):
        printed(replace(SIGN, state="𓀀"))
