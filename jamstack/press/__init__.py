"""From a content folder to a finished site: read, gather, check, lay out, render, write."""
