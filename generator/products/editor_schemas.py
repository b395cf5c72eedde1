"""JSON Schemas of record files for editors, and the settings that tell an editor which file has which."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.errors import ConfigurationError
from generator.model.files import RECORD_FILES
from generator.model.nearest import did_you_mean
from generator.model.record_file import RecordFile
from generator.model.schema import json_schema

SCHEMAS = {file.id: file for file in RECORD_FILES if file.read_alone}
"""The record files that an editor can check: a YAML file each that is one record."""


def schema_of(kind: str) -> str:
    """The schema of the record files of that id, as JSON; raises ConfigurationError for another id."""
    file = SCHEMAS.get(kind)
    if file is None or file.record is None:
        hint = did_you_mean(kind, list(SCHEMAS), f"可以写：{'、'.join(SCHEMAS)}。")
        raise ConfigurationError(f"没有叫“{kind}”的台账文件。{hint}")
    return json_schema(file.record, file.title)


def schemas_in(folder: Path) -> str:
    """Write every schema into a folder; returns the settings for VS Code that go with them, as JSON."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in SCHEMAS:
        (folder / _name(kind)).write_text(schema_of(kind), encoding="utf-8", newline="\n")
    start = "" if folder.is_absolute() else "./"
    settings = {f"{start}{(folder / _name(kind)).as_posix()}": _glob(file) for kind, file in SCHEMAS.items()}
    return json.dumps({"yaml.schemas": settings}, ensure_ascii=False, indent=2) + "\n"


def modeline(kind: str) -> str:
    """The first line of a record file that tells its schema to yaml-language-server; the path is from the file itself."""
    up = "../" * (SCHEMAS[kind].pattern.count("/") + 1)
    return f"# yaml-language-server: $schema={up}schemas/{_name(kind)}"


def _name(kind: str) -> str:
    return f"{kind}.schema.json"


def _glob(file: RecordFile) -> str:
    return "records/" + re.sub(r"\{\w+\}", "*", file.pattern.replace("{year}", "[12][0-9][0-9][0-9]"))
