"""zhibu: YAML records and the standards text become a static site.

A site is a pure function: site = f(docs, records, as_of, audience).

    docs/standards/*.md ─┐                                                          ┌→ site
    records/plan, units ─┼─ load ──→ validate ──→ evaluate ──→ present ──→ publish ─┼→ pdf
                         │   │           │            │            │                └→ json
                      Dossier     Problem     Assessment   Page (per audience)

The rooms, in the order in which they may import one another:

- `cli`        the command `zhibu`: options in, exit code out; `documents_cli` has its part for official documents
- `plugin`     the MkDocs plugin, the only importer of mkdocs; both layers of a site in one build
- `edition`    the end of the straight line for one audience: present → publish
- `pipeline`   its beginning: load → validate → evaluate
- `load`       text → model; the only door for yaml
- `validate`   sense across records: references, dates, arithmetic
- `evaluate`   standards × dossier → assessment; one check a file
- `present`    model → pages; the only door for jinja2
- `publish`    pages → files: shells, swap, gate, formats
- `model`      what things are; imports none of the above

`settings` and `errors` sit beside `model`.  Everything a reader sees is Chinese; everything an engineer reads is
English; `docs/glossary.md` ties the two together.
"""
