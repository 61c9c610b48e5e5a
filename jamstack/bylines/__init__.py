"""Bylines: the printed credit line, the author card, and follow links."""
