"""发展党员: what the record of one case shows against the process in force on each day, step by step.

Every function gives notes (`CaseNote`), verdicts with their part of the reason; the checks roll them up.  They say what is
out of order or late, never whether somebody may be admitted.
"""
