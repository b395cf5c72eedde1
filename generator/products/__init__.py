"""What a command makes, callable without the command line."""
