"""Clarity."""
