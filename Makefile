# SPDX-FileCopyrightText: 2026 codescan contributors
# SPDX-License-Identifier: EUPL-1.2
#
# The front door. Everything that is made goes under .build; every stage says in one line what it does, and does
# nothing where its work is done already. Paths are relative or quoted, so the checkout may live anywhere.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PREFIX ?= /usr/local
DESTDIR ?=

LICENSEDB := .build/licensedb/data
VENV := .build/venv
CODESCAN := .build/release/codescan
LISTER := .build/release/codescan-list-forge
INDEX := .build/release/licenses.idx
TEXTS := .build/release/texts
FORGES := .build/demo/forges
SCANCODE := .build/scancode
say = @echo "==> $(1)"
# Where the program looks for its libraries first: the Debian package brings them. A path that holds for theirs, too.
run_path := -Xlinker --disable-new-dtags -Xlinker -rpath -Xlinker '$$ORIGIN/../lib/codescan'
# The program that lists forges has TLS from the system, which keeps it up to date: its path holds for what it names itself,
# and not for what the system's libraries ask for.
lister_run_path := -Xlinker --enable-new-dtags -Xlinker --as-needed -Xlinker -rpath -Xlinker '$$ORIGIN/../../lib/codescan'

.PHONY: help
help: ## this text
	@echo "codescan: an inventory of public git repositories and their licences"
	@echo
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

.PHONY: setup
setup: ## install the system packages that are missing
	$(call say,System packages)
	@.make/install-packages

# Only with the packages in place is there a Python that can make a virtual environment.
$(VENV)/bin/python: | setup
	$(call say,Python environment)
	@rm -rf $(VENV)
	@python3 -m venv $(VENV)

$(VENV)/requirements.txt: .make/requirements.txt | $(VENV)/bin/python
	$(call say,Validators from PyPI)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check -r .make/requirements.txt
	@cp .make/requirements.txt $@

.PHONY: licensedb
licensedb: | $(VENV)/bin/python ## fetch the licence texts and rules (LicenseDB)
	$(call say,Licence data)
	@$(VENV)/bin/python .make/fetch-licensedb $(LICENSEDB)

.PHONY: binary
binary: | setup
	$(call say,Release binary)
	@swift build -c release --static-swift-stdlib --product codescan $(run_path)
	@swift build -c release --static-swift-stdlib --product codescan-list-forge $(lister_run_path)

# The index is made again when the data or our own rules are newer (a folder is, when a file in it went away), or when
# the binary refuses it: another format, or damage.
.PHONY: index
index: binary licensedb ## compile the licence index
	$(call say,Licence index)
	@if [ $(INDEX) -nt $(LICENSEDB)/VERSION ] && [ -z "$$(find Rules -newer $(INDEX) -print -quit)" ] \
	&& CODESCAN_INDEX="$(CURDIR)/$(INDEX)" $(CODESCAN) index info >/dev/null 2>&1; \
	then echo "$(INDEX) is up to date."; \
	else $(CODESCAN) index build $(LICENSEDB) Rules -o $(INDEX); fi

# What 'codescan check --fix' writes.
.PHONY: texts
texts: licensedb
	$(call say,Licence texts)
	@.make/license-texts $(LICENSEDB) $(TEXTS)

.PHONY: build
build: index texts ## the release binary, its index and licence texts, under .build/release

.PHONY: forges
forges: licensedb
	$(call say,Fixture forge)
	@Fixtures/build-forges $(FORGES) $(LICENSEDB)

# Exit status 2 is the promised answer to a forge that holds a repository nobody can read, as this one does.
.PHONY: demo
demo: build forges ## an inventory of a small forge, from nothing
	$(call say,codescan inventory $(FORGES))
	@$(CODESCAN) inventory $(FORGES) || { status=$$?; [ $$status -eq 2 ] || exit $$status; \
	echo "(exit status 2: at least one repository could not be read, on purpose; its entry says why)"; }

.PHONY: test
test: export CODESCAN_INDEX := $(CURDIR)/$(INDEX)
test: export CODESCAN_LICENSEDB := $(CURDIR)/$(LICENSEDB)
test: export CODESCAN_FORGES := $(CURDIR)/$(FORGES)
test: build forges $(VENV)/requirements.txt ## every test, the validators and reuse lint
	$(call say,Swift tests)
	@mkdir -p .build/test
	@swift test 2>&1 | tee .build/test/swift.log
	$(call say,Validators)
	@.make/install-packages test
	@$(VENV)/bin/python -B Tests/validation/validate.py --codescan $(CODESCAN) --forges $(FORGES) | tee .build/test/validators.log
	$(call say,The loopback world)
	@$(VENV)/bin/python -B Tests/mirroring/validate_responses.py | tail -n 1
	@$(VENV)/bin/python -B Tests/mirroring/self_test.py 2>&1 | tail -n 3
	$(call say,REUSE)
	@$(VENV)/bin/python -m reuse lint --lines && echo "reuse lint: compliant"
	$(call say,Results)
	@grep -E '^(✔|✘|.) Test run with|Executed [1-9][0-9]* tests?' .build/test/swift.log | tail -n 2
	@tail -n 1 .build/test/validators.log

.PHONY: lint
lint: ## the format of the Swift sources
	$(call say,Format)
	@swift format lint --strict --parallel --recursive Package.swift Sources Tests
	@echo "swift format: clean"

# What the benchmark compares with: an environment of its own, since it brings some ninety packages.
$(SCANCODE)/requirements.txt: Benchmarks/scancode-requirements.txt | setup
	$(call say,ScanCode from PyPI)
	@rm -rf $(SCANCODE)
	@python3 -m venv $(SCANCODE)
	@$(SCANCODE)/bin/python -m pip install --quiet --disable-pip-version-check -r $< \
	|| { echo "bench: ScanCode could not be installed; BENCH_SCANCODE=no leaves it out." >&2; exit 69; }
	@cp $< $@

# BENCH_FORGES="DIR…"  measures over the repositories under these folders too
# BENCH_FILES=DIR      compares with ScanCode on the files of this folder, not on made-up ones;
# BENCH_LIST=LIST      on those alone that LIST names, one path in DIR a line
# BENCH_SCANCODE=no    leaves ScanCode out, whose run takes minutes
compared := $(if $(filter no,$(BENCH_SCANCODE)),,$(SCANCODE))
.PHONY: bench
bench: build forges $(compared:=/requirements.txt) ## time and memory, as ratios (BENCH_SCANCODE=no: all but ScanCode)
	$(call say,Benchmarks)
	@.make/install-packages bench
	@python3 -B Benchmarks/run --codescan $(CODESCAN) --licensedb $(LICENSEDB) --rules Rules \
	$(compared:%=--scancode %/bin/scancode) $(if $(BENCH_FILES),--files "$(BENCH_FILES)") \
	$(if $(BENCH_LIST),--list "$(BENCH_LIST)") $(FORGES) $(BENCH_FORGES)

# Nothing is built here: 'make && sudo make install' must not leave root's files under .build.
.PHONY: fuzz
fuzz: export CODESCAN_LICENSEDB := $(CURDIR)/$(LICENSEDB)
fuzz: build ## ten minutes of random input for the detector (FUZZ_SECONDS=600)
	$(call say,Fuzzing)
	@Benchmarks/Fuzz/run $(or $(FUZZ_SECONDS),600)

.PHONY: install
install: bin := $(DESTDIR)$(PREFIX)/bin
install: share := $(DESTDIR)$(PREFIX)/share
install: libexec := $(DESTDIR)$(PREFIX)/libexec/codescan
install: ## install under PREFIX=/usr/local (after make build)
	@[ -x $(CODESCAN) ] && [ -x $(LISTER) ] && [ -f $(INDEX) ] || { echo "install: run 'make build' first." >&2; exit 1; }
	$(call say,Installing under $(DESTDIR)$(PREFIX))
	@install -d "$(bin)" "$(libexec)" "$(share)/codescan" "$(share)/man/man1" "$(share)/bash-completion/completions" \
	"$(share)/zsh/site-functions" "$(share)/fish/vendor_completions.d"
	@install -m 755 $(CODESCAN) "$(bin)/codescan"
	@install -m 755 $(LISTER) "$(libexec)/codescan-list-forge"
	@install -m 644 $(INDEX) "$(share)/codescan/licenses.idx"
	@install -d "$(share)/codescan/texts" && install -m 644 $(TEXTS)/*.txt "$(share)/codescan/texts/"
	@$(CODESCAN) --experimental-dump-help | python3 -B .make/man-page > "$(share)/man/man1/codescan.1"
	@$(CODESCAN) --generate-completion-script bash > "$(share)/bash-completion/completions/codescan"
	@$(CODESCAN) --generate-completion-script zsh > "$(share)/zsh/site-functions/_codescan"
	@$(CODESCAN) --generate-completion-script fish > "$(share)/fish/vendor_completions.d/codescan.fish"

.PHONY: uninstall
uninstall: share := $(DESTDIR)$(PREFIX)/share
uninstall: libexec := $(DESTDIR)$(PREFIX)/libexec/codescan
uninstall: ## remove what install put there
	$(call say,Removing codescan from $(DESTDIR)$(PREFIX))
	@rm -rf "$(share)/codescan/texts"
	@rm -f "$(DESTDIR)$(PREFIX)/bin/codescan" "$(libexec)/codescan-list-forge" "$(share)/codescan/licenses.idx" "$(share)/man/man1/codescan.1" \
	"$(share)/bash-completion/completions/codescan" "$(share)/zsh/site-functions/_codescan" \
	"$(share)/fish/vendor_completions.d/codescan.fish"
	@for folder in "$(share)/codescan" "$(libexec)"; do \
	[ ! -d "$$folder" ] || rmdir --ignore-fail-on-non-empty "$$folder"; done

.PHONY: deb
deb: build ## the Debian package, under .build/deb
	$(call say,Debian package)
	@.make/install-packages deb
	@rm -rf .build/deb .build/deb-root
	@$(MAKE) --no-print-directory install DESTDIR=.build/deb-root PREFIX=/usr
	@.make/build-deb .build/deb-root .build/deb

.PHONY: try-deb
try-deb: deb forges ## whether the Debian package works where it is unpacked
	$(call say,Trying the package)
	@Tests/packaging/try-deb .build/deb/*.deb $(FORGES)/forge.example.org/ministere/agenda-partage.git

.PHONY: clean
clean: ## remove everything that was made or fetched (.build)
	$(call say,Removing .build)
	@rm -rf .build
