"""Tests of the rules, the golden vectors among them."""
