"""Last year's plan into next year's draft, with every decision that is a person's listed."""
