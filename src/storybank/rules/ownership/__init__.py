"""Rules on who did it: the speaker's own share, start and follow-through."""
