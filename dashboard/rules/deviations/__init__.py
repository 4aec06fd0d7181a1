"""What a report of a deviation may say, and how a deviation goes from reported to closed."""
