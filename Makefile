# The commands of a newcomer. Each sets up what it needs in .venv and nowhere else:
# Python 3.11 or later, make and a C compiler are enough (on 3.13 the compiler is not needed either).

DATE := 2024-06-01
VENV := .venv
BIN := $(VENV)/bin
FITS := import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))
CANDIDATES := python3 python3.13 python3.12 python3.11 python
PYTHON := $(shell for p in $(CANDIDATES); do $$p -c '$(FITS)' 2>/dev/null && echo $$p && break; done)
BUILD := build
RESULTS := $(BUILD)/resultater.json
# Not the one with own facts of two rammeværker: by one alone it is refused.
EXAMPLES := $(filter-out %/to-rammer.yaml,$(wildcard docs/eksempler/*/*.yaml docs/eksempler/*/*.json))

.PHONY: demo test dok lint types rooms pytest clean

demo: $(VENV)/.demo
	$(BIN)/rammevaerk vurder $(EXAMPLES) --ramme odense-2022 --dato $(DATE)

test: lint types rooms pytest

# The pages show what came of the last run of the scenarier, red ones too; what has changed since stands as not run.
dok: $(RESULTS) $(VENV)/.test
	$(BIN)/rammevaerk dok -o $(BUILD)/dok --resultater $(RESULTS)

lint: $(VENV)/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# The benchmarks are run by hand: that they still know what they measure is all that is held of them here.
types: $(VENV)/.test
	$(BIN)/mypy
	MYPYPATH=src:benchmarks $(BIN)/mypy benchmarks/*.py
	MYPYPATH=src:benchmarks:benchmarks/portefoelje $(BIN)/mypy benchmarks/portefoelje/*.py

rooms: $(VENV)/.test
	$(BIN)/lint-imports

# With «=»: a file of an earlier run, as a word of its own, would be taken for the place of the tests.
pytest: $(VENV)/.test
	$(BIN)/pytest -n auto --resultater=$(RESULTS)

clean:
	rm -rf $(VENV) $(BUILD)

$(RESULTS): | $(VENV)/.test
	-$(BIN)/pytest -q tests/features/test_features.py --resultater $@

$(VENV)/.demo: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test]"
	@touch $@ $(VENV)/.demo

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Found no Python 3.11 or later with venv (on Debian: apt install python3-venv)." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
