"""Driving the servers that come in wheels: where they live, how they start and stop."""
