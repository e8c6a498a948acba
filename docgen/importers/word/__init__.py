"""A Word file → `Outline`: ours by their styles, all others by what stands where."""

from docgen.importers.word.reading import WordSource, read_word_source

__all__ = ["WordSource", "read_word_source"]
