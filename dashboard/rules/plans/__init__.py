"""The procurement plan, the project plan of each procurement, and the hours they take."""
