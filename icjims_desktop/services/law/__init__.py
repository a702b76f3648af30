"""What the law says of a case as it is recorded: course, deadlines, custody, safeguards, hand-overs, joined cases."""
