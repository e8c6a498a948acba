"""The repairs that rules propose: how the XML of a file is set right, and how it becomes a file again."""
