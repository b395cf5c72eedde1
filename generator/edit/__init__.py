"""The only writer into `docs/` and `records/`."""
