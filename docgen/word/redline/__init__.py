"""Last year's Word file → next year's as tracked changes (ECMA-376, Part 1, 17.13.5).

`pairs` says which block of one file is which of the other, `pieces` and `wording` compare two paragraphs word
by word, `stretches` settles paragraph marks, `tables` compares rows and cells, `pen` writes every mark, and
`redlining` brings the files together.
"""

from docgen.word.redline.redlining import redline

__all__ = ["redline"]
