"""The rules: pure functions; today, limits and targets come in as arguments."""
