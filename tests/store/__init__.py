"""Tests of the encrypted store, with real SQLCipher."""
