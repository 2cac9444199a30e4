# Every target needs Python 3.11, make and pip, and builds what else it needs by itself.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: help demo test lint bench fuzz requirements clean

help:
	@echo "make demo [PLANS=dir]  run everything here with sample plans and accounts"
	@echo "make test              run the tests"
	@echo "make lint              check style, types, settings and migrations"
	@echo "make bench             measure, one JSON line a figure"
	@echo "make fuzz              run the property tests with many more examples"
	@echo "make requirements      pin the dependencies anew"
	@echo "make clean             stop the embedded servers; remove .venv, var and caches"

demo: .venv/.for-running
	@$(BIN)/python -m tracker.demo $(if $(PLANS),--plans "$(PLANS)")

test: .venv/.for-working
	$(BIN)/pytest -n 2

lint: .venv/.for-working
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy .
	$(BIN)/python manage.py check --fail-level WARNING
	$(BIN)/python manage.py makemigrations --check --dry-run

bench: .venv/.for-running
	@$(BIN)/python manage.py bench

fuzz: .venv/.for-working
	$(BIN)/pytest -n 2 -m hypothesis --hypothesis-profile=fuzz
	FUZZ_TABLES=3000 $(BIN)/pytest -n 2 tests/reading/flattened/test_generated.py
	$(BIN)/python -m tests.hostile.fuzz --files 5000
	FUZZ_PAGES=500 $(BIN)/pytest -n 2 tests/hostile/test_pages.py

requirements: .venv/.for-working
	$(BIN)/uv pip compile $(PIN) -o requirements.txt requirements.in
	$(BIN)/uv pip compile $(PIN) -o requirements-dev.txt requirements-dev.in
PIN := --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

clean:
	-[ ! -x $(BIN)/python ] || $(BIN)/python -m tracker.embedded remove
	rm -rf .venv var .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Debian's Python may come without the part of venv that installs pip: then the system's
# pip does it.
.venv/bin/pip:
	@echo "Making .venv with $(PYTHON)" >&2
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@$(PYTHON) -m venv .venv >/dev/null 2>&1 \
		|| { $(PYTHON) -m venv --clear --without-pip .venv \
		&& $(PYTHON) -m pip --python .venv/bin/python install pip >&2; }

.venv/.for-running: requirements.txt | .venv/bin/pip
	$(PIP) install --require-hashes --requirement requirements.txt >&2
	@touch $@

.venv/.for-working: requirements-dev.txt .venv/.for-running
	$(PIP) install --require-hashes --requirement requirements-dev.txt >&2
	@touch $@
