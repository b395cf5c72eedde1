"""Output formats: one module or package a format."""
