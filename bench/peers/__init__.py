"""The prepared template and its data, written in the words of other template engines."""
