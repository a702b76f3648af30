"""The page of a case."""
