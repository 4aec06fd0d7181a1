"""The sample municipality: its figures, stories and files."""
