"""Workbooks (.xlsx) to fill in: what a unit has on record, a sheet a section, with what may be chosen and how to write."""
