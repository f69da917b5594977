"""Calm."""
