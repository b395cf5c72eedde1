"""The prose layer: what MkDocs made of the handbook, and the shells of record pages."""
