"""Plan to Document: every word that will be printed, worded and numbered."""
