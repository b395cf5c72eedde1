"""What all Word files have in common: page, styles, language, the number at the foot of each page."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from io import BytesIO

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm

from generator.model.paper import PaperLook, PaperSize, TextLook
from generator.model.paper_fit import HINT_SIZE, cell_size

LANGUAGE = "zh-CN"

STYLES = {look: f"zhibu{look.name.title()}" for look in TextLook} | {
    TextLook.TITLE: "Title",
    TextLook.HEADING: "Heading1",
}
"""The id of each look's paragraph style; titles and headings are Word's own, so that its outline shows them."""

CELL, HINT = "zhibuCell", "zhibuHint"
"""The styles of what stands in a table, and of the hints below it."""

_NAMES = {
    "zhibuNote": "说明",
    "zhibuBody": "正文段",
    "zhibuPlain": "顶格段",
    "zhibuRight": "落款",
    "Title": "Title",
    "Heading1": "heading 1",
    CELL: "表内",
    HINT: "表内说明",
}
_SONG, _FANG, _HEI, _KAI = "宋体", "仿宋", "黑体", "楷体"
_KEPT = frozenset({"Normal", "DefaultParagraphFont", "TableNormal", "NoList"})
_DROPPED = ("stylesWithEffects", "webSettings", "customXml", "thumbnail", "numbering", "fontTable", "theme")
_WEST = "Times New Roman"
_DAY = datetime(1980, 1, 1, tzinfo=UTC)
_PROPERTIES = {"author": "", "comments": "", "language": LANGUAGE, "created": _DAY, "modified": _DAY}


@cache
def skeleton(look: PaperLook) -> bytes:
    """An empty document of that look."""
    document = Document()
    size = look.value
    _drop(document)
    _set_styles(document, size)
    _set_language(document)
    _set_page(document, size)
    if look.numbered:
        _number_pages(document, size)
    for name, value in _PROPERTIES.items():
        setattr(document.core_properties, name, value)
    made = BytesIO()
    document.save(made)
    return made.getvalue()


def _drop(document: WordDocument) -> None:
    """Leave out the parts of the template that nothing refers to."""
    for rels in (document.part.rels, document.part.package.rels):
        for id in [id for id, row in rels.items() if row.reltype.rpartition("/")[2] in _DROPPED]:
            del rels[id]


def _set_styles(document: WordDocument, size: PaperSize) -> None:
    root = document.styles.element
    for row in list(root):
        if row.tag == qn("w:style") and row.get(qn("w:styleId")) not in _KEPT:
            root.remove(row)
    defaults = root.find(qn("w:docDefaults"))
    root.replace(defaults, parse_xml(f"<w:docDefaults {nsdecls('w')}>{_defaults(size)}</w:docDefaults>"))
    for style in _styles(size):
        root.append(parse_xml(style))


def _defaults(size: PaperSize) -> str:
    lang = f'<w:lang w:val="en-US" w:eastAsia="{LANGUAGE}" w:bidi="ar-SA"/>'
    return f"<w:rPrDefault><w:rPr>{_face(_FANG, size.body)}{lang}</w:rPr></w:rPrDefault><w:pPrDefault/>"


def _styles(size: PaperSize) -> tuple[str, ...]:
    exact = f'<w:spacing w:line="{round(20 * size.line)}" w:lineRule="exact"/>'
    tight = '<w:spacing w:line="240" w:lineRule="auto"/>'
    below = f'<w:spacing w:after="{round(10 * size.title)}"/>'
    indent = f'<w:ind w:firstLineChars="200" w:firstLine="{round(40 * size.body)}"/>'
    return (
        _style(STYLES[TextLook.NOTE], '<w:spacing w:before="40" w:after="20"/>', _face(_KAI, size.note)),
        _style(STYLES[TextLook.TITLE], f'{below}<w:jc w:val="center"/>', _face(_SONG, size.title, bold=True)),
        _style(
            STYLES[TextLook.HEADING], f'<w:keepNext/>{exact}{indent}<w:outlineLvl w:val="0"/>', _face(_HEI, size.body)
        ),
        _style(STYLES[TextLook.BODY], exact + indent, _face(_FANG, size.body)),
        _style(STYLES[TextLook.PLAIN], exact, _face(_FANG, size.body)),
        _style(
            STYLES[TextLook.RIGHT],
            f'{exact}<w:ind w:right="{round(40 * size.body)}"/><w:jc w:val="right"/>',
            _face(_FANG, size.body),
        ),
        _style(CELL, tight, _face(_SONG, cell_size(size))),
        _style(HINT, tight, _face(_KAI, HINT_SIZE)),
    )


def _style(id: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style {nsdecls("w")} w:type="paragraph" w:styleId="{id}"><w:name w:val="{_NAMES[id]}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>'
    )


def _face(name: str, points: float, *, bold: bool = False) -> str:
    """A Chinese typeface has to be named for East Asian text of its own: what `font.name` sets is the Western one.

    Quotation marks and dashes are of both; the hint says that they are Chinese here.
    """
    fonts = f'<w:rFonts w:hint="eastAsia" w:ascii="{_WEST}" w:hAnsi="{_WEST}" w:eastAsia="{name}" w:cs="{_WEST}"/>'
    half = round(2 * points)
    return f'{fonts}{"<w:b/>" if bold else ""}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _set_language(document: WordDocument) -> None:
    for theme in document.settings.element.iter(qn("w:themeFontLang")):
        theme.set(qn("w:eastAsia"), LANGUAGE)


def _set_page(document: WordDocument, size: PaperSize) -> None:
    sides = {f"{side}_margin": getattr(size, side) for side in ("top", "bottom", "left", "right")}
    page = {"page_width": 210, "page_height": 297, "footer_distance": min(25, size.bottom / 2)}
    for name, millimetres in (sides | page).items():
        setattr(document.sections[0], name, Mm(millimetres))


def _number_pages(document: WordDocument, size: PaperSize) -> None:
    foot = document.sections[0].footer.paragraphs[0]._p  # noqa: SLF001 - python-docx has no fields
    for element in list(foot):
        foot.remove(element)
    face = f"<w:rPr>{_face(_SONG, size.note)}</w:rPr>"
    number = f'<w:fldSimple w:instr="PAGE"><w:r>{face}<w:t>1</w:t></w:r></w:fldSimple>'
    runs = f'<w:r>{face}<w:t xml:space="preserve">— </w:t></w:r>{number}<w:r>{face}<w:t xml:space="preserve"> —</w:t></w:r>'
    centred = '<w:pPr><w:jc w:val="center"/></w:pPr>'
    for element in list(parse_xml(f"<w:p {nsdecls('w')}>{centred}{runs}</w:p>")):
        foot.append(element)
