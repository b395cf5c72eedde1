"""The incremental build: what changed, made anew by committees, put together and checked."""
