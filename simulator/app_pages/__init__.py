"""The pages. A page draws what is stored, asks ``simulator.practice`` for one thing, and draws again."""
