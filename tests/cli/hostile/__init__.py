"""Plans, names, arguments and variables that would do something wherever they come out."""
