"""Measurements against peers, physical limits and the last release."""
