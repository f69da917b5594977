"""Judgement: reading a reply, scoring a call. Pure functions, no I/O but its own data files."""
