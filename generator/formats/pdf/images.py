"""Pictures (图片): files of the site, always with alternative text."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from lxml.html import HtmlElement
from PIL import Image

from generator.errors import PdfError
from generator.formats.pdf.typst_markup import literal

_POINTS_PER_PIXEL = 72 / 150  # 150 dpi
_MAX_HEIGHT = 480.0
_BASE = "http://site.invalid/"


class Pictures:
    """The pictures of one document; `files` maps the name in the markup to the source file."""

    def __init__(self, root: Path | None, width: float) -> None:
        self.files: dict[str, Path] = {}
        self._root = root.resolve() if root else None
        self._width = width

    def markup(self, page: str, image: HtmlElement) -> str | None:
        """The picture as markup; None where it is external, or there is no site folder."""
        source = urlsplit(urljoin(_BASE + page, image.get("src") or ""))
        if self._root is None or source.netloc != "site.invalid":
            return None
        alt = (image.get("alt") or "").strip()
        if not alt:
            raise PdfError(
                f"{page} 的图片 {image.get('src')} 没有替代文字。请在方括号里写明图上是什么：![说明](文件)。"
            )
        path = self._find(page, unquote(source.path).lstrip("/"))
        name = f"/images/{len(self.files)}{path.suffix.lower()}"
        name = next((known for known, file in self.files.items() if file == path), name)
        self.files[name] = path
        return f"#picture({literal(name)}, {literal(alt)}, {self._size(page, path)});"

    def _find(self, page: str, relative: str) -> Path:
        assert self._root is not None
        path = (self._root / relative).resolve()
        if not path.is_relative_to(self._root) or not path.is_file():
            raise PdfError(f"{page} 的图片不存在：{relative}。请核对文件名和路径。")
        return path

    def _size(self, page: str, path: Path) -> str:
        if path.suffix.lower() == ".svg":
            return "auto"
        try:
            with Image.open(path) as image:
                width, height = image.size
        except OSError as error:
            raise PdfError(f"{page} 的图片打不开：{path.name}。请另存为 JPEG 或 PNG。") from error
        points = min(width * _POINTS_PER_PIXEL, _MAX_HEIGHT * width / height)
        return "100%" if points > 0.85 * self._width else f"{points:.1f}pt"
