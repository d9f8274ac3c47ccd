# One command a task. Plain `make` prints them.
# Nothing but Python 3.11 or newer and make is needed beforehand; `make book` sets up the rest.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
TOMORROW := .venv-tomorrow

.DEFAULT_GOAL := help
.PHONY: help book preview check verify test campaigns tomorrow bench lock clean

help:  ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

book: $(VENV)/book.stamp  ## build the web site, the PDF and the EPUB into _build/
	@$(RUN) -m seminarbook build

preview: $(VENV)/book.stamp  ## show the book in the browser, and every change as it is saved
	@$(RUN) -m seminarbook preview $(if $(PORT),--port $(PORT))

check: $(VENV)/book.stamp  ## check data and chapters in a second, without building
	@$(RUN) -m seminarbook check

verify: $(VENV)/book.stamp  ## check that every published file is still what it was
	@$(RUN) -m seminarbook verify

test: $(VENV)/test.stamp  ## run every test
	@$(RUN) -m pytest -n auto --dist loadfile

campaigns: $(VENV)/test.stamp  ## break builds and invent faults by the thousand (long)
	@$(RUN) -m tests.campaigns.kills --times 50
	@$(RUN) -m tests.campaigns.fuzz --times 10000
	@$(RUN) -m tests.campaigns.hostile
	@SEMINARBOOK_EXAMPLES=20 $(RUN) -m pytest -q -m hypothesis

tomorrow: $(VENV)/test.stamp  ## try the newest Sphinx, without Jupyter Book (PYTHON=python3.13)
	@$(PYTHON) -m venv --clear $(TOMORROW)
	@sed -E -e '/^(#|jupyter-book)/d' -e 's/==.*//' requirements.txt > $(TOMORROW)/requirements.txt
	@$(VENV)/bin/uv pip install --quiet --python $(TOMORROW)/bin/python \
	  -r $(TOMORROW)/requirements.txt 'sphinx>=9' sphinx-external-toc sphinx-comments
	@SEMINARBOOK_TOMORROW=$(CURDIR)/$(TOMORROW)/bin/python $(RUN) -m pytest tests/tomorrow

bench: $(VENV)/book.stamp  ## measure against other programs; N="7 50" chooses numbers of chapters
	@nice $(RUN) -m tests.bench $(N) $(if $(TIMES),--times $(TIMES))

lock: $(VENV)/test.stamp  ## pin anew what requirements.txt and requirements-dev.txt bring along
	@for name in requirements requirements-dev; do \
	  $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	    --no-annotate --no-header $$name.txt -o $$name.lock; \
	done

clean:  ## remove everything that was built
	rm -rf _build

$(VENV)/pip.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "This book needs Python 3.11 or newer; $(PYTHON) is older. Try: make book PYTHON=python3.12"; \
	  exit 1; }
	@echo "Setting up $(VENV) (once) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/book.stamp: requirements.lock $(VENV)/pip.stamp
	@echo "Installing what the book needs (once) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.stamp: requirements-dev.lock $(VENV)/book.stamp
	@echo "Installing what the tests need (once) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
