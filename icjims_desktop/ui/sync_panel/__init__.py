"""The page of the exchange with the centre."""
