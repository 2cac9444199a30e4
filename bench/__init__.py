"""Measurements: how fast the work is, beside the floor it stands on.

A module of this package with a function ``measure() -> Iterator[Measurement]`` is one
benchmark; ``manage.py bench`` runs all, or those named. A floor is the same work done in
the same run with nothing between it and the database or the file.
"""
