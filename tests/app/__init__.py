"""The application put together: a real store, a real centre over HTTP, and a window used by its keys."""
