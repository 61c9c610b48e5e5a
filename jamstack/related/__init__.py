"""Related stories: which to offer after a story, and where to place them within it."""
