"""What is declared as data beside the handbook's pages, each in a file or folder of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from generator.model.records.development_process import DevelopmentProcesses
from generator.model.records.moments import Moments
from generator.model.records.paper_sample import PaperSample
from generator.model.records.search_words import SearchWords
from generator.model.records.sources import Sources


class Declared(NamedTuple):
    """Documents, the process of development, papers by id, moments, and the words of the search."""

    sources: Sources
    processes: DevelopmentProcesses
    samples: Mapping[str, PaperSample]
    moments: Moments
    words: SearchWords
