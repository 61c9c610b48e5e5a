"""Pictures: what a file holds, which sizes to make of it, making them, and their markup.

`inspect` reads a picture's facts, `plan` (pure) decides the sizes, `encode` makes the missing ones
in a cache folder, `markup` (pure) gives a page the view of them. Nothing of a picture's metadata
(place, camera, serial numbers, colour profile, comments) reaches a made file.
"""
