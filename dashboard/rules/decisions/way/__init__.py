"""The ways out of a contract's term, one a module: when each is open, and from which day it no longer is."""
