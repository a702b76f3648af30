"""Today: what runs out, what waits, and how each due date was counted."""
