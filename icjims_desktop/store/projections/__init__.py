"""What is derived from the log and can be made again: search, person keys, what the rules said."""
