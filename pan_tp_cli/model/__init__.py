"""The models of a plan and of its indicator framework: strict, frozen, without input or output."""
