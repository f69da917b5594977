"""The trainer's studio: scenarios of one's own, written, tried, seen and published. No screen and no database here."""
