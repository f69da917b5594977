# Everything from a machine that has Python 3.11 or newer and make. A second time takes seconds.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --disable-pip-version-check
LOCALE := simulator/locale
OURS   := scenarios scoring simulator tests

.DEFAULT_GOAL := help
.PHONY: help setup run test lint types unit soak bench messages editor lock clean

help:
	@echo "make run       start the application"
	@echo "make test      lint, types, import rules and all tests"
	@echo "make setup     install what developing needs"
	@echo "make lint      style and import rules only"
	@echo "make messages  collect and compile the words of the pages"
	@echo "make soak      play at length what changed (many minutes; WRITE=--write keeps docs/soak.md)"
	@echo "make bench     measure speed (some minutes on a quiet machine; ATTEMPTS=100000 for a large floor)"
	@echo "make editor    bundle the studio's editor anew (needs npm)"
	@echo "make lock      pin the dependencies anew (needs uv)"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Acuerdo needs Python 3.11 or newer. Name one: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.pip: | $(BIN)/python
	@$(BIN)/python -c 'import pip' 2>/dev/null || $(BIN)/python -m ensurepip --upgrade >/dev/null
	@touch $@

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/.pip
	$(PIP) install --quiet --require-hashes -r requirements.lock
	$(PIP) install --quiet --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.test: tests/requirements.lock pyproject.toml | $(VENV)/.pip
	$(PIP) install --quiet --require-hashes -r tests/requirements.lock
	$(PIP) install --quiet --no-build-isolation --no-deps -e .
	@touch $@ $(VENV)/.run

$(VENV)/.record_stores: tests/record_stores/signing/requirements.lock tests/record_stores/strict/package-lock.json $(VENV)/.test
	$(BIN)/python -m tests.record_stores.installing $(VENV)/record_stores
	@touch $@

setup: $(VENV)/.test $(VENV)/.record_stores

run: $(VENV)/.run
	$(BIN)/acuerdo run

test: lint types unit

lint: $(VENV)/.test
	$(BIN)/ruff check $(OURS)
	$(BIN)/ruff format --check $(OURS)
	$(BIN)/lint-imports --no-cache

types: $(VENV)/.test
	$(BIN)/mypy

unit: $(VENV)/.test $(VENV)/.record_stores
	$(BIN)/pytest -rs -n 2 --dist worksteal --ignore tests/e2e
	$(BIN)/pytest -rs tests/e2e

soak: $(VENV)/.test
	$(BIN)/python -m simulator.trials.soak $(WRITE)

bench: $(VENV)/.test
	$(BIN)/python -m tests.benchmarks
	$(BIN)/python -m tests.benchmarks.pages $(ATTEMPTS)
	$(BIN)/python -m tests.benchmarks.load 60 100

messages: $(VENV)/.test
	$(BIN)/pybabel -q extract -F $(LOCALE)/babel.cfg -k plural:1,2 --no-location --sort-output -o $(VENV)/acuerdo.pot simulator
	for language in es en; do \
		$(BIN)/pybabel -q update -D acuerdo -d $(LOCALE) -l $$language -i $(VENV)/acuerdo.pot \
			--no-fuzzy-matching --ignore-obsolete --ignore-pot-creation-date -w 110; \
	done
	$(BIN)/pybabel -q compile -D acuerdo -d $(LOCALE)

editor:
	@command -v npm >/dev/null || { echo "make editor needs npm on the path"; exit 1; }
	cd simulator/editor && npm ci --ignore-scripts && npm run build

lock:
	@command -v uv >/dev/null || { echo "make lock needs uv on the path"; exit 1; }
	echo 'setuptools>=75' | uv pip compile --universal --generate-hashes --no-header --no-annotate \
		--python-version 3.11 -o requirements.lock pyproject.toml -
	echo 'setuptools>=75' | uv pip compile --universal --generate-hashes --no-header --no-annotate \
		--python-version 3.11 --extra postgresql -o docs/deploy/requirements.lock pyproject.toml -
	echo 'setuptools>=75' | uv pip compile --universal --generate-hashes --no-header --no-annotate \
		--python-version 3.11 --extra dev -o tests/requirements.lock pyproject.toml -
	uv pip compile --universal --generate-hashes --no-header --no-annotate --python-version 3.11 \
		-o tests/record_stores/signing/requirements.lock tests/record_stores/signing/requirements.in

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
