PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: check test quality generate bench lock clean

check: $(READY)  ## Lint the articles
	$(BIN)/copydesk check

test: $(READY)  ## Run every test, with branch coverage
	$(BIN)/pytest --numprocesses auto --cov --cov-report term

quality: $(READY)  ## Format, lint, types, generated files
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m lint.generate --check

generate: $(READY)  ## Write the generated files again
	$(BIN)/python -m lint.generate

bench: $(READY)  ## Measure speed and memory
	$(BIN)/python bench/run.py

lock: $(READY)  ## Pin the newest versions of what the project needs
	$(BIN)/uv pip compile pyproject.toml --group dev --extra bot --extra service --extra postgresql --universal --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" --upgrade --quiet --output-file requirements.lock

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Copydesk needs Python 3.11 or newer; set PYTHON=")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

clean:
	rm -rf $(VENV) build dist .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache
