"""All SQL that reads: a connection in, a frame with a fixed schema out."""
