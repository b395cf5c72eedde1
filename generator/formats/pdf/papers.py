"""Papers (文书) for those who only print them: the same paper that `formats.word` writes for Word."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.formats.pdf.engine import TypstSource
from generator.model.paper import Paper, PaperBlock, PaperTable


def paper_source(paper: Paper, institution: str, as_of: date) -> TypstSource:
    """The paper as its template gets it; equal sources make equal files."""
    cover = {
        "title": paper.title,
        "institution": institution,
        "note": "",
        "date": as_of.isoformat(),
        "numbered": paper.look.numbered,
        "size": paper.look.value._asdict(),
        "blocks": [_block(block) for block in paper.blocks],
    }
    return TypstSource(template="paper", cover=cover, as_of=as_of, front=paper.title)


def _block(block: PaperBlock) -> Mapping[str, Any]:
    if isinstance(block, PaperTable):
        return block._asdict() | {"rows": [[cell._asdict() for cell in row] for row in block.rows]}
    return {"look": block.look.value, "text": block.text}
