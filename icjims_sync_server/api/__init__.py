"""The centre's HTTP interface (Starlette)."""
