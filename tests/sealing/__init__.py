"""What the law keeps from the rest of the office."""
