"""Sealed records on this workstation: who may read, closing, opening, the letter to the prosecutor."""
