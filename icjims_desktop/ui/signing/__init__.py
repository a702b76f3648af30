"""Signing of acts: what is signed, by whom, what is missing, and the password entered afresh."""
