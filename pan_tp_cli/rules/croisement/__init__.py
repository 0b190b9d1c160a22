"""Rules on the budget and the measurement framework, held against each other."""
