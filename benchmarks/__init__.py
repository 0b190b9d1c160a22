"""Benchmarks, apart from the tests: each measures against a peer or a floor in the same run."""
