"""What other programs read: RSS, Atom, sitemaps and structured data. Values in, bytes out."""
