"""Rules on the amounts of the budget and of tableau 1."""
