"""The same invented book of any size for three programs, and what each of them takes to make it."""
