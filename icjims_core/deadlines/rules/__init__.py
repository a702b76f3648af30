"""The rules of deadlines as data: one file for each part of the procedure."""
