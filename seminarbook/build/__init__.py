"""One run of Sphinx a format, made aside, verified, and only then published."""
