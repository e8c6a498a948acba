"""Speed and memory of docgen, side by side with other ways to do the same: `make bench`."""
