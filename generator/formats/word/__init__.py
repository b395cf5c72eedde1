"""Papers as Word files: styles, tables, packages.  Same paper, same bytes."""
