"""Widgets shared by the screens: text, buttons, chips, cards, notices, bars, timeline."""
