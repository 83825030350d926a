# The targets, with what each does: `make help`.

PREFIX = /usr/local
bindir = $(DESTDIR)$(PREFIX)/bin
mandir = $(DESTDIR)$(PREFIX)/share/man/man1
program = .build/release/git-execplan

# 1: one static executable; 0: a dynamic one; auto: static if a trial shows that it can be linked.
STATIC = auto
# 1: `make install` also makes `agentrules`, another name of the same program.
AGENTRULES = 0

apt_libraries = libgit2-dev libyaml-dev libcmark-gfm-dev libcmark-gfm-extensions-dev
swift_sources = Package.swift Sources Tests

# lld, since it does not repeat glibc's warnings about name look-ups that never run here.
static_linking = -static-executable -use-ld=lld
# Links and runs a small program as the static build would. Package.swift has the same libraries.
static_trial = mkdir -p .build && \
  clang -DEXECPLAN_STATIC -c Sources/CNetworkStubs/NetworkStubs.c -o .build/trial.o && \
  clang -DEXECPLAN_STATIC -c Sources/CNetworkStubs/TLSConfiguration.c -o .build/trial-tls.o && \
  echo '@_silgen_name("git_libgit2_init") func start() -> Int32; precondition(start() > 0)' | \
  swiftc $(static_linking) -o .build/trial - .build/trial.o .build/trial-tls.o -lgit2 -lyaml -lcmark-gfm \
    -lcmark-gfm-extensions -lmbedcrypto -lhttp_parser -lpcre2-8 -lz && \
  .build/trial

.NOTPARALLEL:
.PHONY: help deps build demo test install uninstall format lint clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

deps: ## install the libraries that are missing (apt-get), or say which ones to install
	@missing=; \
	for tool in git pkg-config; do \
	  command -v $$tool >/dev/null || missing="$$missing $$tool"; \
	done; \
	if command -v apt-get >/dev/null; then \
	  for package in $(apt_libraries); do \
	    state=$$(dpkg-query -W -f '$${db:Status-Status}' $$package 2>/dev/null) || state=unknown; \
	    [ "$$state" = installed ] || missing="$$missing $$package"; \
	  done; \
	  [ -n "$$missing" ] || exit 0; \
	  echo "Installing:$$missing"; \
	  as_root=; \
	  if [ "$$(id -u)" != 0 ] && command -v sudo >/dev/null; then as_root=sudo; fi; \
	  $$as_root apt-get update -q && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y $$missing; \
	elif [ -n "$$missing" ] || ! pkg-config --exists libgit2 yaml-0.1 libcmark-gfm; then \
	  echo "Please install git, pkg-config, libgit2, libyaml and cmark-gfm. On macOS:"; \
	  echo "  brew install git pkgconf libgit2 libyaml cmark-gfm"; \
	  exit 1; \
	fi >&2

build: ## build the release program; STATIC=0 for a dynamic one
	@static=$(STATIC); flags=; \
	if [ $$static = auto ]; then \
	  if ($(static_trial)) >/dev/null 2>&1; then static=1; else static=0; fi; \
	fi; \
	if [ $$static = 1 ]; then \
	  flags="$(addprefix -Xswiftc ,$(static_linking)) -Xlinker -s"; \
	elif [ "$$(uname)" = Linux ]; then \
	  flags=--static-swift-stdlib; \
	fi; \
	set -x; \
	for product in git-execplan git-execplan-hook; do \
	  EXECPLAN_STATIC=$$static swift build -c release --product $$product $$flags || exit; \
	done

$(program) $(program)-hook:
	@$(MAKE) build

demo: deps build ## build, and show the program at work in a sample repository
	@sh Tests/Demo/demo.sh "$$PWD/$(program)"

test: deps ## build and run all tests
	swift build --build-tests --explicit-target-dependency-import-check error
	swift test --skip-build

install: $(program) $(program)-hook ## install to PREFIX (/usr/local); AGENTRULES=1 adds that name
	install -d "$(bindir)"
	install -m 0755 $(program) "$(bindir)/git-execplan"
	install -m 0755 $(program)-hook "$(bindir)/git-execplan-hook"
	install -d "$(mandir)"
	install -m 0644 docs/git-execplan.1 "$(mandir)/git-execplan.1"
	@if [ "$(AGENTRULES)" = 1 ]; then \
	  if [ -e "$(bindir)/agentrules" ] && [ ! -L "$(bindir)/agentrules" ]; then \
	    echo "error: $(bindir)/agentrules is another program; it stays" >&2; exit 1; \
	  fi; \
	  set -x; ln -sf git-execplan "$(bindir)/agentrules"; \
	fi

uninstall: ## remove what `make install` installed
	rm -f "$(bindir)/git-execplan" "$(bindir)/git-execplan-hook" "$(mandir)/git-execplan.1"
	@if [ "$$(readlink "$(bindir)/agentrules")" = git-execplan ]; then \
	  set -x; rm "$(bindir)/agentrules"; \
	fi

format: ## format the sources
	swift format --in-place --parallel --recursive $(swift_sources)

lint: ## check the sources' format and style
	swift format lint --strict --parallel --recursive $(swift_sources)

clean: ## remove what was built
	rm -rf .build
