"""From what somebody states to a signed revision: changes, decisions, signatures of acts, attached files."""
