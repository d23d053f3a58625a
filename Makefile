# The same tags everywhere: other flags would be another build of the SDKs, and
# without grpcnotrace the linker could not drop what the binary does not use.
GO   ?= go
TAGS := -tags grpcnotrace
VENV := .venv

.PHONY: build demo test e2e lint fuzz bench size generate docs release clean

build: ## bin/demarc
	@mkdir -p bin
	$(GO) build $(TAGS) -o bin/demarc ./cmd/demarc

demo: ## scan the demo estate
	@echo "Building demarc. The first build compiles the AWS SDK and takes some minutes; later ones take seconds." >&2
	@GO="$(GO)" TAGS="$(TAGS)" sh .ci/build-with-progress
	@bin/demarc scan demo --fail-on none; code=$$?; [ $$code -eq 0 ] || [ $$code -eq 4 ]

test: ## the unit tests; Go alone
	$(GO) test $(TAGS) ./... ./.ci/release

e2e: build ## real components: a moto server over HTTP, independent validators
	bash .ci/e2e/run

lint: ## vet, staticcheck, formatting
	$(GO) vet $(TAGS) ./...
	$(GO) tool staticcheck $(TAGS) ./...
	@unformatted=$$(gofmt -l .); [ -z "$$unformatted" ] || { echo "not formatted: $$unformatted"; exit 1; }

fuzz: ## each fuzz target for half a minute
	GO="$(GO)" TAGS="$(TAGS)" sh .ci/fuzz

bench: ## calls, memory and wall on a large estate; evaluation alone
	$(GO) test $(TAGS) -run '^$$' -bench . -benchtime 1x ./examples/demo

size: ## the linker still drops what is not used; every linked operation is a read
	GO="$(GO)" TAGS="$(TAGS)" sh .ci/size

generate docs: build ## docs/checks.md, docs/permissions.md, the README's table and its picture
	$(GO) test $(TAGS) ./cmd/demarc -run '^TestDocs$$' -update
	COLUMNS=124 bin/demarc scan demo --color always --fail-on none >bin/demo.txt
	head -58 bin/demo.txt | $(GO) run $(TAGS) ./.ci/termsvg >docs/demo.svg

release: ## dist: archives for all platforms, their bills of materials, SHA256SUMS
	$(GO) run $(TAGS) ./.ci/release -go "$(GO)" -dist dist

clean:
	rm -rf bin dist $(VENV)
