"""The handbook as a book: what stands in it beside the pages of the site."""
