"""The ladder: what a case is, which moves it allows, what a step demands, and how long it may take."""
