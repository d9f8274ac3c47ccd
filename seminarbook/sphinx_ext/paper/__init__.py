"""The book on paper: one document tree, set by WeasyPrint as a tagged PDF.

``outline`` knows the order of the chapters, ``fragments`` turns a chapter's HTML into a tree
fit for print, ``front`` and ``people`` make the pages that no author writes, ``press`` sets
type, and ``tagging`` improves what the file says to a screen reader.
"""
