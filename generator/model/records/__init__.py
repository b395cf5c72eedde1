"""The record kinds (台账), one a file.  Each field carries its Chinese key, its audience, an example and a hint."""
