# The only door: `make` prints what can be asked for. DUCKDB=<path> takes another DuckDB CLI than that of .venv.
PYTHON ?= python3
DUCKDB ?= .venv/bin/duckdb

EXTENSION := build/payments.duckdb_extension
LIBRARY   := target/release/libpayments.$(if $(filter Darwin,$(shell uname -s)),dylib,so)
VERSION   := v$(shell sed -n 's/^version = "\(.*\)"/\1/p' Cargo.toml)
PLATFORM   = $(shell $(DUCKDB) -no-init -noheader -list -c "PRAGMA platform")
OWN_CLI   := $(if $(filter .venv/bin/duckdb,$(DUCKDB)),.venv/run.done)
TOOLS     := .venv/tools.done .venv/bi.done .venv/nightly.done .venv/notebooks.done .venv/duckdb-1.4.5.done .venv/duckdb-2.0.0.done

# The processor to compile for. That of this machine makes rows a fifth cheaper; the rows are the same. CPU=x86-64 or
# CPU=generic makes a file that every machine of the platform can load.
CPU ?= native

# What `make run` takes: ROWS=200000 START=2024-01-01 END=2024-06-30 SEED=7 DATA_DIR=elsewhere, all of them optional.
number     = $(if $($(1)),-cmd "SET VARIABLE $(2) = $($(1))")
text       = $(if $($(1)),-cmd "SET VARIABLE $(2) = '$($(1))'")
PARAMETERS = $(call number,ROWS,rows) $(call text,START,start_date) $(call text,END,end_date) \
             $(call number,SEED,seed) $(call text,DATA_DIR,data_dir)

# Where nights are kept, and what they write anew for readers, the dashboard with its pictures: REDRAWN= leaves that out.
NIGHTLY  ?= data/nightly
REDRAWN  ?= screenshots bi
WORLD     = $(if $(ROWS),rows=$(ROWS)) $(if $(START),start_date=$(START)) $(if $(END),end_date=$(END)) $(if $(SEED),seed=$(SEED))

# Dashboards show the last run of DATA_DIR. DETAIL=aggregate leaves single merchants out of that for the web.
SHOWN   = $(or $(DATA_DIR),data)
DETAIL ?= full
WEB    := dashboards/web
NODE    = cd $(WEB) && node --import tsx

export DUCKDB NIGHTLY NIGHT INCOMING

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup build install run story dashboard serve screenshots bi nightly night alerts test test-browser
.PHONY: check check-rust check-sql check-docs check-web docs bench bench-dashboard world-report fault-report clean reset

help: ## print this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-12s %s\n", $$1, $$2}' Makefile

setup: $(OWN_CLI) $(TOOLS) $(WEB)/node_modules/.done ## install the DuckDB CLI, the tools of test and check, and Chromium
	scripts/install_chromium.sh

build: $(OWN_CLI) ## compile the extension into build/
	RUSTFLAGS="-C target-cpu=$(CPU)" cargo build --locked --release --target-dir target
	mkdir -p build
	sh scripts/footer.sh $(LIBRARY) $(EXTENSION) "$(PLATFORM)" $(VERSION)

install: build ## make LOAD payments work by name for the DuckDB version of the CLI
	$(DUCKDB) -no-init -unsigned -c "FORCE INSTALL '$(EXTENSION)'"

run: build ## generate, check, measure, export; takes ROWS START END SEED DATA_DIR
	$(DUCKDB) -no-init -unsigned -cmd "LOAD '$(EXTENSION)'" $(PARAMETERS) -f sql/pipeline.sql

story: $(OWN_CLI) ## tell the executive summary again, with incidents; takes DATA_DIR
	$(DUCKDB) -no-init -bail $(PARAMETERS) -cmd "ATTACH '$(or $(DATA_DIR),data)/analytics.duckdb' (READ_ONLY)" -f sql/story.sql

dashboard: build $(WEB)/node_modules/.done ## build the web dashboard of the last run; takes DATA_DIR DETAIL=aggregate
	test -f $(SHOWN)/analytics.duckdb || $(MAKE) run
	$(NODE) build/build.ts --data $(SHOWN) --detail $(DETAIL)

serve: $(WEB)/node_modules/.done ## serve the built dashboard to this machine only; takes PORT
	$(NODE) build/serve.ts --port $(or $(PORT),0)

screenshots: setup dashboard ## take the pictures of the shot list into dashboards/screenshots/
	$(NODE) tests/screenshots.ts

bi: build setup ## write the files for Tableau, Looker and Looker Studio from the last run; takes DATA_DIR
	test -e $(SHOWN)/analytics.duckdb || $(MAKE) run
	.venv/bin/python scripts/bi --data-dir $(SHOWN)

nightly: night ## a night and its alerts: takes in, checks and publishes the days that are missing
	@$(MAKE) --no-print-directory alerts

night: build ## the same without the alerts; takes NIGHT INCOMING NIGHTLY ROWS START END SEED
	$(PYTHON) scripts/nightly.py --folder "$$NIGHTLY" $(if $(NIGHT),--night "$$NIGHT") $(if $(INCOMING),--incoming "$$INCOMING") $(WORLD)
	$(if $(REDRAWN),$(MAKE) $(REDRAWN) DATA_DIR="$$NIGHTLY/current")

alerts: ## print what the last night asks somebody to look at, and fail if there is anything; takes NIGHTLY
	@$(PYTHON) scripts/nightly.py --folder "$$NIGHTLY" --alerts

test: build setup ## run every test and print the totals
	.venv/bin/python scripts/run_tests.py

test-browser: build setup ## run every test of the dashboard in a real browser; takes ROWS
	$(NODE) tests/run.ts --full $(if $(ROWS),--rows $(ROWS))

check: check-rust check-sql check-docs check-web ## format, lint, types and drift of the generated documents

check-rust:
	cargo fmt --check
	cargo clippy --locked --all-targets -- -D warnings && cargo clippy --locked --all-targets --no-default-features -- -D warnings
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --document-private-items

check-sql: setup
	.venv/bin/sqlfluff lint --processes 0 sql
	.venv/bin/python scripts/lint_portable.py

check-docs: build setup
	.venv/bin/python scripts/print_docs.py --check

check-web: $(WEB)/node_modules/.done
	cd $(WEB) && npx --no-install tsc

docs: build setup ## print docs/*.md and the printed parts of the dashboard's documents anew
	.venv/bin/python scripts/print_docs.py

bench: build setup ## measure the generator and the main job, each beside its peer
	.venv/bin/python bench/gen_transactions.py
	.venv/bin/python bench/full_world.py
	.venv/bin/python bench/main_job.py
	.venv/bin/python bench/places.py

bench-dashboard: setup dashboard ## measure how the dashboard opens and answers to filters
	$(NODE) ../../bench/dashboard.mts

world-report: build setup ## measure what the generated world claims to be, for 21 seeds; takes ROWS SEEDS
	.venv/bin/python scripts/world_report.py $(if $(ROWS),--rows $(ROWS)) $(SEEDS)

fault-report: build setup ## print what every fault sets off, and the smallest effect of each kind that is noticed
	.venv/bin/python test/faults/report.py > bench/results/faults.md

clean: ## delete what setup and build have made
	rm -rf build target .venv $(WEB)/node_modules $(WEB)/dist

reset: ## delete what runs have made under data/, and the extracts under dashboards/
	find data \( -type f -o -type l \) ! -name .gitkeep ! -name README.md -delete
	find data -mindepth 2 -type d -empty -delete
	rm -rf dashboards/tableau/Data dashboards/tableau/*.twbx dashboards/looker/extracts dashboards/looker_studio/extracts

# The package's own `duckdb` is a Python script that starts the program as a child: slower, and it survives its parent.
.venv/run.done: requirements/run.txt
	$(PYTHON) -m venv .venv && .venv/bin/pip install --quiet --requirement $<
	cd .venv/bin && ln -sf ../lib/python3*/site-packages/duckdb_cli/duckdb duckdb
	touch $@

.venv/%.done: requirements/%.txt .venv/run.done
	.venv/bin/pip install --quiet --requirement $<
	touch $@

# Airflow is a hundred packages: it has an environment of its own, and only the slow tests ask for it.
.venv/airflow.done: requirements/airflow.txt
	$(PYTHON) -m venv .venv/airflow
	.venv/airflow/bin/pip install --quiet --only-binary :all: --requirement $<
	touch $@

.venv/duckdb-%.done: requirements/duckdb-%.txt .venv/run.done
	.venv/bin/pip install --quiet --upgrade --target .venv/duckdb-$* --requirement $<
	touch $@

$(WEB)/node_modules/.done: $(WEB)/package-lock.json
	cd $(WEB) && npm ci --no-audit --no-fund --loglevel=error
	touch $@
