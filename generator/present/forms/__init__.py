"""Blank forms, and what a file's fields are: made from the record kinds for whoever fills in the records."""
