"""What holds for every test."""

from hypothesis import settings

# How long an example takes depends on the machine, and no test here is about time.
settings.register_profile("newsroom", deadline=None)
settings.load_profile("newsroom")
