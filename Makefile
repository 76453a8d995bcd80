# `make demo` reviews a shipped answer, `make test` runs the tests, `make check` is everything that CI runs.
# All of them set up first: a virtual environment in .venv with pinned packages.

PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: demo test check lint types layers docs bench bench-bank bench-growth evaluate snapshots wheel lock clean

demo: $(STAMP)
	$(BIN)/storybank review examples/answer.md

test: $(STAMP)
	$(BIN)/pytest

# The property tests with fresh examples; what they find goes into the tests as a case of its own.
.PHONY: fuzz
fuzz: $(STAMP)
	$(BIN)/pytest -m hypothesis --hypothesis-profile=fuzz --no-header -q

check: $(STAMP) lint types layers test docs wheel

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

layers: $(STAMP)
	$(BIN)/lint-imports

# Pages that are generated must equal what the generator writes today.
docs: $(STAMP)
	$(BIN)/python -m storybank.playbook.compile --check
	$(BIN)/python docs/generate.py --check
	$(BIN)/python docs/measured.py --check

.PHONY: docs-write
docs-write: $(STAMP)
	$(BIN)/python -m storybank.playbook.compile
	$(BIN)/python docs/generate.py

# The wheel, installed alone in a fresh environment, does the main job.
wheel: $(STAMP)
	PYTHON=$(BIN)/python tests/wheel.sh

bench: $(STAMP)
	$(BIN)/python bench/run.py

# Hostile repetition, short and eight times as long: fails where time grows faster than the text.
bench-growth: $(STAMP)
	$(BIN)/python bench/growth.py

# The bank with 100, 1,000 and 10,000 stories; takes some minutes.
bench-bank: $(STAMP)
	$(BIN)/python bench/bank.py --json docs/measured/bank.json

evaluate: $(STAMP)
	$(BIN)/storybank evaluate training/answers/sealed.jsonl

snapshots: $(STAMP)
	$(BIN)/pytest --snapshot-update

# Needs uv on the PATH; writes no address of any package registry.
lock:
	uv pip compile --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate -q \
		pyproject.toml requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf $(VENV) dist build .mypy_cache .ruff_cache .pytest_cache

$(STAMP): requirements-dev.txt pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $(STAMP)

# Fit everything again from training/answers; see training/README.md. Overwrites the shipped weights.
.PHONY: train
train: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	PYTHON=$(BIN)/python bash training/recipe.sh
