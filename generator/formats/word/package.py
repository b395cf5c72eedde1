"""A Word file of a paper (文书): Chinese typefaces by role, language zh-CN, no red head, no number, no seal.

python-docx's own template speaks of Japanese, of 2013 and of itself, and is 36 KB; what is kept of it is made once.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document

from generator.formats.word.blocks import body
from generator.formats.word.skeleton import skeleton
from generator.model.paper import Paper

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest day that a package can bear."""


def to_docx(paper: Paper) -> bytes:
    """The paper on A4, to be completed in Word."""
    document = Document(BytesIO(skeleton(paper.look)))
    document.core_properties.title = paper.title
    root = document.element.body
    for element in body(paper):
        root.insert(len(root) - 1, element)  # before the page's own settings, which stand last
    made = BytesIO()
    document.save(made)
    return _undated(made.getvalue())


def _undated(data: bytes) -> bytes:
    """The same package without the time at which it was packed."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, _EPOCH), source.read(name), ZIP_DEFLATED)
    return packed.getvalue()
