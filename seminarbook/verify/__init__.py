"""Reads what a build wrote, as a stranger would: is everything there, and does it hold?"""
