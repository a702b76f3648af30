"""The page of the log of looking: who looked at what, when, and why."""
