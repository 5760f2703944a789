# Roznama. `make help` lists the targets.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
CATALOGS := $(wildcard src/roznama/locale/*/LC_MESSAGES/*.po src/roznama/locale/*/*/LC_MESSAGES/*.po)
# Two cores: one worker each.
WORKERS ?= 2
# The tests start the paper's commands again and again; compiled once, each starts sooner.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help run login test lint unit browser postgres format lock catalogs bench-import bench-page bench-press bench-urdu bench-archive bench-copydesk bench-desk bench-newsroom soak fuzz-urdu fonts pictures screenshots clean

help: ## List the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

run: .venv/.run catalogs ## Install, set up, load the demo edition once, and serve (PORT=8000)
	@$(BIN)/roznama setup
	@$(BIN)/roznama demo --if-empty
	@$(BIN)/roznama login --new --unless-password
	@$(BIN)/roznama desk demo --if-empty
	@$(BIN)/roznama serve --port $(PORT)

login: .venv/.run ## Print a new one-time code for the editor
	@$(BIN)/roznama login --new

test: lint unit postgres browser ## Lint and run every test

lint: .venv/.dev ## Check style, types and the rooms' directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy

unit: .venv/.dev catalogs ## Unit and integration tests on SQLite
	$(BIN)/pytest -n $(WORKERS) tests/integration tests/unit

# Only what asks for the database; the marker any_database leaves out what one run settles.
postgres: .venv/.dev catalogs ## Integration tests again, on a real PostgreSQL
	$(BIN)/pytest -n $(WORKERS) --database postgres tests/integration

# A module's paper is set up once, by the worker that has the module. A wait that ran out is waited for
# once more, since a browser on two cores may starve; the end of the run names each such test.
browser: .venv/.dev catalogs ## Browser tests in Chromium, where one is found
	$(BIN)/pytest -n $(WORKERS) --dist loadfile -rR --reruns 1 --only-rerun "TimeoutError" \
		--only-rerun "(Locator|Page) expected" tests/browser

format: .venv/.dev ## Format the code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: .venv/.dev ## Renew the pinned and hashed requirements from pyproject.toml
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		--no-header --upgrade pyproject.toml -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --generate-hashes --no-emit-index-url --python-version 3.11 \
		--no-header --upgrade --extra dev -c requirements/run.txt pyproject.toml -o requirements/dev.txt

catalogs: $(CATALOGS:.po=.mo) ## Compile the Urdu catalogues of the newsroom

%.mo: %.po
	@$(BIN)/pybabel -q compile -i $< -o $@

bench-import: .venv/.dev ## Measure how cleanly other sites' pages are read (needs DATA=folder)
	$(BIN)/python tools/bench_import.py

bench-page: .venv/.dev catalogs ## Measure an article page on a slow phone
	$(BIN)/python tools/bench_page.py

bench-press: .venv/.dev catalogs ## Measure the press (PAGES=100000; PRINTED=2000 copies the rest; PART="delivery render")
	cd tools && ../$(BIN)/python -m bench_press $(PART)

bench-archive: .venv/.dev catalogs ## Measure search and related stories (STORIES=1000000, DATA=folder, PART="ours related events peers")
	cd tools && ../$(BIN)/python -m bench_archive $(PART)

bench-copydesk: .venv/.dev ## Measure the copy desk, attributions and text reuse (DATA=folder, PART="findings attributed reused speed")
	cd tools && ../$(BIN)/python -m bench_copydesk $(PART)

bench-urdu: .venv/.dev .venv-peers/.built ## Measure the language engine (DATA=folder for the public sets)
	cd tools && ../$(BIN)/python -m bench_urdu

bench-desk: .venv/.dev catalogs .venv-channels/.built ## Measure the reader desk (CHATS=10000, RATE=500, KILLS=100, PART="idle messages")
	cd tools && ../$(BIN)/python -m bench_desk $(PART)

bench-newsroom: .venv/.dev catalogs ## Measure the newsroom beside plain Wagtail (STORIES=120000, REVISIONS=3000000, ROUNDS=30, FOLDER=folder that keeps the grown papers)
	cd tools && ../$(BIN)/python -m bench_newsroom

soak: .venv/.dev catalogs ## Kill the press's printer a hundred times (KILLS=100)
	KILLS=$(or $(KILLS),100) $(BIN)/pytest -n 0 tests/integration/test_press_processes.py -k again

fuzz-urdu: .venv/.dev ## Put a million odd texts and megabytes of one sign to the engine
	cd tools && ../$(BIN)/python -m fuzz_urdu

fonts: .venv/.dev ## Cut the Nastaliq font again (SOURCE="REGULAR.ttf BOLD.ttf")
	$(BIN)/python tools/fonts/cut.py $(SOURCE)

pictures: .venv/.dev ## Draw the demo edition's pictures again
	cd tools && ../$(BIN)/python -m pictures

screenshots: .venv/.dev catalogs ## Renew the screenshots in docs/
	$(BIN)/python tools/screenshots.py

clean: ## Remove the virtual environment and caches; the paper's data in var/ stays
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Roznama needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv

# The locked files are whole, so pip has nothing to resolve (--no-deps).
.venv/.run: .venv/bin/python requirements/run.txt pyproject.toml
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv-peers/.built: requirements/peers.txt
	$(PYTHON) -m venv .venv-peers
	.venv-peers/bin/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements/peers.txt
	@touch $@

.venv-channels/.built: requirements/channels.txt
	$(PYTHON) -m venv .venv-channels
	.venv-channels/bin/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements/channels.txt
	@touch $@

.venv/.dev: .venv/.run requirements/dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes -r requirements/dev.txt
	@touch $@
