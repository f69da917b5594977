"""Drills: one moment of a recorded call, two replies, evidence at once, and the weakness again days later."""
