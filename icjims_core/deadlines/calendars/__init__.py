"""Non-working days: holidays of every year and the days of each year, as data."""
