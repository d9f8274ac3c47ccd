"""Is the book in order? One function a rule; nothing here needs a build or knows of Sphinx."""
