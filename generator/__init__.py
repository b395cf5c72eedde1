"""zhibu: YAML records and the standards text become a static site.

A site is a pure function: site = f(docs, records, as_of, audience).

    docs/standards/*.md ─┐                                                                       ┌→ site
    records/school/*.yml ┤                                                                       ├→ pdf
    records/plan/*.yml ──┼─ load ──→ validate ──→ evaluate ──→ disclose ──→ present ──→ output ──┼→ json, ics
    records/units/** ────┘   │           │            │            │            │                └→ text
                          Dossier     Problem     Assessment   one audience    Page

The rooms, in the order in which they may import one another:

- `cli`        the command `zhibu`: options in, exit code out
- `products`   what a command makes, callable without click
- `plugin`     the MkDocs plugin, the only importer of mkdocs; both layers of a site in one build
- `build`      the incremental build: what changed is made anew, committee by committee, and put together
- `judge`      second pass: branch by branch, load → validate → evaluate
- `survey`     first pass: standards, index, plans
- `documents`  official documents in: outlines and drafts; `edit` the only writer into docs/ and records/
- `present`    model → pages, by feature; the only importer of jinja2; `formats` model → files of other formats
- `load`       text → model; the only importer of yaml; `validate` sense across records
- `evaluate`   standards × dossier → assessment; one check a file; `disclose` what an audience may see
- `prose`      what MkDocs made of the handbook; `output` folders and stores; `media` pictures
- `settings`, `errors`
- `model`      what things are; imports none of the above

Everything a reader sees is Chinese; everything an engineer reads is English; `docs/glossary.md` ties the two together.
"""
