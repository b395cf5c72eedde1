"""Validation across fields and records: dates, sums, references, photos, patterns of personal data.

The records have passed their models; each Problem is at the position of the field it is about.  `dossiers` runs once for
each branch, `index` once for the whole tree.
"""
