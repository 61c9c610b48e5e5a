"""A static news platform on Pelican: stories in Git as Markdown, a finished site on Pages."""

__version__ = "0.1.0"
