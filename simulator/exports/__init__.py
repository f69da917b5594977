"""What leaves the application as a file: made from plain values, safe to open anywhere."""
