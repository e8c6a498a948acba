"""Data in, data out: what differs between two plans."""
