"""Word files (.docx): the package's XML read as the document looks, with the numbers that Word computes."""
