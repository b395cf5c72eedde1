"""Examples of fields as an institution reads them: declared for one year and one institution, shown for its own."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_DECLARED_YEAR = 2019
_DECLARED_INSTITUTION = "示例大学"
_YEAR = re.compile(rf"(?<!\d)(?:{_DECLARED_YEAR}|{_DECLARED_YEAR + 1})(?!\d)")
"""Earlier years stay as they are: they belong to documents that are cited."""


class ExampleContext(NamedTuple):
    """For which year and institution examples are shown; by default those that they are declared for."""

    year: int = _DECLARED_YEAR
    institution: str = _DECLARED_INSTITUTION

    def apply(self, value: Any) -> Any:
        """An example, or a list or mapping of examples, with the years and the institution's name put in."""
        if isinstance(value, str):
            shifted = _YEAR.sub(lambda found: str(int(found[0]) - _DECLARED_YEAR + self.year), value)
            return shifted.replace(_DECLARED_INSTITUTION, self.institution)
        if isinstance(value, list | tuple):
            return [self.apply(item) for item in value]
        if isinstance(value, dict):
            return {key: self.apply(item) for key, item in value.items()}
        return value


AS_DECLARED = ExampleContext()
