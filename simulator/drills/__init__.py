"""Drills: one moment of a recorded call, two replies, evidence at once, and the same weakness again days later. Pure."""
