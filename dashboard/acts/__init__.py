"""What a person can do: check, write and log in one transaction."""
