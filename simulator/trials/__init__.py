"""Trials: seeded players that play a scenario until it breaks, and what they find."""
