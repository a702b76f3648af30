"""The vocabulary in which record types are declared, and what follows from a declaration: forms, checks, sentences."""
