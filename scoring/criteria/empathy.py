"""Empathy."""
