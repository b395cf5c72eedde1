"""The corpus as text and Markdown files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tests.corpus.original import Kind, Line, Original, lines_of_original

_FULL = {48 + digit: 0xFF10 + digit for digit in range(10)} | {ord("."): ord("．")}
_LEFT = {Kind.HEAD, Kind.SERIAL, Kind.TITLE, Kind.ADDRESSEE, Kind.CONTENTS_HEAD, Kind.ATTACHED}


def _plain(original: Original) -> bytes:
    return "".join(f"{line}\n" for each in lines_of_original(original) for line in _lines(each)).encode()


def _lines(line: Line, label: str | None = None) -> Iterator[str]:
    if line.kind is Kind.ROWS:
        yield from ("| " + " | ".join(row) + " |" for row in line.rows)
    else:
        yield (line.label if label is None else label) + line.words


def _double_spaced(original: Original) -> bytes:
    """A blank line between any two paragraphs; the rows of a table stay together."""
    return "\n\n".join("\n".join(_lines(line)) for line in lines_of_original(original)).encode("gb18030")


def _indented(original: Original) -> bytes:
    """Two Han spaces before every paragraph, full-width digits in numbers, dots in the table of contents; CR LF, UTF-16."""
    rows: list[str] = []
    for line in lines_of_original(original):
        label = line.label.translate(_FULL)
        for row in _lines(line, label):
            behind = f"{'…' * 6} {len(rows)}" if line.kind is Kind.CONTENTS else ""
            indent = "" if line.kind in _LEFT else " " * 40 if line.kind in {Kind.SIGNATURE, Kind.DATE} else "　　"
            rows.append(indent + row + behind)
    return "\r\n".join(rows).encode("utf-16")


def _markdown(original: Original) -> bytes:
    return "\n\n".join(_markdown_rows(original, _in_headings)).encode()


def _in_headings(line: Line) -> str:
    """Headings of clauses as Markdown headings, as editors write them."""
    if line.kind is Kind.CONTENTS:
        return f"{'  ' * line.depth}- [{line.label}{line.words}](#part-{line.depth})"
    if line.kind is Kind.CLAUSE and line.item and not line.item.times and line.item.children:
        return f"{'#' * (line.depth + 2)} {line.label}{line.words}"
    return f"{line.label}{line.words}"


def _published(original: Original) -> bytes:
    """As programs that publish Markdown keep it: front matter, entities for indents, bold headings, escaped dots."""
    front = f"---\ntitle: {original.title}\ndate: 2024-03-05\ntags: [党建]\n---"
    return "\n\n".join((front, *_markdown_rows(original, _in_bold))).encode()


def _in_bold(line: Line) -> str:
    words = f"{line.label.replace('.', chr(92) + '.')}{line.words}"
    if line.kind is Kind.CLAUSE and line.item and not line.item.times and line.item.children:
        return f"**{words}**"
    return words if line.kind in _LEFT or line.kind is Kind.CONTENTS else f"&emsp;&emsp;{words}"


def _markdown_rows(original: Original, say: Callable[[Line], str]) -> Iterator[str]:
    for line in lines_of_original(original):
        if line.kind is Kind.ROWS:
            yield _table(line.rows)
        elif line.kind is Kind.TITLE:
            yield f"# {line.words}"
        else:
            yield say(line)


def _table(rows: tuple[tuple[str, ...], ...]) -> str:
    told = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join((told[0], "|" + "---|" * len(rows[0]), *told[1:]))


PLAIN: dict[str, Callable[[Original], bytes]] = {
    "plain.txt": _plain,
    "double-spaced.txt": _double_spaced,
    "indented.txt": _indented,
    "headings.md": _markdown,
    "published.md": _published,
}
"""By what the file name ends with."""
