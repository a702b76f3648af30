"""From a password to the open database: slots, keys, tries, and whether a store is the one last written here."""
