# Two commands: `make demo` and `make test`. Each sets up everything it needs.
PYTHON ?= python3.11
VENV := .venv
BIN := $(VENV)/bin
ONCE ?=
# Tests run in two processes, each with a Neo4j of its own; in one, where they are to use a named one.
AT_ONCE ?= $(if $(NEO4J_TEST_URI),,-n 2 --dist loadfile --no-loadscope-reorder)

.PHONY: help demo test nightly check bench bench-impact bench-load setup browser lock schema clean

help:
	@echo "make demo        start Neo4j, load the plan, tour it, serve the API (ONCE=1: end after the tour)"
	@echo "make test        all tests, against a real Neo4j and a real browser"
	@echo "make nightly     make test, trying far more examples, and twenty points at which to kill"
	@echo "make check       lint, types, layers, dependencies, spelling"
	@echo "make bench       measure, and print the tables of docs/performance.md"
	@echo "make bench-load  measure loads of 10 k, 100 k and 1 M subsidiaries (ARGS=\"--subsidiaries 10000\": one size)"
	@echo "make bench-impact  measure the impact of scenarios, and applying one, at the same sizes"
	@echo "make schema      write api/schema.graphql anew"
	@echo "make lock        resolve the dependencies anew: requirements.lock and docker/requirements.lock"
	@echo "make clean       remove the environment and the demo's data"

demo: setup
	@$(BIN)/orgatlas demo $(if $(ONCE),--once)

test: setup browser
	@$(BIN)/python -m pytest $(AT_ONCE) $(ARGS)

nightly: setup browser
	@HYPOTHESIS_PROFILE=nightly $(BIN)/python -m pytest $(AT_ONCE) $(ARGS)

check: setup
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/pyright
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/vulture
	$(BIN)/codespell

bench: setup
	@$(BIN)/python -m tests.bench.bench_resolver

bench-impact: setup
	@$(BIN)/python -m tests.bench.bench_impact $(ARGS)

bench-load: setup
	@$(BIN)/python -m tests.bench.bench_load $(ARGS)

schema: setup
	@$(BIN)/python -m api.schemas > api/schema.graphql

setup: $(VENV)/.complete

$(VENV)/.complete: requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "Orgatlas needs Python 3.11: install it, or name it: make PYTHON=/path/to/python3.11"; exit 1; }
	@echo "Setting up $(VENV) from requirements.lock ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

browser:
	@tests/e2e/install-browser

lock: setup
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --all-extras --group build --group test --group check --custom-compile-command "make lock" \
	  pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --constraint requirements.lock --custom-compile-command "make lock" \
	  pyproject.toml docker/requirements.in -o docker/requirements.lock

clean:
	@[ ! -x $(BIN)/orgatlas ] || $(BIN)/orgatlas neo4j stop
	rm -rf $(VENV) .orgatlas
