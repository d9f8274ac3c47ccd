"""Long campaigns against the book: ``make campaigns``. The test suite has a few cases of each."""
