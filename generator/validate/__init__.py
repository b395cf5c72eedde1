"""Sense across records: dates, sums, references, photos and patterns of personal data.

Everything here has been read without a fault of form; what is found is a Problem at the place of the field it is about.
`dossiers` is asked once for each branch, `index` once for the whole tree.
"""
