"""Duties of data protection as data: how long records are kept, what is processed and why, who assessed it."""
