"""Slow, obvious second implementations that the fast ones must agree with."""
