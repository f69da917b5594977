"""Real record stores that the tests start: a strict one, and one that signs in. Test tools only: nothing ships."""
