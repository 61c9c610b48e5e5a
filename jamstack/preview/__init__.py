"""The development server: serves the output folder as GitHub Pages would, and reloads the browser.

`serving` composes it: `watch` sees a saved file, the caller's `rebuild` builds, `reloads` tells the
open pages, `server` answers their requests. Nothing here ever changes a file of the output.
"""
