"""What cannot be read, and therefore not vouched for."""

from __future__ import annotations


class UnreadableError(Exception):
    """A file, or a part of one, whose content nobody can tell; its text is the reason, in a few Chinese words."""
