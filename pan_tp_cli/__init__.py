"""A consistency checker for budgeted action plans."""

__version__ = "0.1.0"
