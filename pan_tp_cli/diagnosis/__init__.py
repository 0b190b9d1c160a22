"""From violated equations to the fewest causes that explain them."""
