"""The centre's tables on SQLite and PostgreSQL."""
