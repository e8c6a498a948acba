"""The form that one unit fills in for one period: asked, written, and read back as a submission."""
