"""One session with a workstation: acts received, checked and set aside, feeds read out."""
