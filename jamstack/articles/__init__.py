"""Stories, standing pages and fronts: source files as values, each depending on itself alone."""
