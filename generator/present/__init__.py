"""Model → pages: the only room that knows HTML and jinja2.

Everything that arrives here is already projected for its audience, so a template cannot leak what it never gets.

A feature is a folder with its modules and templates.  What it offers is declared in the module that makes it, where
`kit.registry` finds it: record pages in `PAGES` (`kit.page_kind`), the parts of prose pages in `SLOTS` and `VALUES`.
Features use the kit and never each other's pages.
"""
