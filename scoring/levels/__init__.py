"""From words to levels: a small linear model per criterion whose addends can be shown."""
