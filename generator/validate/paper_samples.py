"""文书样本: the standards and documents that they name."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from generator.model.nearest import did_you_mean
from generator.model.problem import Problem
from generator.model.problem_codes import report
from generator.model.records.paper_sample import PaperSample
from generator.model.records.sources import Sources


def check_samples(samples: Iterable[PaperSample], standards: Collection[str], sources: Sources) -> Iterator[Problem]:
    """Standards that there are not, and documents that nobody declares; those of an aspect that was dropped are passed over."""
    aspects = {id.partition(".")[0] for id in standards}
    for sample in samples:
        for id in sample.standards:
            if id.partition(".")[0] in aspects and id not in standards:
                hint = did_you_mean(id, standards, "请写标准编号，如 3.1。")
                yield report("S141", sample.where("standards"), f"没有标准 {id}", hint)
        for basis in sample.basis:
            if sources.documents and basis.document not in sources.by_id:
                hint = did_you_mean(
                    basis.document, sources.by_id, "请写 docs/sources.yml 里文件的编号，没有的先在那里写一行。"
                )
                yield report("S113", basis.where("document"), f"没有编号为“{basis.document}”的文件", hint)
