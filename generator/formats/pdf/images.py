"""Pictures (图片): files of the site and drawings within its pages, always with alternative text, never cropped."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml import etree
from lxml.html import HtmlElement
from PIL import Image, ImageOps

from generator.errors import PdfError
from generator.formats.pdf.drawings import drawing_words, has_page_content, proportions, standalone
from generator.formats.pdf.typst_markup import literal

_POINTS_PER_PIXEL = 72 / 150  # 150 dpi
_DRAWING_PIXEL = 0.75
"""Points to a pixel of CSS, in which drawings are measured."""

_SHARE = 0.75
"""Of the page's height, what a picture may take: its caption and a line of text stay with it."""

_BASE = "http://site.invalid/"
_FORMATS = {"JPEG": ".jpg", "PNG": ".png", "GIF": ".gif", "WEBP": ".webp"}
"""What Typst sets, by Pillow's names: a file is what it holds, whatever it is called."""


class Pictures:
    """The pictures of one document; `files` maps the name in the markup to the source file."""

    def __init__(self, root: Path | None, width: float, height: float) -> None:
        """`width` and `height` are those of the type area, in points."""
        self.files: dict[str, Path] = {}
        self._root = root.resolve() if root else None
        self._width = width
        self._most = _SHARE * height

    def markup(self, page: str, image: HtmlElement) -> str | None:
        """The picture as markup; None where there is no site folder."""
        source = urlsplit(urljoin(_BASE + page, image.get("src") or ""))
        if self._root is None:
            return None
        if source.netloc != "site.invalid":
            raise PdfError(
                f"{page} 的图片在别的网站上：{image.get('src')}。请把图片存进 docs/ 再引用，PDF 和离线的站点才有它。"
            )
        alt = (image.get("alt") or "").strip()
        if not alt:
            raise PdfError(
                f"{page} 的图片 {image.get('src')} 没有替代文字。请在方括号里写明图上是什么：![说明](文件)。"
            )
        path = self._find(page, unquote(source.path).lstrip("/"))
        suffix, width = self._measured(page, path)
        name = f"/images/{len(self.files)}{suffix}"
        name = next((known for known, file in self.files.items() if file == path), name)
        self.files[name] = path
        return f"#picture({literal(name)}, {literal(alt)}, {width});"

    def drawing(self, page: str, svg: HtmlElement) -> str:
        """A drawing within the page as markup."""
        alt = drawing_words(svg)
        if not alt:
            raise PdfError(
                f'{page} 里的 <svg> 没有替代文字。请在其中写 <title>，或给纯装饰的图加上 aria-hidden="true"。'
            )
        if has_page_content(svg):
            raise PdfError(
                f'{page} 里的 <svg>（“{alt}”）含有网页内容，排不进 PDF。请改用表格，或加上 class="zb-noprint"。'
            )
        return f"#drawing({literal(standalone(svg))}, {literal(alt)}, {self._room(proportions(svg), _DRAWING_PIXEL)});"

    def _find(self, page: str, relative: str) -> Path:
        assert self._root is not None
        path = (self._root / relative).resolve()
        if not path.is_relative_to(self._root) or not path.is_file():
            raise PdfError(f"{page} 的图片不存在：{relative}。请核对文件名和路径。")
        return path

    def _measured(self, page: str, path: Path) -> tuple[str, str]:
        """How the picture is written, as the end of a file's name, and how wide it is set."""
        try:
            if path.suffix.lower() == ".svg":
                return ".svg", self._room(proportions(etree.parse(path).getroot()), _DRAWING_PIXEL)
            with Image.open(path) as image:
                suffix = _FORMATS.get(image.format or "")
                sides = ImageOps.exif_transpose(image).size
        except (OSError, etree.XMLSyntaxError) as error:
            raise PdfError(f"{page} 的图片打不开：{path.name}。请另存为 JPEG 或 PNG。") from error
        if suffix is None:
            raise PdfError(f"{page} 的图片 {path.name} 是 PDF 排不了的格式。请另存为 JPEG 或 PNG。")
        return suffix, self._room(sides, _POINTS_PER_PIXEL)

    def _room(self, sides: tuple[float, float] | None, scale: float) -> str:
        """The width: as large as it is, at most that of a line, and no higher than most of a page."""
        if sides is None:
            return "100%"
        width, height = sides
        points = min(width * scale, self._most * width / height)
        return "100%" if points > 0.85 * self._width else f"{points:.1f}pt"
