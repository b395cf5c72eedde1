"""The prose layer: the handbook as rendered by MkDocs, and the page shells of the record layer."""
