"""What live places in prose pages show."""
