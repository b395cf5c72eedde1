"""Pages of a branch."""
