"""From models to sheets: everything that a page shows, gathered in few queries."""
