# Two commands are enough: make build, make test. Works from any folder, spaces included,
# because no path here is absolute.

# Another Python than python3: make build PYTHON=python3.13
PYTHON ?= python3
export PYTHON
BIN = .venv/bin
RUN = .venv/run.stamp
DEV = .venv/dev.stamp
PINS = pyproject.toml requirements/constraints.txt scripts/venv.sh

# A .venv names its own folder: one that moved with its checkout is made again.
ifneq ("$(shell cat .venv/place 2>/dev/null)","$(shell pwd -P)")
.PHONY: $(RUN) $(DEV)
endif

.PHONY: help build test format lock clean
.DEFAULT_GOAL := help

help: ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile

build: $(RUN) ## Install everything and build all filings under specs/ into build/
	@if sh scripts/packages.sh pdf; then \
	  $(BIN)/perfspec build --to html,pdf; \
	else \
	  $(BIN)/perfspec build --to html && \
	  echo 'perfspec: HTML only; for PDF see the line above' >&2 && \
	  [ "$$CI" != true ]; \
	fi

test: $(DEV) ## Check everything: format, lint, sizes, types, layers, tests, wheel
	@sh scripts/packages.sh test || true
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/python scripts/check_sizes.py
	$(BIN)/python scripts/check_time_limits.py
	$(BIN)/python scripts/check_pins.py
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest --numprocesses 2 --dist loadgroup --cov

format: $(DEV) ## Format the code and mend what the linter can mend
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

lock: ## Pin the newest versions that pyproject.toml allows
	sh scripts/lock.sh

clean: ## Remove everything that make has made
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage .coverage.* dist
	find build -mindepth 1 ! -name .gitkeep -delete 2>/dev/null || true
	find perfspec tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +

$(RUN): $(PINS)
	@sh scripts/venv.sh run

$(DEV): $(PINS) requirements/axe.txt
	@sh scripts/venv.sh dev
