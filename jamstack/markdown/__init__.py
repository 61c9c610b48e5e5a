"""Markdown as a body of blocks: parsed fast, sanitized, with its links and pictures found."""
