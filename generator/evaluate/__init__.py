"""Standards × dossier → assessment: what the records show, criterion by criterion and period by period.

`assess` walks the standards; each criterion names one check (`checks/<check>.py`), a pure function from a `CheckContext` and
its parameters to an `Outcome`.  `timing` alone knows what insufficient records mean on a given day; `record_index`
alone knows which activities count.
"""
