"""Tests of the needs without a contract."""
