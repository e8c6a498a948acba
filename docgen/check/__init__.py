"""A Word file → what of it breaks Decree 30 or contradicts itself; mended where that is certain."""
