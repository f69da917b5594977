"""The demo workspace: a believable floor, played by seeded players through the real engine, reading and scoring."""
