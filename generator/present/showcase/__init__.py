"""Showcases of model branches (观摩展示)."""
