"""Tests of reading files, each layout and fault on its own."""
