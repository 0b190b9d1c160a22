"""A review note: what came of a check, in the words and tables of a paper for a meeting."""
