"""What the administrators of the centre do: people, devices, keys, publications, the Register, paper, training."""
