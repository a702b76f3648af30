"""Papers: acts printed for signing and service, journals, inventories, and cases taken over from paper."""
