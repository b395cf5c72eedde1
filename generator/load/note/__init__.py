"""Notes (`model/note_format.py`): texts that a page gave and a chat program carried, checked line by line and read."""
