"""Every page as a visitor meets it, run without a browser."""
