"""The follow-up: form and note together, field by field against what came of the talk."""
