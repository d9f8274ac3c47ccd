"""What makes the book found, cited and used again: records, feeds and packages.

Pure functions from what is known of the book to values and bytes; nothing here knows Sphinx
or writes a file.
"""
