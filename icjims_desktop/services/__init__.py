"""Use cases of a workstation, shared by the window and the command line."""
