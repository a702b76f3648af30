"""The workstation and the centre: enrolment, sessions, what waits, how things stand, what was published."""
