"""Rules on the targets of the indicator framework."""
