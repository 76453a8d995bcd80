"""Rules on how it is told: length, hedges, fillers."""
