"""Tests of the rules for deviations."""
