"""Official Vietnamese administrative documents from structured data."""
