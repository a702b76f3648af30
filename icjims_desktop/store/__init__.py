"""The encrypted store of a workstation."""
