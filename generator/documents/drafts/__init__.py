"""Drafts made from official documents, for a person to finish: a year's plan, handbook pages, standards."""
