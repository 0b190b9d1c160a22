"""Tests of the part of the package with the same name."""
