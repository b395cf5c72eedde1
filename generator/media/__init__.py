"""Pictures, re-encoded for the site."""
