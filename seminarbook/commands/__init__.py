"""The commands of ``python -m seminarbook``, a module each."""
