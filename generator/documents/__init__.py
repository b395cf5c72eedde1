"""Import of official documents: outlines of their text, and drafts of plan and handbook made from them."""
