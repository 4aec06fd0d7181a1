"""Tests of when a contract must be decided on, and which ways are open."""
