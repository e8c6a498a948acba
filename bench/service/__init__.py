"""The service as a process with its worker, and the people before it."""
