"""Rules that look at the waivers beside a plan: those that no longer serve."""
