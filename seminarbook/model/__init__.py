"""Data files → validated records → the joined series. Never imports Sphinx."""
