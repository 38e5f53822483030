# The handbook's front door: people and CI run the same commands. `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1
export DISABLE_MKDOCS_2_WARNING := true
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help setup setup-test serve build release check test notebooks figures bench audit axe search-eval advisories lock links clean setup-release

help: ## List the commands
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 14

serve: setup ## Serve the site with live reload on http://localhost:8000
	@SITE_URL=http://localhost:8000/ $(BIN)/mkdocs serve --livereload --dev-addr localhost:8000

build: setup ## Build the site into site/
	@$(BIN)/mkdocs build --strict
	@echo "Built into site/."

release: setup-release build ## Build the site, and into it what readers take along; FORMATS="epub pdf" for single formats
	@$(BIN)/python scripts/browser.py --install
	@$(BIN)/python scripts/release.py $(FORMATS)

check: setup-test ## Check the content rules (seconds); FILES="docs/a.md ..." for single files
	@$(BIN)/python scripts/check.py $(FILES)

test: setup-test ## Run everything: rules, tooling, code blocks, notebooks, built site, browser
	@$(BIN)/python scripts/browser.py --install
	@$(BIN)/ruff check --quiet scripts tests docs/assets/figures
	@$(BIN)/ruff format --quiet --check scripts tests docs/assets/figures || (echo "Run '$(BIN)/ruff format scripts tests docs/assets/figures' and commit."; exit 1)
	@$(BIN)/python -m pytest -n 2 --dist loadgroup $(TESTS)

notebooks: setup-test ## Execute and normalize notebooks; FILES="notebooks/a.ipynb ..." for single ones
	@$(BIN)/python scripts/notebooks.py $(FILES)

figures: setup-test ## Draw the chapters' figures from their sources
	@$(BIN)/python scripts/figures.py $(FILES)

bench: setup-test ## Time builds, live reload, check and growth; ARGS="--stages" or "--growth 2 4" for a part
	@$(BIN)/python scripts/bench.py $(ARGS)

audit: setup-test ## Measure page weights and Lighthouse scores of the built site
	@$(BIN)/python scripts/browser.py --install
	@$(BIN)/python scripts/audit.py

axe: setup-test ## Look for barriers on every page with axe-core (many minutes)
	@$(BIN)/python scripts/browser.py --install
	@$(BIN)/python scripts/axe.py $(if $(SITE),--site $(SITE))

search-eval: setup-test ## Measure the search with the readers' queries, next to the theme's own search
	@$(BIN)/python scripts/browser.py --install
	@$(BIN)/python scripts/search_eval.py

links: setup-test ## Check the links to other sites (needs a network)
	@$(BIN)/python scripts/external_links.py

advisories: setup-test ## Look for known vulnerabilities of the locked packages (needs a network)
	@$(BIN)/python scripts/advisories.py

setup: $(VENV)/.site node_modules/.site ## Install what the site needs
setup-release: $(VENV)/.release # what `make release` needs, too
setup-test: $(VENV)/.test node_modules/.test ## Install what the tests need, too

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "Python 3.11 or newer is needed: make PYTHON=python3.12 ..."; exit 1)
	@echo "Making a virtual environment in $(VENV)/ ..."
	@$(PYTHON) -m venv $(VENV) || (echo "Python's venv module is missing: on Debian, install python3-venv."; exit 1)
	@$(BIN)/python -c 'import pathlib, sysconfig; pathlib.Path(sysconfig.get_path("purelib"), "handbook.pth").write_text(str(pathlib.Path("scripts").resolve()) + "\n")'
	@touch $@

$(VENV)/.site: $(VENV)/.python locks/site.txt
	@echo "Installing the site's Python packages (about half a minute, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r locks/site.txt
	@touch $@

$(VENV)/.release: $(VENV)/.site locks/release.txt
	@echo "Installing pandoc and the PDF tools (about a minute, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r locks/release.txt
	@touch $@

$(VENV)/.test: $(VENV)/.site locks/test.txt
	@echo "Installing the test tools (about a minute, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r locks/test.txt
	@touch $@

node_modules/.site: package-lock.json $(VENV)/.site
	@echo "Installing KaTeX ..."
	@$(BIN)/python scripts/npm.py ci --omit=dev
	@touch $@

node_modules/.test: package-lock.json $(VENV)/.test
	@echo "Installing the browser test tools ..."
	@$(BIN)/python scripts/npm.py ci
	@touch $@ node_modules/.site

lock: setup-test ## Renew the lock files from pyproject.toml and package.json
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "uv>=0.9,<1"
	@$(BIN)/python scripts/lock.py

clean: ## Remove everything that was built or installed
	rm -rf $(VENV) node_modules site .cache
