"""Data files out to a spreadsheet and back.

Coming in, the way is: a workbook or a text table → grids of raw cells → rows whose columns are
known → a comparison with the data file → a trial of the whole book → edits.
"""
