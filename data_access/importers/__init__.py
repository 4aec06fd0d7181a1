"""Reading files: what each source looks like, its values and what could not be read."""
