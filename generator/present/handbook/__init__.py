"""Pages of the handbook: standards, aspects, the documents they rest on."""
