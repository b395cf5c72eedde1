"""The year's dates: calendar pages and reminders."""
