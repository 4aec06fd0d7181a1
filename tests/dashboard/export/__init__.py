"""Tests of the files that can be taken away."""
