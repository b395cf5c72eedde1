"""方案: the year's plan as pages: its tasks, task sheets by unit, what is overdue, its own words, and what rests on them."""
