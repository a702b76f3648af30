"""Keeping a store whole: checks, full verification, backup and restore, repair."""
