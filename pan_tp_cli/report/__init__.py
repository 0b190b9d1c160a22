"""Findings → text: one module per format, each a pure function of what came of a check."""
