"""Reading a reply: language, clauses, acts, tone, amounts, dates and offers, all with spans."""
