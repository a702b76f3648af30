"""The pure core: the log and its algebra, the declared modules, the projections; shared by desktop and centre."""
