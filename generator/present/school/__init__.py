"""Pages of what 学校 does for all branches."""
