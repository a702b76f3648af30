"""The laws of the product, argued by random histories of real stores and a real centre."""
