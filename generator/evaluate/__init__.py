"""Standards × dossier → assessment: what the records show, criterion by criterion and period by period.

`assess` walks the standards; each criterion names one check (`checks/<check>.py`), a pure function from a `CheckContext` and
its parameters to an `Outcome`.  `timing` alone knows what an insufficient record means on a given day; `records` alone
knows which activities count.
"""
