# The bulletin compiler of the European Migration Network. `make help` lists what there is to make.

PERIOD ?=
FILE ?= inputs
SWIFT_BUILD = swift build -c release --product bulletin
BULLETIN = .build/release/bulletin

.PHONY: help bulletin validate test test-all format lint clean dist build setup setup-tests

help:
	@echo "make bulletin [PERIOD=2016-Q1]   compile an issue (the newest, if no period is given)"
	@echo "make validate [FILE=inputs]      check submissions"
	@echo "make test                        run the tests (unit, end-to-end, golden, pages in a browser)"
	@echo "make test-all                    run the long tests too"
	@echo "make format                      format the sources"
	@echo "make dist                        pack the executable for another machine, into .build/dist"
	@echo "make clean                       remove what was built and what it made"

bulletin: build
	$(BULLETIN) compile $(PERIOD)

validate: build
	$(BULLETIN) validate $(FILE)

build: setup
	$(SWIFT_BUILD)

setup:
	@.ci/setup libxml2-dev

setup-tests:
	@.ci/setup libxml2-dev libxml2-utils:xmllint chromium:chromium chromium-driver:chromedriver python3-venv default-jre-headless:java
	@.ci/setup-python

test: setup-tests build
	swift format lint --recursive --strict Package.swift Sources Tests
	swift test -c release

test-all: test
	TZ=Pacific/Auckland swift test -c release --skip-build --filter EndToEnd

format:
	swift format --recursive --in-place Package.swift Sources Tests

dist: build
	rm -rf .build/dist && mkdir -p .build/dist
	strip -o .build/dist/bulletin $(BULLETIN)
	cp README.md .build/dist
	tar -C .build -czf .build/bulletin-$$(uname -s)-$$(uname -m).tar.gz --transform 's/^dist/bulletin/' dist
	@ls -l .build/bulletin-*.tar.gz

clean:
	rm -rf .build
	find output -mindepth 1 ! -name .gitkeep -delete
