"""Tests of what pages ask for."""
