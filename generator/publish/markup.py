"""Mends the theme's HTML where the Nu checker or axe finds fault with it, and the 404 page for file://."""

from __future__ import annotations

import re

_TOGGLE = re.compile(r'(<input\b[^>]*\btype="checkbox"[^>]*?)\s+autocomplete="off"')
_EMPTY_TABINDEX = re.compile(r'\s+tabindex=""')
_SEARCH = re.compile(r'(<div class="md-search" data-md-component="search" role="dialog")(?![^>]*aria-label)')
_TASK = re.compile(r'<input type="checkbox"([^>]*?)\s*/?>(?=\s*<span class="task-list-indicator")')
_TASK_PLAIN = re.compile(
    r'(<li class="task-list-item">(?:<p>)?\s*(?:<label[^>]*>\s*)?<input type="checkbox")([^>]*?)\s*/?>'
)
_SELF_CLOSED = re.compile(r"<(br|hr|img|input|link|meta|col|wbr)\b([^>]*?)\s*/>")


def mend(html: str) -> str:
    """The page without the theme's faults of form and with the names that a screen reader needs."""
    html = html.replace('<html lang="zh"', '<html lang="zh-CN"', 1)
    if 'id="__toc"' not in html:
        html = html.replace('<label class="md-nav__title" for="__toc">', '<label class="md-nav__title">')
    html = _TOGGLE.sub(r"\1", html)
    html = _EMPTY_TABINDEX.sub("", html)
    html = _SEARCH.sub(r'\1 aria-label="搜索"', html)
    html = _TASK.sub(_named_task, html)
    html = _TASK_PLAIN.sub(lambda match: match[1] + _task_attributes(match[2]) + ">", html)
    return _SELF_CLOSED.sub(r"<\1\2>", html)


def mend_not_found(html: str, base: str) -> str:
    """The 404 page is served at any depth, so its links start at `base`; opened as a file they must be relative."""
    relative = re.sub(rf'(\s(?:href|src)="){re.escape(base)}(?!/)', r"\1", html)
    relative = relative.replace(' href=""', ' href="index.html"')
    wrote = f"""document.write('<base href="{base}">')"""
    head = f'<meta charset="utf-8"><script>"file:"!==location.protocol&&{wrote}</script>'
    relative = relative.replace('<meta charset="utf-8">', head, 1)
    config = (
        '<script>if("file:"===location.protocol){var c=document.getElementById("__config"),d=JSON.parse(c.textContent);'
    )
    config += f'd.base=".";d.search=d.search.slice({len(base)});c.textContent=JSON.stringify(d)}}</script>'
    return relative.replace(
        '<script src="assets/javascripts/bundle', config + '<script src="assets/javascripts/bundle', 1
    )


def _named_task(match: re.Match[str]) -> str:
    return f'<input type="checkbox"{_task_attributes(match[1])}>'


def _task_attributes(attributes: str) -> str:
    if "aria-label" in attributes:
        return attributes
    name = "已完成" if "checked" in attributes else "未完成"
    return f'{attributes} aria-label="{name}"'
