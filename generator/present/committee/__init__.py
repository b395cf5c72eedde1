"""Pages of committees and of the whole institution."""
