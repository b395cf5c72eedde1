"""`docs/samples/*.yml`: the wording of papers, a file each; the number before the name of a file is its place."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator.load.filesystem import list_folder
from generator.load.records import read_record
from generator.model.problem import Problem
from generator.model.records.paper_sample import PaperSample

SAMPLES_FOLDER = "samples"
"""Where they stand, beside the handbook's pages."""

_PLACE = re.compile(r"^\d+-", re.ASCII)


def load_samples(docs: Path, root: Path) -> tuple[Mapping[str, PaperSample], list[Problem]]:
    """The samples by id, in the order of their files, and every problem; none where there is no such folder."""
    folder = docs / SAMPLES_FOLDER
    if not folder.is_dir():
        return {}, []
    paths, problems = list_folder(folder, root)
    found: dict[str, PaperSample] = {}
    for path in paths:
        if path.suffix == ".yml":
            sample, told = read_record(path, root, PaperSample)
            problems += told
            if sample is not None:
                found[_PLACE.sub("", path.stem)] = sample
    return found, problems
