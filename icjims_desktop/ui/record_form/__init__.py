"""The form of a procedural record, generated from its declaration."""
