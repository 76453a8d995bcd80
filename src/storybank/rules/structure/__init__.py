"""Rules on the shape of an answer: which parts it has, and in what proportion."""
