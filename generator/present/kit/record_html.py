"""Files of records as HTML: their single values and their sections, each row where links lead to."""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from generator.present.kit.fragments import joined, record_table
from generator.present.kit.record_table import ShownFile, section_table, single_values


def file_html(file: ShownFile, proves: Mapping[str, Markup], names: Mapping[str, str]) -> Markup:
    """The single values of a file and its sections as tables; `names` are those of the branches that ids stand for.

    `proves` are the links to the standards that the row at an anchor is evidence for.
    """
    sections = (section_table(section, file.title, names) for section in file.sections)
    tables = (*single_values(file), *sections)
    return joined([record_table(table.caption, table.columns, table.rows, proves) for table in tables])
