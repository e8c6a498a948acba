"""The steps. One that has been released never changes; the next change of a table is a step of its own."""
