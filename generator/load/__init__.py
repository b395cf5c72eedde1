"""Text → model: the only door for yaml.

`reader` turns a file into a plain tree whose scalars are all text and whose every key has a place; `records` turns
that tree into a record kind and every mistake into a Problem; `standards`, `index`, `dossiers` and `config` say which
files are read.  Nothing here raises for what a person has written badly.
"""
