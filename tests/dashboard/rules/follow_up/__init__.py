"""Tests of the rules of follow-up."""
