"""One newsroom for several site generators, and what each takes to build it."""
