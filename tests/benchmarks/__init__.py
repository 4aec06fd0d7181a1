"""Measurements run by hand: they print times and assert none."""
