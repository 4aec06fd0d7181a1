"""The rows metrics count, one file for each kind of thing."""
