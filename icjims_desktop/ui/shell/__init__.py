"""The house: rail, top bar, pages, key sheet and settings."""
