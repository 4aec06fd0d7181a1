"""A made-up municipality: the same every time, with an example of everything the pages can show."""

from sample_data.making import make

__all__ = ["make"]
