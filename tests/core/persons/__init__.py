"""Tests of names, comparison and links of persons."""
