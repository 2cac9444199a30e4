"""Measurements: how fast the work is, beside the bare floor it stands on."""
