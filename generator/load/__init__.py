"""Text → model; the only importer of yaml.

`reader` (or `fast_reader`, for the usual subset of YAML) parses a file into mappings, lists and strings with positions;
`records` validates them as a record kind and turns every mistake into a Problem; `standards`, `index` and `config` know
which files to read.  Mistakes in records never raise.
"""
