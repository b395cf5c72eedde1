"""What every command shares in speaking to people: encodings, colour, progress, problems, and the words of click."""
