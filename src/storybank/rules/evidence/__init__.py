"""Rules on what came of it: outcomes that can be checked, compared and understood."""
