"""The log of acts of a workstation: own commits, what the exchange brings and takes, replicas, departures, erasure."""
