"""The centre: offices, devices, feeds, verdicts."""
