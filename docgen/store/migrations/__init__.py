"""How the tables came to be what they are: one step after another, each with a number; run by Alembic."""
