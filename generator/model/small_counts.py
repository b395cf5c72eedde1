"""小样本抑制: counts of so few people that they may be told apart are for the restricted edition only."""

from __future__ import annotations

from generator.model.record import Audience

FEWEST = 10
"""The smallest number of people that a count may be shown of in every edition that has registers."""


def audience_of_count(people: int | None) -> Audience:
    """Who may see a number that tells of so many people; None tells of nobody."""
    return Audience.INTERNAL if people is None or people >= FEWEST else Audience.RESTRICTED
