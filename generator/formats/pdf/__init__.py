"""PDF (PDF/A-2a and PDF/UA-1): the handbook and single documents, from the very HTML that the site shows.

`tree` cleans a chapter's HTML, `links` knows every destination, `walker` (with `flow`, `tables`, `figures`) turns
HTML into Typst markup, `engine` compiles it with the templates of `typst/`.
"""

from generator.formats.pdf.book import Chapter, Cover, document_pdf, handbook_pdf
from generator.formats.pdf.typefaces import LEAN
from generator.settings import Typefaces

__all__ = ["LEAN", "Chapter", "Cover", "Typefaces", "document_pdf", "handbook_pdf"]
