"""Attachments: what the gate reads in them, what it cannot read, and that no archive makes it swallow too much."""

from __future__ import annotations

import gzip
import io
import tarfile
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pikepdf
import pytest
from docx import Document
from PIL import Image, PngImagePlugin

from generator.disclose import paper, text
from generator.disclose.gate import guard, refuse, shared_leaks
from generator.disclose.text import UnreadableError, readable
from generator.errors import LeakError

ID_NUMBER = "11010519491231002" + "X"
MOBILE = "138" + "00138000"
NAME = "秘密会议地点"


def packed(*members: tuple[str, bytes | str]) -> bytes:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return buffer.getvalue()


def word(*runs: str) -> bytes:
    """A Word file whose one paragraph is cut into runs."""
    document, buffer = Document(), io.BytesIO()
    paragraph = document.add_paragraph()
    for run in runs:
        paragraph.add_run(run)
    document.save(buffer)
    return buffer.getvalue()


def sheet(cells: str, shared: str = "") -> bytes:
    return packed(
        ("xl/worksheets/sheet1.xml", f'<?xml version="1.0"?><worksheet><sheetData>{cells}</sheetData></worksheet>'),
        ("xl/sharedStrings.xml", f'<?xml version="1.0"?><sst>{shared}</sst>'),
        ("xl/printerSettings/printerSettings1.bin", "printer".encode("utf-16-le")),
    )


def archive(name: str, data: bytes) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tape:
        member = tarfile.TarInfo(name)
        member.size = len(data)
        tape.addfile(member, io.BytesIO(data))
    return buffer.getvalue()


def pdf(words: str = "", carried: bytes = b"", note: str = "", password: str = "") -> bytes:
    document, buffer = pikepdf.new(), io.BytesIO()
    page = document.add_blank_page()
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = document.make_stream(f"BT /F1 12 Tf 20 20 Td ({words}) Tj ET".encode())
    if note:
        remark = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=pikepdf.String(note)
        )
        page.Annots = document.make_indirect(pikepdf.Array([remark]))
    if carried:
        document.attachments["list.xlsx"] = pikepdf.AttachedFileSpec(document, carried, filename="list.xlsx")
    secret = pikepdf.Encryption(owner=password, user=password) if password else False
    document.save(buffer, encryption=secret)
    return buffer.getvalue()


def scan() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (20, 20)).save(buffer, "PDF")
    return buffer.getvalue()


def photo(kind: str = "JPEG", *, gps: bool = False) -> bytes:
    buffer, exif, texts = io.BytesIO(), Image.Exif(), PngImagePlugin.PngInfo()
    exif[0x013B] = NAME.encode().decode("latin-1") if kind == "JPEG" else "x"
    texts.add_itxt("Comment", NAME)
    if gps:
        exif.get_ifd(0x8825)[1] = "N"
    Image.new("RGB", (4, 4)).save(buffer, kind, exif=exif, **({"pnginfo": texts} if kind == "PNG" else {}))
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", word("证件号 110105", "19491231", "002X", "。")),
        ("a.docx", word("秘密", "会议", "地点")),
        ("a.xlsx", sheet(f"<c><v>{MOBILE}</v></c>")),
        ("a.xlsx", sheet("<c><v>1.3800138E10</v></c>")),
        ("a.xlsx", sheet("", "<si><r><t>秘密会</t></r><r><t>议地点</t></r></si>")),
        ("a.xlsx", packed(("xl/comments1.xml", f'<?xml version="1.0"?><c author="{NAME}"/>'))),
        (
            "a.pptx",
            packed(
                (
                    "ppt/slides/slide1.xml",
                    "<?xml version='1.0'?><p:sld><a:p><a:r><a:t>秘密</a:t></a:r><a:r><a:t>会议地点</a:t></a:r></a:p></p:sld>",
                )
            ),
        ),
        (
            "a.odt",
            packed(
                (
                    "content.xml",
                    "<?xml version='1.0'?><office:t><text:p>秘密<text:span>会议</text:span>地点</text:p></office:t>",
                )
            ),
        ),
        ("a.zip", packed(("甲/乙.txt", NAME.encode("gb18030")))),
        ("a.zip", packed((f"{NAME}.txt", ""))),
        ("a.zip", packed(("b.zip", packed(("c.docx", word(ID_NUMBER)))))),
        ("a.tar", archive("a.csv", NAME.encode())),
        ("a.tar.gz", gzip.compress(archive("a.csv", NAME.encode()), mtime=0)),
        ("a.csv", NAME.encode("gb18030")),
        ("a.txt", NAME.encode("utf-16")),
        ("a.pdf", pdf(ID_NUMBER)),
        ("a.pdf", pdf(note=NAME)),
        ("a.pdf", pdf(carried=sheet(f"<c><v>{MOBILE}</v></c>"))),
        ("a.zip", packed(("a.png", photo("PNG")))),
        ("a.txt", word(ID_NUMBER)),
        ("a.svg", "<svg xmlns='http://www.w3.org/2000/svg'><text>秘密<tspan>会议</tspan>地点</text></svg>".encode()),
    ],
)
def test_attachments_are_opened(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(LeakError) as told:
        guard(tmp_path, [NAME], list)
    assert "读不出内容" not in str(told.value)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.pdf", pdf(note="\u2f42\u2f45")),
        ("a.docx", word("\u2f42", "方")),
        ("a.txt", "文\u2f45".encode()),
        ("a.txt", "\u2ecb文方".encode()),
    ],
)
def test_radicals_are_read_as_the_characters_that_they_look_like(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(LeakError):
        guard(tmp_path, ["文方"], list)
    guard(tmp_path, ["又方"], list)


def test_radicals_on_both_sides_of_a_line_end_of_the_layout_are_joined() -> None:
    assert paper.without_line_ends("甲\u2f42\n\u2f45 乙 a b") == "甲\u2f42\u2f45乙 a b"


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512), "不是程序读得出的格式"),
        ("a.rar", b"Rar!\x1a\x07\x01\x00" + bytes(20), "不是程序读得出的格式"),
        ("a.7z", b"7z\xbc\xaf\x27\x1c\x00\x04", "不是程序读得出的格式"),
        ("a.bmp", b"BM\x1a\x00\x00\x00", "不是程序读得出的格式"),
        ("a.rtf", b"{\\rtf1 \\'c3\\'d8}", "不是程序读得出的格式"),
        ("a.eml", b"From: a\nContent-Transfer-Encoding: base64\n\n", "不是程序读得出的格式"),
        ("a.docx", packed(("word/vbaProject.bin", bytes(9))), "不是程序读得出的格式"),
        ("a.docx", word("甲")[:-200], "已损坏，打不开"),
        ("a.pdf", b"%PDF-1.7 nothing", "PDF 打不开，或设有密码"),
        ("a.pdf", pdf("a", password="b"), "PDF 打不开，或设有密码"),
        ("a.pdf", scan(), "PDF 是扫描件，认不出文字"),
        ("a.zip", packed(("a.jpg", photo(gps=True))), "里面的图片带有拍摄地点"),
        ("a.zip", packed(("a.txt", bytes(11 * 1024 * 1024))), "压缩比异常"),
        ("a.png", b"\x89PNG\r\n\x1a\n", "已损坏，打不开"),
    ],
    ids=lambda value: "data" if isinstance(value, bytes) else None,  # archives hold the time of their making
)
def test_what_cannot_be_read_is_refused_unless_it_is_cleared_by_name(
    tmp_path: Path, name: str, data: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(UnreadableError, match=why):
        list(readable(tmp_path / name))
    with pytest.raises(LeakError, match=f"{name}：读不出内容，{why}.*cleared_files"):
        guard(tmp_path, [], list)
    refuse(shared_leaks(tmp_path, [name], [], [name]), list)


def test_a_locked_archive_is_refused(tmp_path: Path) -> None:
    data = bytearray(packed(("a.txt", "甲")))
    data[6] |= 1  # the flags of the member, here and in the directory
    data[data.index(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "a.zip").write_bytes(bytes(data))
    with pytest.raises(UnreadableError, match="设有密码"):
        list(readable(tmp_path / "a.zip"))


def test_archives_have_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nested = b"end"
    for level in range(8):
        nested = packed((f"{level}.zip", nested))
    (tmp_path / "deep.zip").write_bytes(nested)
    with pytest.raises(UnreadableError, match="套得太深"):
        list(readable(tmp_path / "deep.zip"))
    monkeypatch.setattr(text, "_MEMBERS", 3)
    (tmp_path / "many.zip").write_bytes(packed(*((f"{at}.txt", "") for at in range(4))))
    with pytest.raises(UnreadableError, match="过多"):
        list(readable(tmp_path / "many.zip"))


@pytest.mark.parametrize("wrap", [gzip.compress, lambda data: packed(("a.csv", data))])
def test_no_more_is_unfolded_than_a_file_may_hold(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrap: object
) -> None:
    assert callable(wrap)
    monkeypatch.setattr(text, "LIMIT", 10_000)
    (tmp_path / "a").write_bytes(wrap(b"a,b,c\n" * 2_000))
    with pytest.raises(UnreadableError, match="展开后过大"):
        list(readable(tmp_path / "a"))


def test_a_member_that_lies_about_its_size_is_read_no_further(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "LIMIT", 10_000)
    data = packed(("a.csv", b"a,b,c\n" * 2_000))
    lie = (12_000).to_bytes(4, "little")
    (tmp_path / "a.zip").write_bytes(data.replace(lie, (9).to_bytes(4, "little")))
    with pytest.raises(UnreadableError):
        list(readable(tmp_path / "a.zip"))


def test_sound_attachments_pass(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(word("支部党员大会记录"))
    (tmp_path / "a.xlsx").write_bytes(sheet("<c><v>0.30000000000000004</v></c>", "<si><t>项目</t></si>"))
    (tmp_path / "a.pdf").write_bytes(pdf("record", carried=word("记录")))
    member = ZipInfo("folder/")
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as folder:
        folder.writestr(member, b"")
        folder.writestr("folder/a.jpg", photo())
    (tmp_path / "a.zip").write_bytes(buffer.getvalue())
    guard(tmp_path, [], list)


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "LIMIT", 9)
    (tmp_path / "a.txt").write_bytes(b"0123456789")
    with pytest.raises(UnreadableError, match="文件过大"):
        list(readable(tmp_path / "a.txt"))


def test_a_text_inside_an_archive_has_a_bound_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "_PART", 9)
    (tmp_path / "a.txt").write_bytes(b"0123456789")
    assert list(readable(tmp_path / "a.txt")) == ["0123456789"]
    (tmp_path / "a.zip").write_bytes(packed(("a.txt", b"0123456789")))
    with pytest.raises(UnreadableError, match="里面的文字过长"):
        list(readable(tmp_path / "a.zip"))


def test_a_picture_and_a_book_have_bounds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(text, "PIXEL_LIMIT", 9)
    (tmp_path / "a.jpg").write_bytes(photo())
    with pytest.raises(UnreadableError, match="像素过大"):
        list(readable(tmp_path / "a.jpg"))
    monkeypatch.setattr(paper, "_PAGES", 0)
    (tmp_path / "a.pdf").write_bytes(pdf("a"))
    with pytest.raises(UnreadableError, match="PDF 页数过多"):
        list(readable(tmp_path / "a.pdf"))


def test_names_inside_archives_are_read_whatever_wrote_them(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tape:
        folder = tarfile.TarInfo(NAME)
        folder.type = tarfile.DIRTYPE
        tape.addfile(folder)
    (tmp_path / "a.tar").write_bytes(buffer.getvalue())
    assert NAME in "".join(readable(tmp_path / "a.tar"))
    unmarked = packed(("caf\u00e9\u2567.txt", "")).replace(b"\x00\x08", b"\x00\x00")  # neither UTF-8 nor GBK
    (tmp_path / "a.zip").write_bytes(unmarked)
    assert any(".txt" in each for each in readable(tmp_path / "a.zip"))
