"""Files in and out: batches, workbooks, take-over from paper, the training case book."""
