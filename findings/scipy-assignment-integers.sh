#!/usr/bin/env bash
# scipy 1.17.1, optimize.linear_sum_assignment and sparse.csgraph.min_weight_full_bipartite_matching: costs that are whole
# numbers are taken as float64.  Above 2**53 an assignment that is not the best comes back as the best, without a warning,
# though the matrix is int64 and its sums fit into int64.  Whoever puts several levels of an objective into one number
# (first level × a great number + second level) gets there soon.
# Which of the assignments comes back depends on the order of the rows.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check scipy==1.17.1 numpy==2.4.6
"$work/venv/bin/python" -W error - <<'PY'
import sys

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching


def excess(costs, pairs):
    """By how much the assignment is dearer than the best of both that there are."""
    rows, columns = pairs
    found = sum(int(costs[row, column]) for row, column in zip(rows, columns))
    best = min(int(costs[0, 0]) + int(costs[1, 1]), int(costs[0, 1]) + int(costs[1, 0]))
    return found - best


seen = []
for power in (52, 53):
    base = 2**power
    costs = np.array([[base + 1, base], [base, base]], dtype=np.int64)
    for each in (costs, costs[::-1]):
        dense = excess(each, linear_sum_assignment(each))
        sparse = excess(each, min_weight_full_bipartite_matching(csr_array(each)))
        seen.append((power, dense, sparse))
print("power of 2, excess of the dense and of the sparse function, rows in both orders:", seen)
# seen on 2026-11-28:
# power of 2, excess of the dense and of the sparse function, rows in both orders: [(52, 0, 0), (52, 0, 0), (53, 1, 0), (53, 0, 1)]
sys.exit(seen != [(52, 0, 0), (52, 0, 0), (53, 1, 0), (53, 0, 1)])
PY
