PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DESCRIPTION := tests/github/openapi
DESCRIBED := $(DESCRIPTION)/node_modules/.ready
BROWSER := tests/browser
BROWSED := $(BROWSER)/node_modules/.ready

.PHONY: check test quality generate bench bench-lock lock clean

check: $(READY)  ## Lint the articles
	$(BIN)/copydesk check

test: $(READY) $(DESCRIBED) $(BROWSED)  ## Run every test, with branch coverage
	$(BIN)/pytest --numprocesses auto --cov --cov-report term

quality: $(READY)  ## Format, lint, types, generated files
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m lint.generate --check

generate: $(READY)  ## Write the generated files again
	$(BIN)/python -m lint.generate

bench: $(READY)  ## Measure speed and memory beside other linters (half an hour); writes docs/performance.md
	$(BIN)/python bench/run.py --peers --write
	$(BIN)/python bench/bot.py

bench-lock: $(READY)  ## Pin what the bench measures beside us as requirements.in, services.in and package.json name it
	cd bench/peers && ../../$(BIN)/uv pip compile requirements.in --universal --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make bench-lock" --quiet --output-file requirements.txt
	cd bench/peers && ../../$(BIN)/uv pip compile services.in --universal --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make bench-lock" --quiet --output-file services.txt
	cd bench/peers && npm install --package-lock-only --omit-lockfile-registry-resolved --no-audit --no-fund

lock: $(READY)  ## Pin the newest versions of what the project needs
	$(BIN)/uv pip compile pyproject.toml --group dev --extra bot --extra postgresql --extra scale --extra service \
		--extra verify --extra watch --universal --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" --upgrade --quiet --output-file requirements.lock
	$(BIN)/uv pip compile pyproject.toml --extra bot --universal --generate-hashes --no-emit-index-url \
		--no-annotate --custom-compile-command "make lock" --constraint requirements.lock --quiet \
		--output-file requirements-bot.lock

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Copydesk needs Python 3.11 or newer; set PYTHON=")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

# GitHub's own description of its API and examples of its webhooks, which tests hold the bot against.
$(DESCRIBED): $(DESCRIPTION)/package-lock.json
	@npm ci --prefix $(DESCRIPTION) --ignore-scripts --no-audit --no-fund --silent && touch $@ || \
		echo "npm is missing or failed: the bot's calls will not be held against GitHub's description"

# axe-core, which judges in a real browser whether the widget and the pages are accessible.
$(BROWSED): $(BROWSER)/package-lock.json
	@npm ci --prefix $(BROWSER) --ignore-scripts --no-audit --no-fund --silent && touch $@ || \
		echo "npm is missing or failed: the widget and the pages will not be tried in a browser"

clean:
	rm -rf $(VENV) $(DESCRIPTION)/node_modules $(BROWSER)/node_modules build dist .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache
