"""The application: the one place where screens, services, threads and the process are put together."""
