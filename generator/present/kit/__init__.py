"""What the pages of every feature share: addresses, words, verdicts, citations, templates, shells."""
