"""Writes the Word templates that ship with docgen, as clean OOXML, from the figures of `docgen.rules`.

`python -m docgen.word.factory` writes templates/*/mau.docx anew; the files are committed and a test proves
that they are what the factory writes. An office edits the files in Word, not the factory.
"""
