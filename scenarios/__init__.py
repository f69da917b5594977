"""What a call is about: scenarios, countries, creditors, cases. Imports nothing of ours."""
