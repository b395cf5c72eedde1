"""Pictures: examined, decoded, encoded in the sizes that are published, and kept."""
