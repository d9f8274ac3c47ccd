"""An invented series in small, in plain MyST: what the paper builders are tested on."""

project = "Keeping bees together: a series of study days"
author = "The bee book's editors"
copyright = "2026"
extensions = ["myst_parser", "seminarbook.sphinx_ext.pdf", "seminarbook.sphinx_ext.epub"]
root_doc = "index"
language = "en-GB"
exclude_patterns = ["_build"]
html_baseurl = "https://bees.example.org/"
# Sphinx keeps its default in one place for all applications of a process, and other tests change it.
source_suffix = {".md": "markdown"}
myst_enable_extensions = ["colon_fence", "deflist"]
numfig = True
nitpicky = True
seminarbook_file_name = "bees"
seminarbook_licence = "Creative Commons Attribution 4.0"
seminarbook_licence_address = "https://creativecommons.org/licenses/by/4.0/"
seminarbook_contact = "editors@bees.example.org"
