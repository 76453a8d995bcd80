"""Rules on what should not be in a story at all."""
