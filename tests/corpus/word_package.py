"""The parts of a .docx file around its body: content types, relationships, styles, header, comments."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org"
_W = f"{_OFFICE}/wordprocessingml/2006/main"
_R = f"{_OFFICE}/officeDocument/2006/relationships"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": _W,
        "r": _R,
        "mc": f"{_OFFICE}/markup-compatibility/2006",
        "wp": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
        "a": f"{_OFFICE}/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "v": "urn:schemas-microsoft-com:vml",
        "o": "urn:schemas-microsoft-com:office:office",
        "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
    }.items()
)
_STRICT = {
    _W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    f"{_OFFICE}/officeDocument/2006": "http://purl.oclc.org/ooxml/officeDocument",
    f"{_OFFICE}/drawingml/2006": "http://purl.oclc.org/ooxml/drawingml",
}
"""Addresses of the Strict form (ISO/IEC 29500-1, annex A) for those of the Transitional one."""

_PARTS = {"document": "main", "styles": "styles", "numbering": "numbering", "header1": "header", "comments": "comments"}


def package(body: str, styles: str, numbering: str, *, strict: bool = False) -> bytes:
    """A whole file of these parts; `body` is what stands in w:body before w:sectPr."""
    texts = {
        "document": _root("document", f"<w:body>{body}{_SECTION}</w:body>"),
        "styles": _root("styles", styles),
        "numbering": _root("numbering", numbering),
        "header1": _root("hdr", "<w:p><w:r><w:t>示例大学内部资料，4月1日前归档</w:t></w:r></w:p>"),
        "comments": _root("comments", f'<w:comment w:id="1" w:author="甲">{_COMMENT}</w:comment>'),
    }
    parts = {f"word/{name}.xml": text for name, text in texts.items()}
    parts["word/_rels/document.xml.rels"] = _relationships(
        (f"rId{at}", name.rstrip("1"), f"{name}.xml") for at, name in enumerate(list(texts)[1:], 1)
    )
    parts["_rels/.rels"] = _relationships([("rId1", "officeDocument", "word/document.xml")])
    return _packed({"[Content_Types].xml": _content_types(), **parts}, strict=strict)


_SECTION = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:docGrid w:type="lines" w:linePitch="312"/></w:sectPr>'
)
_COMMENT = "<w:p><w:r><w:t>此处请核对，6月1日前答复。</w:t></w:r></w:p>"


def _root(name: str, inside: str) -> str:
    return f'{_DECLARATION}<w:{name} {NAMESPACES} mc:Ignorable="w14 wpsCustomData">{inside}</w:{name}>'


def _relationships(rows: Iterable[tuple[str, str, str]]) -> str:
    told = "".join(f'<Relationship Id="{id}" Type="{_R}/{kind}" Target="{target}"/>' for id, kind, target in rows)
    return f'{_DECLARATION}<Relationships xmlns="{_OFFICE}/package/2006/relationships">{told}</Relationships>'


def _content_types() -> str:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    told = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{"document.main" if what == "main" else what}+xml"/>'
        for name, what in _PARTS.items()
    )
    return (
        f'{_DECLARATION}<Types xmlns="{_OFFICE}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{told}</Types>'
    )


def _packed(parts: dict[str, str], *, strict: bool) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, _as_strict(text) if strict else text)
    return file.getvalue()


def _as_strict(text: str) -> str:
    for transitional, address in _STRICT.items():
        text = text.replace(transitional, address)
    return text.replace("<w:document ", '<w:document w:conformance="strict" ')
