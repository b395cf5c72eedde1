"""The gate: what it stops, and what it lets through."""

from __future__ import annotations

import gzip
import html
import json
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from generator.disclose.gate import (
    WORD,
    Leak,
    guard,
    mask,
    name_leaks,
    own_words,
    page_leaks,
    pattern_leaks,
    refuse,
    shared_leaks,
)
from generator.disclose.searched_texts import SearchedTexts
from generator.errors import LeakError
from generator.model.check_digits import is_card_number, is_id_number
from generator.model.inline_elements import LINE_TAG

ID_NUMBER = "11010519491231002" + "X"
MOBILE = "138" + "00138000"
CARD = "622202" + "0000000000" + "0"

_LETTERS = "甲乙丙3x<>\"'&\n，"


def kinds(text: str, *words: str) -> list[str]:
    return [leak.kind for leak in page_leaks("a.html", text, text.encode(), words, lambda: ())]


def test_id_numbers_count_only_with_the_right_check_character() -> None:
    assert is_id_number(ID_NUMBER)
    assert not is_id_number(ID_NUMBER[:-1] + "1")
    assert kinds(f"号码{ID_NUMBER}。") == ["证件号"]
    assert kinds(f"号码{ID_NUMBER[:-1]}1。") == []


@pytest.mark.parametrize("serial", range(11))
def test_one_check_character_of_eleven_is_right(serial: int) -> None:
    """GB 11643: the weighted sum of all eighteen, with X for ten, leaves 1 when divided by 11."""
    first = f"11010519491231{serial:03d}"
    right = [mark for mark in "0123456789X" if is_id_number(first + mark)]
    (only,) = right
    digits = [*map(int, first), 10 if only == "X" else int(only)]
    assert sum(digit * pow(2, 17 - place, 11) for place, digit in enumerate(digits)) % 11 == 1


def test_mobile_numbers() -> None:
    assert kinds(f"电话 {MOBILE}。") == ["手机号"]
    assert kinds(f"1{MOBILE}") == []
    assert kinds(f"0.{MOBILE}") == []
    assert kinds("12800138000") == []


def test_bank_cards_count_only_when_the_check_digit_is_right() -> None:
    number = next(f"{CARD[:-1]}{digit}" for digit in range(10) if is_card_number(f"{CARD[:-1]}{digit}"))
    wrong = f"{number[:-1]}{(int(number[-1]) + 1) % 10}"
    assert kinds(number) == ["银行卡号"]
    assert kinds(wrong) == []


def test_mail_addresses() -> None:
    assert kinds("写信给 someone@example.org") == ["邮箱"]
    assert kinds("@media print {}") == []


CUT = '<p>由赵<abbr title="解释">甲乙</abbr>主持</p>'
"""A name in which an element begins that stands within the line."""


def test_words_are_found_across_elements_within_a_line_and_not_across_blocks() -> None:
    assert kinds(CUT, "赵甲乙") == ["不属本版的内容"]
    assert kinds("<p>甲与<del>李</del>&amp;丁乙</p>", "李&丁") == ["不属本版的内容"]
    assert kinds("<td>赵</td><td>甲乙</td>", "赵甲乙") == []
    assert kinds("<p>赵<br>甲乙</p>", "赵甲乙") == []


@pytest.mark.parametrize("title", ["解释", "……", "①②", "解…"])
def test_what_a_tag_says_parts_no_word_and_is_searched_itself(title: str) -> None:
    page = f'<p>赵<abbr title="{title}">甲乙</abbr></p><td title="{title}">丙丁</td>'
    for held in ("赵甲乙", title, f'{title}">甲乙', f'赵<abbr title="{title}'):
        assert kinds(page, held) == ["不属本版的内容"]
    for stray in (f'第n<m项，赵<i title="{title}">甲乙</i>', f'赵<i title="{title}<2">甲乙 > 3</i>'):
        assert kinds(stray, "赵甲乙") == ["不属本版的内容"]
    for not_held in (f"赵{title}", f"{title}甲乙", "甲乙丙丁", f"乙{title}丙"):
        assert kinds(page, not_held) == []


_PIECES = [
    "甲",
    "乙",
    "x",
    "，",
    "…",
    "<b>",
    "</b>",
    '<b title="甲乙">',
    '<i title="…">',
    '<td title="乙…">',
    "<td>",
    "&amp;",
    "&lt;",
    "\n",
]


@given(page=st.lists(st.sampled_from(_PIECES), max_size=12), word=st.text('甲乙x，…&<>"', min_size=1, max_size=4))
@settings(max_examples=500, deadline=None)
def test_a_word_is_found_on_a_page_where_plain_search_finds_it(page: list[str], word: str) -> None:
    text = "".join(page)
    read = LINE_TAG.sub("", text)
    assert bool(kinds(text, word)) == any(form in said for said in (text, read) for form in (word, html.escape(word)))
    lines = (*text.split("\n"), *read.split("\n"))
    held = {said[at : at + size] for said in lines for at in range(len(said) - 1) for size in (2, 3)}
    for others in ([], [f"丙{number}丁" for number in range(200)]):
        leaks = page_leaks("a.html", text, text.encode(), [*others, *held], lambda: ())
        assert {leak.value for leak in leaks} == held


def test_pages_of_several_branches_are_read_as_they_are_shown(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(f"<h1>甲</h1>\n{CUT}\n", encoding="utf-8")
    (tmp_path / "b.html").write_text("<td>赵</td><td>甲乙</td>\n", encoding="utf-8")
    assert list(shared_leaks(tmp_path, ["a.html", "b.html"], ["赵甲乙"])) == [Leak("a.html", WORD, "赵甲乙")]
    assert list(shared_leaks(tmp_path, ["b.html"], ["赵甲乙"])) == []


def test_words_are_found_in_text_attributes_and_escapes() -> None:
    assert kinds("<p>赵甲主持</p>", "赵甲") == ["不属本版的内容"]
    assert kinds('<img alt="李&amp;丁">', "李&丁") == ["不属本版的内容"]
    assert kinds("第3会议室A座", "3会议室A") == ["不属本版的内容"]
    assert kinds("room B-12", "room B-12") == ["不属本版的内容"]
    assert kinds("赵，甲", "赵甲") == []


def site(folder: Path, name: str, content: bytes) -> Path:
    target = folder / name
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return folder


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a/index.html", "<p>秘密会议地点</p>".encode()),
        ("search/search_index.json", json.dumps({"text": "秘密\u200b会议\u200b地点"}).encode()),
        ("search/search_index.js", 'var __index = {"text": "秘密会议地点"}'.encode()),
        ("sitemap.xml.gz", gzip.compress("秘密会议地点".encode(), mtime=0)),
        ("秘密会议地点.html", b""),
        ("秘密会议地点/index.html", b""),
        ("a.css", "/* 秘密会议地点 */".encode()),
    ],
)
def test_a_leak_anywhere_stops_the_build(tmp_path: Path, name: str, content: bytes) -> None:
    with pytest.raises(LeakError, match="秘＊＊＊＊＊") as caught:
        guard(site(tmp_path, name, content), ["秘密会议地点"], list)
    assert "秘密会议地点" not in str(caught.value).replace(name, "")


def test_image_metadata_is_read(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "room 7 at noon"
    Image.new("RGB", (2, 2)).save(tmp_path / "a.jpg", exif=exif)
    with pytest.raises(LeakError):
        guard(tmp_path, ["room 7 at noon"], list)


def test_what_stands_in_public_text_is_no_leak(tmp_path: Path) -> None:
    guard(site(tmp_path, "a.html", "审议推进计划".encode()), ["审议推进计划"], lambda: ["手册说：审议推进计划。"])


def test_a_clean_folder_passes(tmp_path: Path) -> None:
    guard(site(tmp_path, "a.html", "<p>党支部</p>".encode()), ["秘密会议地点"], list)


def test_masks_keep_the_value_secret() -> None:
    assert mask("赵甲") == "赵＊"
    assert mask(MOBILE) == "13＊＊＊＊＊＊"


def test_many_words_are_sieved_by_their_n_grams() -> None:
    words = [f"字{chr(0x4E00 + n)}{chr(0x5000 + n)}" for n in range(2000)]
    look = SearchedTexts([words[7] + "间隔", "，" + words[1999]])
    assert [word for word in words if look.holds(word)] == [words[7], words[1999]]
    assert not look.holds(words[7] + words[1999])


@pytest.mark.parametrize(
    ("word", "held"),
    [
        ("甲乙", True),
        ("x\ny", True),
        ("丙\n甲乙", True),
        ("乙\n丙", False),
        ("丁\n丁", False),
        ("x甲", False),
        ("x\n甲", False),
        ("", True),
    ],
)
def test_a_word_is_found_within_one_text_over_its_lines_but_never_over_two(word: str, *, held: bool) -> None:
    """Lines that come again (丁) are searched once."""
    assert SearchedTexts(["丁\n丙\n甲乙\nx", "甲乙\n丁\n丙\n甲乙x\ny", "丁"]).holds(word) == held


def test_many_hidden_words_and_few_give_the_same() -> None:
    text, word = "<p>记录：秘密会议地点。</p>", "秘密会议地点"
    many = [*(f"别的词{number}" for number in range(200)), word]
    for hidden in ([word], many):
        assert list(page_leaks("a.html", text, text.encode(), hidden, lambda: ())) == [Leak("a.html", WORD, word)]


def test_of_a_word_that_is_all_chinese_or_not_every_part_counts() -> None:
    look = SearchedTexts(["甲乙丙，丁戊己庚", '<p title="甲">乙</p>', "第3会议室，己庚辛"])
    held = ["甲乙", "乙丙", "甲乙丙", "丁戊己庚", "戊己庚", "乙丙，丁戊", "甲", "3会议", '"甲"', "<p"]
    assert [word for word in held if not look.holds(word)] == []
    refused = ["丙丁", "戊己庚辛", "丁戊庚", "乙丙丁", "甲乙，丁戊", "丙，戊己", "4会议", "会议3", "甲<乙", "庚\n"]
    assert [word for word in refused if look.holds(word)] == []


@given(texts=st.lists(st.text(_LETTERS, max_size=12), min_size=1, max_size=4), word=st.text(_LETTERS, max_size=5))
@settings(max_examples=1_000, deadline=None)
def test_a_word_is_found_where_plain_search_finds_it(texts: list[str], word: str) -> None:
    plain = any(form in text for text in texts for form in (word, html.escape(word)))
    assert SearchedTexts(texts).holds(word) == plain


def test_many_long_texts_are_searched_as_few_short_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.disclose.searched_texts._BATCH", 6)
    look = SearchedTexts(["甲乙\n丙3", "甲乙，丁", "abc\nd", "戊\n甲乙"])
    held = ["甲乙", "丙3", "丁", "甲乙，丁", "戊", "bc", "3", "c\nd", "戊\n甲"]
    assert [word for word in held if not look.holds(word)] == []
    assert [word for word in ("3甲", "cd", "丁a", "乙\n甲") if look.holds(word)] == []
    assert set(look.pieces()) == {"abc\nd", "甲乙", "丙3", "甲乙，丁", "戊"}


class _Counted:
    """Texts that say how often they were gone through and how many were read, as files would be."""

    def __init__(self, *texts: str) -> None:
        self.texts, self.times, self.read = texts, 0, 0

    def __iter__(self) -> Iterator[str]:
        self.times += 1
        for text in self.texts:
            self.read += 1
            yield text


def test_words_that_reach_over_pieces_are_looked_for_together() -> None:
    texts = _Counted("甲乙\n丙丁", '戊己"庚辛', "甲乙丙丁")
    look = SearchedTexts(texts)
    assert (list(look.held(["甲乙", "丙丁甲乙"])), texts.times) == (["甲乙"], 1)
    asked = ["乙\n丙", '己"庚', "丁\n甲", "甲乙丙丁", '辛"甲', "乙\n丙"]
    assert (sorted(look.held(asked)), texts.times) == (sorted(["乙\n丙", '己"庚', "甲乙丙丁"]), 2)


def test_no_more_texts_are_read_than_it_takes_to_find_the_words() -> None:
    texts = _Counted("甲乙\n丙丁", '戊己"庚辛', "甲乙丙丁")
    look = SearchedTexts(texts)
    assert texts.read == 3
    assert (list(look.held(["乙\n丙", '己"庚'])), texts.read) == (["乙\n丙", '己"庚'], 5)


@pytest.mark.parametrize(
    ("line", "most"),
    [
        ("<p>第{}行文字</p>", 11_000_000),  # 14 MB where all texts are held at once
        ("<loc>https://example.edu.cn/branches/{}/</loc>", 6_000_000),  # ASCII, as in a site map: 15 MB if each is kept
    ],
)
def test_files_that_say_the_same_take_no_memory_each(tmp_path: Path, line: str, most: int) -> None:
    text = "\n".join(map(line.format, range(10_000)))
    for at in range(30):
        (tmp_path / f"{at}.html").write_text(text, encoding="utf-8")
    tracemalloc.start()
    found = list(shared_leaks(tmp_path, [f"{at}.html" for at in range(30)], [line.format(9_999), line.format(10_000)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert [leak.value for leak in found] == [line.format(9_999)] * 30
    assert peak < most


def test_what_the_branch_shows_elsewhere_is_no_leak_and_is_asked_for_only_on_a_hit() -> None:
    text = "<p>秘密会议地点</p>"
    assert not list(page_leaks("a.html", text, text.encode(), ["秘密会议地点"], lambda: ["在秘密会议地点开会"]))

    def never() -> list[str]:
        raise AssertionError

    assert not list(page_leaks("a.html", text, text.encode(), ["另一个地点"], never))


def test_a_shared_file_is_looked_through_for_the_words_of_all_branches(tmp_path: Path) -> None:
    site(tmp_path, "matrix/index.html", "<p>学院对照表，秘密会议地点</p>".encode())
    site(tmp_path, "finder.js", "甲支部".encode())
    words = iter(["别处的词", "秘密会议地点"])
    found = list(shared_leaks(tmp_path, ["finder.js", "matrix/index.html"], words))
    assert found == [Leak("matrix/index.html", WORD, "秘密会议地点")]


@pytest.mark.parametrize("count", [1, 1_200])
def test_words_that_may_be_read_elsewhere_are_left_out_however_many(tmp_path: Path, count: int) -> None:
    words = [f"秘密地点{number}号" for number in range(count)]
    site(tmp_path, "a.html", "，".join(words).encode())
    assert len(list(shared_leaks(tmp_path, ["a.html"], words))) == count
    rest = list(shared_leaks(tmp_path, ["a.html"], words, (), lambda: words[1:]))
    assert rest == [Leak("a.html", WORD, words[0])]


def test_what_is_allowed_is_asked_for_only_on_a_hit(tmp_path: Path) -> None:
    def never() -> list[str]:
        raise AssertionError

    guard(site(tmp_path, "a.html", "<p>党支部</p>".encode()), ["秘密会议地点"], never)


@pytest.mark.parametrize("before", [0, 1, 499, 500, 1_234])
def test_no_more_is_asked_for_than_it_takes(tmp_path: Path, before: int) -> None:
    """A word is found wherever it is allowed, and nothing far behind that place is read."""
    asked: list[int] = []

    def allowed() -> Iterator[str]:
        for number in range(5_000):
            asked.append(number)
            yield "秘密会议地点" if number == before else ""

    guard(site(tmp_path, "a.html", "<p>秘密会议地点</p>".encode()), ["秘密会议地点"], allowed)
    assert before < len(asked) <= 2 * (before + 500)


def test_a_word_that_is_escaped_twice_is_a_leak(tmp_path: Path) -> None:
    site(tmp_path, "a.html", html.escape(html.escape("李&丁")).encode())
    assert list(shared_leaks(tmp_path, ["a.html"], ["李&丁"])) == [Leak("a.html", WORD, "李&丁")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"<b>{MOBILE}</b>", ["手机号"]),
        ("电话138００１３８０００", ["手机号"]),
        (f'<b title="{ID_NUMBER}">', ["证件号"]),
        ("<b>someone&#64;example.org</b>", ["邮箱"]),
        (f"{MOBILE[:6]}<b>{MOBILE[6:]}</b>", []),
        (f"{MOBILE[:6]}\n{MOBILE[6:]}", []),
    ],
)
def test_numbers_and_addresses_in_shared_files(tmp_path: Path, text: str, kinds: list[str]) -> None:
    for name in ("a.html", "b.html"):
        site(tmp_path, name, text.encode())
    found = list(shared_leaks(tmp_path, ["a.html", "b.html"], []))
    assert [(leak.file, leak.kind) for leak in found] == [
        (name, kind) for name in ("a.html", "b.html") for kind in kinds
    ]


def test_full_width_digits_and_entities_hide_nothing() -> None:
    assert [leak.kind for leak in pattern_leaks("a", "电话138００１３８０００".encode())] == ["手机号"]
    assert [leak.kind for leak in pattern_leaks("a", b"someone&#64;example.org")] == ["邮箱"]


def test_the_first_ten_leaks_are_told_and_the_rest_counted() -> None:
    leaks = [Leak(f"{number:02d}.html", "手机号", MOBILE) for number in range(12)]
    with pytest.raises(LeakError, match="等共 12 处") as told:
        refuse(leaks, list)
    assert "09.html" in str(told.value)
    assert "10.html" not in str(told.value)


def test_names_in_words_meant_to_be_read_need_consent() -> None:
    texts = [("a.html", "钱乙丙同志带头"), ("b.html", "孙丙丁同志带头")]
    names = ["钱乙丙", "孙丙丁", "赵甲乙"]
    assert [(leak.file, leak.value) for leak in name_leaks(texts, names, ["孙丙丁"])] == [("a.html", "钱乙丙")]
    many = [*names, *(f"李{chr(0x4E00 + n)}" for n in range(200))]
    assert [(leak.file, leak.value) for leak in name_leaks(texts, many, ["孙丙丁"])] == [("a.html", "钱乙丙")]


def test_our_own_words_are_those_in_texts_but_for_pages_that_stay_inside(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    for name in ("a.md", "deep/b.py", "c.png", "held.md"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert list(own_words(tmp_path, [tmp_path / "held.md"])) == ["a.md", "deep/b.py"]
