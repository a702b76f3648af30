"""Disagreements: the queue and the four columns."""
