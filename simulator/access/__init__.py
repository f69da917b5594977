"""Ways in: signing in and out, invitations, people, rosters. Use-cases over the store; no screen and no clock."""
