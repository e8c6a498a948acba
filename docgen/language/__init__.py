"""Vietnamese as a language: number words, dates, lettering, Roman numerals, comparing, sorting."""
