"""What the centre publishes for everybody: documents, what is checked before, the directory of contacts."""
