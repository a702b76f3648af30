"""The screens, offscreen."""
