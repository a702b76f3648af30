"""Tests of the services over real encrypted stores."""
