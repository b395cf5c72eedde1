"""PDF (PDF/A-2a and PDF/UA-1): the handbook and single documents, from the very HTML that the site shows.

`book` makes the documents.  `chapter_html` parses and cleans a chapter, `destinations` resolves every link, `converter`
(with `inline`, `flow` and `tables`) turns HTML into Typst markup, `engine` compiles it with the templates of `typst/`.
"""
