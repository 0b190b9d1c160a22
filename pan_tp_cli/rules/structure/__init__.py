"""Rules on numbers, wordings and names, and on how the two tables pair up."""
