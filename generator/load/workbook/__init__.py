"""Tables that come from outside (.xlsx, .csv), as rows of records: everything is checked before a reader touches it.

`package` opens the file, `grid` reads its sheets, `cell_reading` turns cells into the text that a YAML file would hold.
"""
