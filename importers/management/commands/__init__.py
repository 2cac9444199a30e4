"""Each a thin shell over a function."""
