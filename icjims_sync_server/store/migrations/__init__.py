"""Alembic migrations of the lasting tables, run by `init`."""
