"""What people see of cases and records: lists, timelines, history, conflicts."""
