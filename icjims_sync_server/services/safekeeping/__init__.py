"""Keeping the centre whole: backup, verification, repair, projections, quarantine."""
