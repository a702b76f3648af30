"""The unlock screen."""
