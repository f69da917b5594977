"""Calibrating with people: calls chosen blind, rated by several, and how well they agree."""
