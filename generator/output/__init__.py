"""Finished files on the disk or in a store: folder, exchange, lock, cache."""
