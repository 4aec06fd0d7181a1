"""Tests of the database, the ledger and the way in."""
