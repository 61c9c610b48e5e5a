"""Share images: a card of 1200×630 pixels for each story and each author, drawn at build.

`card` holds what a card says and what its file is called, `draw` makes the JPEG, `fonts` finds the
typefaces, `faults` tells what no typeface can write, `sheet` shows how networks crop cards.
"""
