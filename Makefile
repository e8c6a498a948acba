# What a person does with this checkout. `make` lists it.

PLAN := data/kehoach-2025.yaml
OUT  := out
PYTHON := $(shell for python in python3.11 python3 python3.12 python3.13; do \
    $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
BIN := .venv/bin
# Whole lock files: `--no-deps` keeps pip from adding to them, `--only-binary` from building with what is not in them.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
LOCKED := $(INSTALL) --no-deps --only-binary :all: --require-hashes --requirement
# docopt is left out: only num2words' own command line uses it, and it comes as source alone.
COMPILE := $(BIN)/uv pip compile pyproject.toml --universal --generate-hashes --no-annotate --quiet \
    --no-emit-package docopt --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo serve test lint bench likeness soak templates pictures screenshots lock clean system judges

help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: .venv/.run ## set up what is missing, render the 2025 plan to out/, print the paths
	@$(BIN)/docgen render $(PLAN) --out $(OUT)

serve: .venv/.run ## set up what is missing, run the service with the 2025 plan to try out, print a login per role
	@$(BIN)/docgen serve --demo --folder $(OUT)/dich-vu

test: .venv/.dev judges ## run every test (LibreOffice and Poppler are the judges)
	PYTEST_PLUGINS=covered $(BIN)/python -m pytest -n 2 --dist worksteal

lint: .venv/.dev ## check style, types and the arrows between rooms
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: .venv/.dev judges ## measure speed and memory, side by side with others (a quarter of an hour)
	$(BIN)/python -m bench

likeness: .venv/.dev judges ## score our PDFs against LibreOffice's, file by file
	$(BIN)/python tests/support/scores.py held-out annexes

soak: .venv/.dev judges ## thousands of spoilt files, examples, redlines in LibreOffice, killed services (three hours)
	$(BIN)/python tests/support/soak.py 5000
	$(BIN)/python tests/support/soak_service.py 1000 sqlite
	$(BIN)/python tests/support/soak_service.py 200 postgresql
	DOCGEN_TIMES=10 $(BIN)/python -m pytest -n 2 --dist worksteal -m hypothesis
	DOCGEN_REDLINES=400 $(BIN)/python -m pytest tests/word/redline/test_libreoffice.py

templates: .venv/.run ## write the factory templates anew from the rules
	$(BIN)/python -m docgen.word.factory

pictures: demo .venv/.dev judges ## draw the accepted pictures anew; look at every one before a commit
	$(BIN)/python tests/support/pictures.py

screenshots: .venv/.dev judges ## take the pictures of the guide anew, at three widths; look at every one before a commit
	$(BIN)/python tests/support/screenshots.py docs/hinh

lock: .venv/.dev ## pin the dependencies anew
	$(COMPILE) --group build --output-file requirements.lock
	$(COMPILE) --group dev --output-file requirements-dev.lock

clean: ## remove everything that was made
	rm -rf .venv $(OUT) dist bench/node/node_modules .*_cache .import_linter_cache .hypothesis

system judges:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
	@sh setup/system.sh $@ $(PYTHON)

.venv/pyvenv.cfg: | system
	$(PYTHON) -m venv .venv

.venv/.run: requirements.lock pyproject.toml .venv/pyvenv.cfg | system
	$(LOCKED) requirements.lock
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements-dev.lock .venv/.run
	$(LOCKED) requirements-dev.lock
	@touch $@
