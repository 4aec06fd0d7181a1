"""All SQL that writes, one file for each subject."""
