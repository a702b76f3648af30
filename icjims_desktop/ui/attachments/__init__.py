"""Attached files: added by button and by drop, looked at inside the window, copied out on purpose."""
