"""Tests of what the dashboard knows and says."""
