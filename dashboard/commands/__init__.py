"""What the commands of `luleaway` do; cli.py names them. Each is loaded only when it is asked for."""
