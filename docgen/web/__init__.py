"""The service as pages for people and JSON for programs; thin over `docgen.office`."""
