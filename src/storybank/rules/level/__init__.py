"""Rules on scope: whether the story carries the level aimed for."""
