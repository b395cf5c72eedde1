"""Pages → files: shells and stamps, markup, links, search, the folder's exchange, the gate, and the output formats."""
