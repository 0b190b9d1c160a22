"""Two versions of a plan compared: what changed, what it weighs, what did not follow."""
