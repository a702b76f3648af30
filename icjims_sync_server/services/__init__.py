"""What the centre does: people and devices, receiving, feeds, scopes, proof and backup."""
