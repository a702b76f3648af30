"""Who gets and does what: rights, feeds, private files, supervision, who reads the log."""
