"""The XML names of WordprocessingML and DrawingML that docgen reads and writes (ECMA-376, Part 1)."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
CP = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
DCTERMS = "{http://purl.org/dc/terms/}"
XSI = "{http://www.w3.org/2001/XMLSchema-instance}"

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
