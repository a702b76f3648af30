"""ICJIMS desktop: the offline-first application of one workstation."""
