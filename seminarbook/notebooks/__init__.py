"""Chapters that compute: read as notebooks, run with the published data, and kept."""
