"""The figures of the manager's desk: rows of counts in, findings out. Pure; assessed calls only."""
