"""A Word file → what of it breaks Decree 30 or contradicts itself, and the file mended where that is certain."""
