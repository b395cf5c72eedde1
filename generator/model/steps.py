"""Where the program tells its steps, for who wants to show them: the command line does, MkDocs and tests do not."""

from __future__ import annotations

import logging

STEPS = logging.getLogger("zhibu.steps")
"""Each step is a message at level INFO, in Chinese and without a full stop."""
