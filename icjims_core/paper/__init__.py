"""What stands on paper: numbers, the Register's file, and what a served copy never tells."""
