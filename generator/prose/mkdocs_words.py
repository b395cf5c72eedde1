"""What MkDocs says while it makes the prose, in Chinese.

MkDocs has no catalogue of its messages: they are known by their English words.  One that a new version rewords is shown as
it is, and the test that names it fails.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from functools import cache

_LINK = r"Doc file '(.+?)' contains "
_TRY = r"(?: Did you mean '(.+?)'\?)?"
_PATTERNS = (
    (r"Building documentation\.\.\.", "正在生成……"),
    (r"Cleaning site directory", "先清空输出目录"),
    (r"Building documentation to directory: (.+)", "生成到：{0}"),
    (r"The directory contains stale files\. Use --clean to remove them\.", "输出目录里有旧文件；加 --clean 先清空。"),
    (r"Documentation built in ([\d.]+) seconds", "生成用了 {0} 秒"),
    (r"Watching paths for changes: (.+)", "改动这些地方会重新生成：{0}"),
    (r"Serving on (\S+) and opening it in a browser", "预览在 {0}，正在打开浏览器"),
    (r"Serving on (\S+)", "预览在 {0}，按 Ctrl-C 结束"),
    (r"Detected file changes", "文件有改动"),
    (r"Reloading browsers", "刷新浏览器"),
    (r"Browser connected: (.+)", "浏览器打开了 {0}"),
    (r"Shutting down\.\.\.", "预览结束。"),
    (
        r"An error happened during the rebuild\. The server will appear stuck until build errors are resolved\.",
        "重新生成时出错；改好以前，预览停在原来的样子。",
    ),
    (
        r"The following pages exist in the docs directory, but are not included in the \"nav\" configuration:(.+)",
        "这些页在 docs 里，mkdocs.yml 的 nav 里没有：{0}",
    ),
    (
        r"A reference to '(.+?)' is included in the 'nav' configuration, which is not found in the documentation files\.",
        "mkdocs.yml 的 nav 里写了 {0}，docs 里没有这个文件。请核对文件名，或从 nav 里删去。",
    ),
    (
        r"A reference to '(.+?)' is included in the 'nav' configuration, but this file is excluded from the built site\.",
        "mkdocs.yml 的 nav 里写了 {0}，但 exclude_docs 把它排除了。",
    ),
    (
        r"An absolute path to '(.+?)' is included in the 'nav' configuration, which presumably points to an external resource\.",
        "mkdocs.yml 的 nav 里写了以 / 开头的 {0}；站内的页请写相对 docs 的路径。",
    ),
    (
        _LINK + r"a link '(.+?)', but the target(?: '.+?')? is not found among documentation files\." + _TRY,
        "docs/{0} 里的链接 {1} 指向的文件不存在。{2}",
    ),
    (
        _LINK + r"an unrecognized relative link '(.+?)', it was left as is\." + _TRY,
        "docs/{0} 里的链接 {1} 看不出指向哪个文件，照原样留着。{2}",
    ),
    (
        _LINK + r"an absolute link '(.+?)', it was left as is\." + _TRY,
        "docs/{0} 里的链接 {1} 以 / 开头，照原样留着；请写相对路径。{2}",
    ),
    (
        _LINK + r"a link to '(.+?)' which is excluded from the built site\.",
        "docs/{0} 里的链接指向 {1}，那一页没有发布。",
    ),
    (
        _LINK + r"a link '(.+?)', but the doc '(.+?)' does not contain an anchor '(.+?)'\..*",
        "docs/{0} 里的链接 {1} 指向 {2} 里的 {3}，那一页没有这个位置。",
    ),
    (
        _LINK + r"a link '(.+?)', but there is no such anchor on this page\..*",
        "docs/{0} 里的链接 {1} 指向的位置这一页没有。",
    ),
    (r"Config value '(.+?)': Unrecognised configuration name: .+", "mkdocs.yml 里没有叫 {0} 的设置。请核对写法。"),
    (r"Config value '(.+?)': Required configuration not provided\.", "mkdocs.yml 里要写 {0}。"),
    (
        r"Config value 'plugins': Plugin '(.+?)' option '(.+?)': Unrecognised configuration name: .+",
        "mkdocs.yml 里插件 {0} 没有叫 {1} 的设置。请核对写法。",
    ),
    (
        r"Config value 'plugins': Plugin '(.+?)' option '(.+?)': Expected type: .+",
        "mkdocs.yml 里插件 {0} 的设置 {1} 写成了别的类型。",
    ),
    (
        r"Config value 'plugins': Plugin '(.+?)' option '(.+?)': Expected a list of items.+",
        "mkdocs.yml 里插件 {0} 的设置 {1} 要写成列表，如 [甲, 乙]。",
    ),
    (r"Config value 'plugins': Plugin '.+?' option '(.+?)': (.+)", "mkdocs.yml 里插件的设置 {0} 有问题：{1}"),
    (
        r"Config value 'plugins': The \"(.+?)\" plugin is not installed",
        "mkdocs.yml 里的插件 {0} 没有装。请安装，或从 plugins 里删去。",
    ),
    (
        r"Config value '(.+?)': The path '(.+?)' isn't an existing (?:file or directory|directory|file)\.",
        "mkdocs.yml 里 {0} 写的 {1} 不存在。",
    ),
    (r"Config value '(.+?)': Expected type: .+ but received: .+", "mkdocs.yml 里 {0} 写成了别的类型。"),
    (r"Config value '(.+?)': (.+)", "mkdocs.yml 里 {0} 有问题：{1}"),
    (r"Error reading page '(.+?)': (.+)", "docs/{0} 读不出来：{1}"),
    (r"Error building page '(.+?)': ?(.*)", "docs/{0} 生成不了：{1}"),
    (r"File not found: (.+)", "找不到文件 docs/{0}"),
    (r"Encoding error reading file: (.+)", "docs/{0} 不是 UTF-8 编码。请另存为 UTF-8。"),
    (r"Excluding '(.+?)' from the site because it conflicts with '(.+?)'\.", "{0} 与 {1} 会是同一页，{0} 没有发布。"),
    (r"Template skipped: '(.+?)' (?:not found|generated).+", "模板 {0} 没有用上。"),
    (r"Aborted with a configuration error!", "mkdocs.yml 有错误，没有生成。"),
    (r"Aborted with (\d+) configuration warnings in 'strict' mode!", "严格模式下 mkdocs.yml 有 {0} 处警告，没有生成。"),
    (r"Aborted with .+ in strict mode!", "严格模式下有警告，没有发布；原来的站点没有改动。"),
    (r"Aborted with a BuildError!", "没有生成；原来的站点没有改动。"),
    (r"Config file '(.+?)' does not exist\.", "没有 {0}。请在有 mkdocs.yml 的文件夹里运行。"),
)
_EMPTY = re.compile(r"Page skipped: '.+'\. Generated empty output\.")


@cache
def _known() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each form of message with its Chinese: made for the first message, for most builds have none."""
    return tuple((re.compile(pattern, re.DOTALL), said) for pattern, said in _PATTERNS)


def in_chinese(message: str) -> str:
    """A message of MkDocs in Chinese; another one as it is."""
    for pattern, said in _known():
        if found := pattern.fullmatch(message):
            return _filled(said, found.groups())
    return message


def translate_log(handlers: Iterable[logging.Handler]) -> None:
    """Have these handlers show MkDocs' messages in Chinese; once and for all."""
    for handler in handlers:
        if _translate not in handler.filters:
            handler.addFilter(_translate)


def _translate(record: logging.LogRecord) -> bool:
    """Say a record in Chinese, and nothing of pages that are meant to be empty: record pages are put there later."""
    message = record.getMessage()
    if _EMPTY.fullmatch(message):
        return False
    said = in_chinese(message)
    if said != message:
        record.msg, record.args = said, ()
    return True


def _filled(said: str, values: tuple[str | None, ...]) -> str:
    """The sentence with its values; the last one of a link is what MkDocs thinks was meant, if anything."""
    if said.endswith("{2}"):
        *known, meant = values
        return said.removesuffix("{2}").format(*known) + (f"是否想写 {meant}？" if meant else "请核对。")
    return said.format(*(value or "" for value in values))
