"""Tests of parts of pages."""
