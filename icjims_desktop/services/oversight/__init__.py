"""Rights and looking: facts for the decision on access, purposes, the log of looking, questions of monitors."""
