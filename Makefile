# The bulletin compiler of the European Migration Network. `make help` lists what there is to make.

PERIOD ?=
FILE ?= inputs
SECONDS = 60
SWIFT_BUILD = swift build -c release --product bulletin
BULLETIN = .build/release/bulletin
DESK = .build/release/bulletin-desk
HELLO = .build/release/hello-server
# The tests as they were built. “swift test” would plan the build anew with options of its own, and the next build would
# compile again what has not changed. Where no test has the name that is asked for, they end with 69.
TESTS = $(if $(MAKE_TERMOUT),,NO_COLOR=1) .build/release/bulletinPackageTests.xctest --testing-library swift-testing

.PHONY: help bulletin archive search desk pdf validate evaluate train bench test test-all sanitize hostile try-hostile load guards fuzz golden sbom reproduce format clean dist build setup setup-tests

help:
	@echo "make bulletin [PERIOD=2016-Q1]   compile an issue (the newest, if no period is given)"
	@echo "make validate [FILE=inputs]      check submissions"
	@echo "make archive                     compile all issues, make their site, verify what was published"
	@echo "make search                      build the program behind “bulletin search”"
	@echo "make desk                        open the web desk on this computer and print its address"
	@echo "make pdf [PERIOD=2016-Q1]        compile an issue and print it to PDF, when Chromium is there"
	@echo "make evaluate                    measure the classifier on the archive and the tuning set"
	@echo "make train                       fit the lexicon's weights anew"
	@echo "make bench [README=1] [LARGE=1]  measure time and memory beside peers; README=1 puts the tables into it"
	@echo "make test                        run the tests (unit, end-to-end, golden, pages in a browser)"
	@echo "make test-all                    run the long tests too"
	@echo "make sanitize                    run the tests of the executable with AddressSanitizer and ThreadSanitizer in it"
	@echo "make hostile                     try files and texts that mean harm, and faults around a run"
	@echo "make guards [GUARD=doctype]      take each guard against harm out, and see a test fail for it (long)"
	@echo "make load                        measure the desk under load beside the least that its server can do"
	@echo "make fuzz [SECONDS=60]           try bytes that a fuzzer makes up, for so many seconds in all"
	@echo "make golden                      accept the look of the editions as it is now (look at them first)"
	@echo "make format                      format the sources"
	@echo "make dist                        pack the executables for another machine"
	@echo "make sbom                        write the software bill of materials to output/sbom.json"
	@echo "make reproduce                   build the executable in two folders and compare"
	@echo "make clean                       remove what was built and what it made"

bulletin: build
	$(BULLETIN) compile $(PERIOD)

archive: build
	$(BULLETIN) archive build
	$(BULLETIN) archive verify

search: build
	@.ci/setup libsqlite3-dev
	swift build -c release --product bulletin-search

desk: setup
	@.ci/setup libsqlite3-dev
	swift build -c release --product bulletin-desk
	$(DESK)

pdf: build
	@files=$$($(BULLETIN) compile $(PERIOD)) || exit $$?; \
	.ci/pdf "$$(printf '%s\n' "$$files" | grep 'bulletin\.html$$')"

validate: build
	$(BULLETIN) validate $(FILE)

# The tuning set lies beside the project and need not be there.
TUNING = $(wildcard ../shared/data/themes-dev.tsv)

evaluate: build
	@for set in inputs $(TUNING); do echo "== $$set"; $(BULLETIN) evaluate $$set || exit 1; done

train: setup
	swift build -c release --product train-classifier
	.build/release/train-classifier Sources/Reference/Data inputs $(TUNING)

bench: build
	@.ci/setup libxml2-utils:xmllint xsltproc:xsltproc python3-venv valgrind:valgrind
	@.ci/setup-python .venv-bench Tests/Benchmarks/requirements.txt
	python3 Tests/Benchmarks/bench.py $(BULLETIN) $(if $(README),--readme) $(if $(LARGE),--large)
	Tests/Benchmarks/classifier $(BULLETIN) inputs $(TUNING)

build: setup
	$(SWIFT_BUILD)

setup:
	@.ci/setup libxml2-dev

setup-tests:
	@.ci/setup libxml2-dev libsqlite3-dev libxml2-utils:xmllint chromium:chromium chromium-driver:chromedriver faketime:faketime parallel python3-venv default-jre-headless:java jing:jing valgrind:valgrind strace:strace
	@.ci/setup-python

test: setup-tests
	swift format lint --recursive --strict Package.swift Sources Tests
	swift build -c release --build-tests
	$(TESTS)
	PATH="$$PWD/.venv/bin:$$PATH" .venv/bin/python Tests/Pages/check_pages.py $(BULLETIN)
	PATH="$$PWD/.venv/bin:$$PATH" .venv/bin/python Tests/Desk/check_desk.py $(DESK)
	python3 Tests/Benchmarks/guard.py $(BULLETIN)
	python3 Tests/Guards/check_guards.py --list >.build/guards.txt || { cat .build/guards.txt; exit 1; }
	.ci/sbom .build/sbom.json
	.venv/bin/python Tests/SupplyChain/check_sbom.py .build/sbom.json

# The desk is asked for a while only: it must keep well above a share of its server's requests, and its memory level.
test-all: setup-tests sanitize try-hostile
	@.ci/setup wrk:wrk
	python3 Tests/Desk/load.py $(DESK) $(HELLO) --seconds 3 --rounds 1 --requests 10000 --least 0.01
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize address --scratch-path .build-address --skip EndToEndTests
	.ci/reproducible

# The tests that run the executable run one here in which AddressSanitizer or ThreadSanitizer watches: what these find ends
# it with a status that no test expects. With PROGRAMS="bulletin bulletin-search bulletin-desk" all programs are watched.
PROGRAMS = bulletin
SANITIZERS = address thread
END_TO_END = $(TESTS) --filter EndToEndTests
sanitize: setup-tests
	swift build -c release --build-tests
	@for sanitizer in $(SANITIZERS); do \
	  echo "== $$sanitizer" && \
	  for program in $(PROGRAMS); do \
	    SANITIZE=1 swift build -c release --sanitize $$sanitizer --scratch-path .build-$$sanitizer --product $$program || exit 1; \
	  done && \
	  ASAN_OPTIONS=detect_leaks=0:exitcode=97 \
	  TSAN_OPTIONS=exitcode=97:halt_on_error=1:suppressions=$$PWD/.ci/thread-sanitizer \
	  BULLETIN_EXECUTABLE=.build-$$sanitizer/release/bulletin $(END_TO_END) \
	    $(if $(filter bulletin-desk,$(PROGRAMS)),,--skip DeskTests) $(if $(filter bulletin-search,$(PROGRAMS)),,--skip SearchTests) || exit 1; \
	done

hostile: setup-tests build try-hostile

try-hostile:
	python3 Tests/Hostile/check_documents.py $(BULLETIN)
	PATH="$$PWD/.venv/bin:$$PATH" .venv/bin/python Tests/Hostile/check_payloads.py $(BULLETIN)

# Proves the tests above: each guard has one that fails without it. It is built apart, with guards that can be taken out.
guards: setup-tests
	python3 Tests/Guards/check_guards.py $(GUARD)

load: setup-tests
	@.ci/setup wrk:wrk
	swift build -c release --product bulletin-desk
	swift build -c release --product hello-server
	python3 Tests/Desk/load.py $(DESK) $(HELLO) --requests 100000

# A build of its own, beside the others, with what finds errors of memory.
fuzz: setup
	@for target in submission editions issue table form; do \
	  FUZZ=1 swift build -c release --scratch-path .build-fuzz --sanitize address --product fuzz-$$target || exit 1; \
	done
	python3 Tests/Fuzz/fuzz.py $(SECONDS)

golden: build
	@for period in 2016-Q1 2022-Q4; do \
	  $(BULLETIN) compile $$period --output .build/golden --quiet && mkdir -p Tests/EndToEndTests/Golden/$$period && \
	  cp .build/golden/$$period/bulletin.* Tests/EndToEndTests/Golden/$$period/ || exit 1; \
	done
	@for record in inputs/*/published.json; do \
	  $(BULLETIN) archive accept --restyle $$(basename $$(dirname $$record)) || exit 1; \
	done

format:
	swift format --recursive --in-place Package.swift Sources Tests

sbom: build search
	swift build -c release --product bulletin-desk
	.ci/sbom output/sbom.json

reproduce: setup
	.ci/reproducible

dist: setup
	@.ci/setup libicu-dev liblzma-dev zlib1g-dev libsqlite3-dev
	.ci/dist

clean:
	rm -rf .build .build-address .build-thread .build-dist .build-fuzz .build-guards
	find output -mindepth 1 ! -name .gitkeep -delete
