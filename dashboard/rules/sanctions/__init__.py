"""Penalties, order blocks and equal treatment: what may be asked of a supplier, and what became of it."""
