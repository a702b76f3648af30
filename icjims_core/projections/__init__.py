"""The log and its projections as SQL tables: one code on SQLCipher, SQLite and PostgreSQL (SQLAlchemy Core)."""
