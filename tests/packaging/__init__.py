"""Tests of the folders that `run.py package` builds."""
