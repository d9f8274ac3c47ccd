"""Huge and hostile input, a case at a time: ``python -m tests.campaigns.hostile``.

A case spoils a copy of the invented book and names the commands that must end all the same: with
a text on the page or an error in words, in bounded time and memory. The test suite runs the
quick ones.
"""
