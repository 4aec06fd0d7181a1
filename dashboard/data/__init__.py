"""What a page may ask for, one file for each subject; the only place that caches."""
