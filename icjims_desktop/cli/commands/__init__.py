"""What the commands of `icjims` do, a file for each kind; loaded when a command is run."""
