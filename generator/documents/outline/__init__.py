"""公文 in: the text of an official document becomes a tree of clauses with the facts that they state.

`parser` is pure, `reading` reads a file for it.  Numbering is only read, never repaired: what is irregular is in the
tree's notes, and the tree's segments give the text back unchanged.
"""
