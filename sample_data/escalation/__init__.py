"""Deviations, cases on the ladder, penalties and blocks of the sample municipality."""
