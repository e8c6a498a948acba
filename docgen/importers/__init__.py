"""Files to model, with everything that is wrong in them."""
