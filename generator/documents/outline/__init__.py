"""公文 in: the text of an official document becomes a tree of clauses with the facts that they state.

`outline` is the pure parser; `read_outline` reads a file for it.  Numbering is only read, never put right: what is
irregular stands in the tree's notes, and the tree's pieces give the text back as it was.
"""

from __future__ import annotations

from generator.documents.outline.outline import outline
from generator.documents.outline.sources import read_outline

__all__ = ["outline", "read_outline"]
