"""Official documents in: outlines of their text, drafts of plan and handbook made from them."""
