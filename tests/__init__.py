"""Tests, in the shape of the package that they test."""
