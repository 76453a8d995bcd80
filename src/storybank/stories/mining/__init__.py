"""Mining: story candidates in what people keep anyway: résumés, reviews, notes, the history of their code."""
