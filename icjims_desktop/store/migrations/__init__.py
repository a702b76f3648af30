"""Steps that bring the file of an older program forward: `NNNN_name.py` with `STATEMENTS`, each run once."""
