"""When a contract must be decided on, and which ways are open on a day."""
