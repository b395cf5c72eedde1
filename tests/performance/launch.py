"""Runs one command and tells, as JSON, what it and the processes that it waited for have cost.

The system passes a process's peak of memory on to what it starts, so the starter has to be small: this program needs
nothing but Python itself.
"""

from __future__ import annotations

import json
import os
import sys
import time

start = time.perf_counter()
started = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_DUP2, 2, 1)])
_, status, usage = os.wait4(started, 0)
json.dump(
    {
        "code": os.waitstatus_to_exitcode(status),
        "cpu": usage.ru_utime + usage.ru_stime,
        "wall": time.perf_counter() - start,
        "memory": usage.ru_maxrss / 1024,
    },
    sys.stdout,
)
