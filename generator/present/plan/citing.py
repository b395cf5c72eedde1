"""Which clauses of the plan each standard rests on."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model.records.plan import Plan
from generator.present.kit.catalogue import StandardView
from generator.present.kit.site import Site
from generator.present.kit.urls import url


def cited(site: Site, plan: Plan) -> Mapping[StandardView, tuple[str, ...]]:
    """For each standard in force, the clauses that it rests on, in the order in which they are named."""
    found: dict[StandardView, tuple[str, ...]] = {}
    for row in site.standards:
        clauses = [basis.clause for basis in row.standard.basis if basis.document == plan.id and basis.clause]
        if row.standard_set.id in site.numbered_alike:
            clauses += [each.task.clause for each in plan.tasks if row.standard.id in each.task.standards]
        found[row.view] = tuple(dict.fromkeys(clauses))
    return found


def named_standard(view: StandardView, path: str) -> tuple[str, str]:
    """A standard with the set that it is of, where it is not the default one's, and the link to its page."""
    name = f"{view.id} {view.name}"
    return f"{name}（{view.set_name}）" if view.set_name else name, url(path, view.path)
