"""The book in Sphinx: requests of a page → values → stock nodes, for every builder."""
