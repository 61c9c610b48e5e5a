"""Publishing a finished output folder so that it cannot be lost, leaked or half published.

It knows nothing of how the output came about: a `Build` comes in, a published tree goes out.
"""
