"""The command line icjims."""
