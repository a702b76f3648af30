"""Stages of the procedure, each told by what it enters into the book of a case."""
