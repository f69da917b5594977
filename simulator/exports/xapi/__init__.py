"""Statements of the Experience API 1.0.3: what they say, how they are sent, what the answers mean."""
