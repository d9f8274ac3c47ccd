"""Taking a person out of the book: data, chapters, bibliography, and whatever is made of them.

The way is: who it is (identity) → new ids and keys → new rows, entries and chapters → a search of
the result for what is left → edits. :mod:`scan` searches what was built.
"""
