"""QR codes as drawings of squares: black on white, with the quiet zone that ISO/IEC 18004 asks for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from generator.errors import ConfigurationError

QUIET = 4
"""Modules of white on every side."""

_ENCODING = "ascii"
"""Left to itself the encoder chooses by the text: Shift_JIS, UTF-8 or Latin-1, and old readers guess wrong."""


def qr_svg(address: str) -> str:
    """An address as an SVG drawing, one unit a module; error correction M or better, always byte mode.

    Raises ConfigurationError where the address is not ASCII.
    """
    import segno  # noqa: PLC0415 - only builds that print codes need it

    try:
        code = segno.make_qr(address, error="m", mode="byte", encoding=_ENCODING)
    except UnicodeEncodeError as error:
        raise ConfigurationError(
            f"二维码的网址只能用英文字母、数字和符号：{address}。请改 mkdocs.yml 的 site_url，中文域名写成 xn-- 开头的。"
        ) from error
    side = len(code.matrix) + 2 * QUIET
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/><path d="{"".join(_runs(code.matrix))}"/></svg>'
    )


def _runs(matrix: Iterable[Iterable[int]]) -> Iterator[str]:
    """Each run of dark modules in a row as one rectangle, all of one path: two thirds of the bytes of single squares."""
    for y, row in enumerate(matrix, QUIET):
        x = QUIET
        for dark, modules in groupby(row):
            width = len(tuple(modules))
            if dark:
                yield f"M{x} {y}h{width}v1h-{width}z"
            x += width
