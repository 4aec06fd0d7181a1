"""What can be taken away as a file, one file for each format."""
