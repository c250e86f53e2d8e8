# Everything lives in .venv; delete that folder to start afresh.
# Needed on the machine: python3 (3.11 or newer), python3-venv and make; for `make check` also hunspell with
# its dictionaries: sudo apt install hunspell hunspell-en-gb hunspell-nl

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LAB := $(VENV)/.ready-to-learn
DEV := $(VENV)/.ready-to-develop
NODE_PARTS := js/node_modules/.ready-to-develop
# What the installed package is made from; Python itself is read from the tree.
SOURCES := pyproject.toml js/hatch_build.py $(shell find js labextension \
	-name node_modules -prune -o -path js/test -prune -o -path js/demo -prune -o -type f -print 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help setup lab test check browser gallery screenshots wheel clean

help: ## show what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

setup: $(LAB) ## install everything that learning needs, in .venv

lab: $(LAB) ## open the course in JupyterLab, in the folder my-work
	@$(BIN)/empathy lab my-work

test: $(DEV) ## set up and run the tests
	@$(BIN)/python -m pytest -n 2

check: $(DEV) $(NODE_PARTS) ## linters, types, front-end tests and the course's check of itself
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python js/npm.py run check
	$(BIN)/python js/npm.py test
	$(BIN)/empathy build --check
	$(BIN)/empathy rehearse --spelling

browser: $(DEV) $(NODE_PARTS) ## what a learner does, in a real JupyterLab and a real browser
	@$(BIN)/python -m pytest tests/browser -n 2

gallery: $(DEV) ## make docs/gallery.ipynb from docs/gallery.py
	@$(BIN)/python -m tests.gallery

screenshots: $(DEV) ## renew the pictures in docs/screenshots
	@$(BIN)/python -m pytest tests/browser/test_screenshots.py tests/browser/test_gallery.py
	@$(BIN)/python -m tests.browser.pictures

wheel: $(DEV) ## build the wheel, in dist
	@$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean: ## take away everything that was made, except your own work
	rm -rf $(VENV) dist test-results js/node_modules empathy_widgets/widgets/static

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
		|| { echo 'Python 3.11 or newer is needed. On Debian or Ubuntu: sudo apt install python3'; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo 'The part of Python that makes environments is missing. On Debian or Ubuntu: sudo apt install python3-venv'; exit 1; }
	@echo 'Making .venv (once)'
	@$(PYTHON) -m venv $(VENV)

$(LAB): $(BIN)/python $(SOURCES)
	@echo 'Installing what the course needs (the first time this takes a minute or two)'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(DEV): $(LAB)
	@echo 'Installing what the tests need'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $(LAB) $@

$(NODE_PARTS): js/package-lock.json $(DEV)
	@$(BIN)/python js/npm.py ci
	@touch $@
