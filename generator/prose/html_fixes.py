"""Corrects the theme's HTML where the Nu checker or axe reports errors, and makes the 404 page work on file://.

For Material 9.8; each correction is a no-op once the theme no longer has the error.
"""

from __future__ import annotations

import re
from html import unescape

from generator.prose.folds import fold_sections
from generator.prose.links import to_file

_TOGGLE = re.compile(r'(<input\b[^>]*\btype="checkbox"[^>]*?)\s+autocomplete="off"')
_EMPTY_TABINDEX = re.compile(r'\s+tabindex=""')
_TASK = re.compile(r'<input type="checkbox"([^>]*?)\s*/?>(?=\s*<span class="task-list-indicator")')
_TASK_PLAIN = re.compile(
    r'(<li class="task-list-item">(?:<p>)?\s*(?:<label[^>]*>\s*)?<input type="checkbox")([^>]*?)\s*/?>'
)
_IN_FORCE = re.compile(r'<time class="in-force">([^<]*\d{4}[^<]*)</time>')
_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]+>")
_DESCRIPTION = '<meta name="description" content="'
_OPENING = 110
"""Characters of a page's description at most."""

_SELF_CLOSED = re.compile(r"<(br|hr|img|input|link|meta|col|wbr)\b([^>]*?)\s*/>")
_BUNDLE = re.compile(r'(<script src="[^"]*assets/javascripts/bundle[^"]*")>')
_LOADS = re.compile(r'<link rel="(?:stylesheet|icon)"[^>]*>|<script src="[^"]*"(?: defer)?></script>')
_WRITE = (
    """var zbFile="file:"===location.protocol,zbBase="%s",zbLoad=e=>document.write"""
    """(zbFile?e.replace('="'+zbBase,'="'):e)"""
)
_RELATIVE = (
    """if(zbFile){var c=document.getElementById("__config"),d=JSON.parse(c.textContent);d.base=".";"""
    """d.search=d.search.slice(zbBase.length);c.textContent=JSON.stringify(d);"""
    """for(var a of document.querySelectorAll('a[href^="'+zbBase+'"]'))"""
    """a.setAttribute("href",a.getAttribute("href").slice(zbBase.length))}"""
)
_CONFIG = re.compile(r'<script id="__config".*?</script>', re.DOTALL)


def fix_markup(html: str) -> str:
    """The page as valid HTML, with the accessible names that the theme leaves out."""
    # Material names its translation zh; as a language tag zh leaves the script open.
    html = html.replace('<html lang="zh"', '<html lang="zh-CN"', 1)
    # On pages without a table of contents the label's input is missing (Nu).
    if 'id="__toc"' not in html:
        html = html.replace('<label class="md-nav__title" for="__toc">', '<label class="md-nav__title">')
    # autocomplete is not allowed on a checkbox, an empty tabindex is no integer (Nu).
    html = _TOGGLE.sub(r"\1", html)
    html = _EMPTY_TABINDEX.sub("", html)
    # The theme's script stands last in the page, and yet nothing is painted before it has come.
    html = _BUNDLE.sub(r"\1 defer>", html)
    html = _IN_FORCE.sub(_dated, html)
    html = fold_sections(html)
    # A checkbox needs an accessible name (axe).
    html = _TASK.sub(_named_task, html)
    html = _TASK_PLAIN.sub(lambda match: match[1] + _task_attributes(match[2]) + ">", html)
    return _SELF_CLOSED.sub(r"<\1\2>", html)


def _dated(match: re.Match[str]) -> str:
    """Add `datetime` to a day, month or year as prose writes it (2018 年 7 月, 2019 年底)."""
    year, *rest = re.findall(r"\d+", match[1])
    form = "-".join((year, *(part.zfill(2) for part in rest)))
    return f'<time class="in-force" datetime="{form}">{match[1]}</time>'


def opening(html: str) -> str:
    """The beginning of a page as plain text, for its meta description."""
    found = (" ".join(unescape(_TAG.sub("", match[1])).split()) for match in _PARAGRAPH.finditer(html))
    text = next(filter(None, found), "")
    return text if len(text) <= _OPENING else f"{text[:_OPENING]}…"


def fix_not_found(html: str, base: str) -> str:
    """The 404 page is served at any depth, so its links start at `base`; opened as a file they must be relative.

    Its description says what it is, for MkDocs gives it that of the site.  A `<base>` would do, but no strict policy allows one.
    """
    html = html.replace(_DESCRIPTION, f"{_DESCRIPTION}找不到这一页。", 1)
    ours = re.compile(rf'(\s(?:href|src)="){re.escape(base)}(?!/)([^"]*)"')
    html = ours.sub(lambda match: f'{match[1]}{base}{to_file(match[2] or "./")}"', html)
    html = _LOADS.sub(lambda match: _from_either(match[0]), html)
    html = html.replace('<meta charset="utf-8">', f'<meta charset="utf-8"><script>{_WRITE % base}</script>', 1)
    return _CONFIG.sub(lambda match: f"{match[0]}<script>{_RELATIVE}</script>", html, count=1)


def _from_either(tag: str) -> str:
    """A tag that loads a resource, written by a script that knows whether the page is on file://."""
    quoted = tag.replace("'", "\\'").replace("</", "<\\/")
    without = f"<noscript>{tag}</noscript>" if tag.startswith("<link") else ""
    return f"<script>zbLoad('{quoted}')</script>{without}"


def _named_task(match: re.Match[str]) -> str:
    return f'<input type="checkbox"{_task_attributes(match[1])}>'


def _task_attributes(attributes: str) -> str:
    if "aria-label" in attributes:
        return attributes
    name = "已完成" if "checked" in attributes else "未完成"
    return f'{attributes} aria-label="{name}"'
