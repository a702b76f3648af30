"""Papers and journals: numbers, acts and passports as pages, printing."""
