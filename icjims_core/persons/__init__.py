"""Telling whether two records speak of one person: name keys, profiles, explained scores, links; never a merge."""
