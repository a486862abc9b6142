# Two commands do everything on a fresh machine with Python 3.11 or newer, make and git:
#
#   make site    sets up what the program runs on and builds content/ to output/
#   make test    adds what its developers need, finds or installs a browser, and runs every check
#
# `make help` lists the rest. The README gives the plain commands behind them.

SHELL := /bin/sh
# The first of these names that runs and is of a version that the program is tested with; else plain python3.
FITS := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python; do \
  $$name -c '$(FITS)' 2>/dev/null && echo $$name && exit; done; echo python3)
# Nothing is installed but files whose hashes stand in the lists.
INSTALL := -m pip --disable-pip-version-check --no-input install --quiet --require-hashes
PIP := .venv/bin/python $(INSTALL)
# Words for `make requirements`: UPGRADE=--upgrade, or UPGRADE="--upgrade-package NAME"
UPGRADE ?=
# Words for a build, for instance: make site BUILD="--output /srv/timeline --strict"
BUILD ?=
# The topic whose figures `make data` refreshes
TOPIC ?= content
# Words for pytest, for instance: make check TESTS="tests/render -x"
TESTS ?=

.PHONY: site serve data test check lint browser test-editions proofs bench bench-serve bench-dates bench-days requirements licences audit clean help
.DELETE_ON_ERROR:
.NOTPARALLEL:

help: ## list these commands
	@sed -n 's/^\([a-z-]*\):[^#]*## /  make \1	/p' Makefile | expand -t 22

site: .venv/runs.stamp .cache/npm.stamp ## set up and build content/ to output/
	.venv/bin/python build.py build $(BUILD)

serve: .venv/serve.stamp .cache/npm.stamp ## show the site on this machine and build it again at each change
	.venv/bin/python build.py serve $(BUILD)

data: .venv/data.stamp ## put the publisher's newest figures into the topic's table and list what was revised; TOPIC=folder
	@.venv/bin/python -m site_src.refresh --topic $(TOPIC)

test: .venv/checks.stamp .cache/npm.stamp browser lint check ## set up and run every check that needs Python and a browser

lint: .venv/checks.stamp ## style, types and the direction of imports
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo

check: .venv/checks.stamp ## the tests alone
	.venv/bin/python -m pytest $(TESTS)

browser: .venv/made.stamp ## find Chromium, or install it where apt-get may
	@.venv/bin/python tests/browser.py

test-editions: .venv/checks.stamp browser ## read the editions with the readers of others
	@.venv/bin/python tests/epubcheck.py
	.venv/bin/python -m pytest tests/editions $(TESTS)

proofs: .venv/checks.stamp ## the long tests: hundreds of killed builds, readers during rebuilds
	.venv/bin/python -m pytest -m proof $(TESTS)

CLOCK := import subprocess, sys, time; began = time.perf_counter(); \
  code = subprocess.call([sys.executable, "build.py", *sys.argv[1:]]); \
  print(*sys.argv[1:], f"{time.perf_counter() - began:.2f} s"); sys.exit(code)

bench: .venv/runs.stamp ## time a build from nothing and one from the cache
	@.venv/bin/python -c '$(CLOCK)' build --quiet --output .cache/bench --clean
	@.venv/bin/python -c '$(CLOCK)' build --quiet --output .cache/bench

bench-serve: .venv/checks.stamp browser ## time from a change of an article until a browser shows it, at 100 articles
	@.venv/bin/python -m bench.reload

bench-days: .venv/made.stamp ## compare days that matter with journalists' timelines; TIMELINES=folder of topics and gold.json
	@.venv/bin/python -m bench.days $(TIMELINES)

bench-dates: .cache/peers/made.stamp ## compare how dates are read with other tools, and time dates and names
	@.cache/peers/bin/python bench/dates.py
	@.cache/peers/bin/python bench/pace.py

requirements: .cache/upkeep/made.stamp ## find versions and hashes for requirements/*.in; UPGRADE=--upgrade for newer ones
	@for list in run data serve share dev bench upkeep; do \
	  if test $$list = run; then out=requirements.txt; else out=requirements-$$list.txt; fi; \
	  .cache/upkeep/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	    --no-emit-find-links --annotation-style line --custom-compile-command "make requirements" $(UPGRADE) \
	    $$(test $$list = run || echo --constraints requirements.txt) requirements/$$list.in --output-file $$out || exit; \
	done

licences: .venv/checks.stamp .cache/peers/made.stamp .cache/upkeep/made.stamp ## list the licence of every part in docs/licences.md
	.venv/bin/python -m bench.licences docs/licences.md

audit: .cache/upkeep/made.stamp ## ask the registries which parts are known to be unsafe
	@.cache/upkeep/bin/python bench/audit.py

clean: ## remove the cache and everything that was installed; the built site stays
	rm -rf .venv .cache node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

# --- Set-up: each step is done again only when its list changed ------------------------------------------------------

.venv/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "$(PYTHON) is not there or too old: install Python 3.11 or newer, or say make PYTHON=..." >&2; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
	  { echo "$(PYTHON) cannot make virtual environments: install its venv package (Debian: apt-get install python3-venv)" >&2; exit 1; }
	$(PYTHON) -m venv --clear .venv
	@touch $@

.venv/runs.stamp: requirements.txt .venv/made.stamp
	$(PIP) -r requirements.txt
	@touch $@

.venv/serve.stamp: requirements-serve.txt .venv/runs.stamp
	$(PIP) -r requirements-serve.txt
	@touch $@

.venv/data.stamp: requirements-data.txt .venv/runs.stamp
	$(PIP) -r requirements-data.txt
	@touch $@

.venv/checks.stamp: requirements-dev.txt .venv/runs.stamp
	$(PIP) -r requirements-dev.txt
	@touch $@

# Other readers of dates are large and stay out of .venv. Without Java one of them is left out.
.cache/peers/made.stamp: requirements-bench.txt .venv/made.stamp
	$(PYTHON) -m venv --clear .cache/peers
	.cache/peers/bin/python $(INSTALL) -r requirements-bench.txt
	@touch $@

# What looks after the lists themselves stays out of .venv, too.
.cache/upkeep/made.stamp: requirements-upkeep.txt .venv/made.stamp
	$(PYTHON) -m venv --clear .cache/upkeep
	.cache/upkeep/bin/python $(INSTALL) -r requirements-upkeep.txt
	@touch $@

# Plotly's small bundle and the outlines of countries. Without npm the charts use the larger bundle of the Python package, and the map tiles.
.cache/npm.stamp: $(wildcard package.json package-lock.json)
	@mkdir -p .cache
	@if test ! -f package-lock.json; then :; \
	elif ! command -v npm >/dev/null 2>&1; then \
	  echo "npm is not there: the charts take the larger bundle of the Python package, and the map has no outlines"; \
	elif npm ci --ignore-scripts --no-audit --no-fund --loglevel=error; then touch $@; \
	else echo "npm could not fetch the small chart bundle: the charts take the larger one of the Python package, and the map has no outlines"; fi
