"""The command line `icjims-server`."""
