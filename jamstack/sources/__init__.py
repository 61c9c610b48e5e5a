"""From a folder of files to typed fields: scanning, decoding, front matter, schema."""
