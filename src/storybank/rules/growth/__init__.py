"""Rules on what was learnt."""
