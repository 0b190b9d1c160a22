"""Rules on figures that add up and are still hard to believe."""
