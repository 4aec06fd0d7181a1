"""What goes into a calendar, and on which day."""
