"""The pages in an installed Chromium."""
