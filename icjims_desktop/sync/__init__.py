"""The sync of a workstation with the centre: engine, transport, bundles."""
