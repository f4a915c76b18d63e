#!/usr/bin/env bash
# Format check, locked restore, Release build, every test: what CI runs. Ends with "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_UI_LANGUAGE=en
solution=IntegrationHub.sln
ajv=tests/Hub.Tests/ajv
scratch=$(mktemp -d "${TMPDIR:-/tmp}/hub-build.XXXXXX") && chmod a+rx "$scratch"

say() { printf 'build.sh: %s\n' "$*"; }
die() { say "$*" >&2; exit 1; }

# part NAME COMMAND...: runs it, prints how long it took, stops at the first that fails.
part() {
  local name=$1 from=$SECONDS; shift
  "$@" || die "$name failed after $((SECONDS - from)) s"
  say "$name took $((SECONDS - from)) s"
}

# install PACKAGE...: from Debian, as far as this machine lets us; quiet unless it fails.
install() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
  { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"; } >"$scratch/apt.log" 2>&1
}

find_postgres() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# A private PostgreSQL for the tests that need one: loopback, a free port, a folder of its own, never as root.
start_postgres() {
  local bin; bin=$(find_postgres)
  [ -n "$bin" ] || { install postgresql; bin=$(find_postgres); }
  [ -n "$bin" ] || { say "PostgreSQL is not here and cannot be installed; the tests that need it are skipped"; return 0; }
  local port home=$scratch/postgres; port=$(free_port)
  mkdir -p "$home/run" && { [ "$(id -u)" != 0 ] || chown -R postgres "$home"; }
  { (cd "$home" && as_postgres "$bin/initdb" -D "$home/data" -U hub --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync &&
    as_postgres "$bin/pg_ctl" -D "$home/data" -l "$home/log.txt" -w \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$home/run -c fsync=off -c max_connections=500" start); } >"$scratch/postgres.log" 2>&1 ||
    { say "PostgreSQL does not start; the tests that need it are skipped: $(tail -n 1 "$scratch/postgres.log")"; return 0; }
  postgres_stop=("$bin/pg_ctl" -D "$home/data" -m immediate stop)
  export HUB_TEST_POSTGRES="Host=127.0.0.1;Port=$port;Username=hub;Database=postgres"
}

# The JSON Schema 2020-12 validator that checks the generated schemas from outside.
get_ajv() {
  command -v npm >/dev/null || install nodejs npm
  command -v npm >/dev/null || { say "Node is not here and cannot be installed; the tests that need it are skipped"; return 0; }
  [ -d "$ajv/node_modules/ajv" ] || npm ci --prefix "$ajv" --no-audit --no-fund --prefer-offline --silent >"$scratch/npm.log" 2>&1 ||
    say "npm cannot get ajv; the tests that need it are skipped"
}

prepare() {
  command -v dotnet >/dev/null || die ".NET SDK $(sed -n 's/.*"version": "\([^"]*\)".*/\1/p' global.json) is not here; install it and run again"
  start_postgres
  get_ajv
}

finish() {
  [ ${#postgres_stop[@]} = 0 ] || (cd / && as_postgres "${postgres_stop[@]}") >/dev/null 2>&1
  rm -rf "$scratch"
}
postgres_stop=()
trap finish EXIT

# Whitespace is checked here without loading the projects; code style (IDE rules) is checked by the build itself.
format() { dotnet format whitespace . --folder --verify-no-changes --exclude artifacts node_modules .demo; }
restore() { dotnet restore "$solution" --locked-mode -v quiet; }
build() { dotnet build "$solution" -c Release --no-restore -warnaserror -v quiet; }
run_tests() { test_and_count --solution "$solution"; }
# The engine's tests once more, with their ledgers on PostgreSQL.
run_tests_on_postgres() {
  HUB_TEST_ENGINE=postgres test_and_count --project tests/Hub.Tests --filter-not-namespace 'IntegrationHub.Hub.Tests.Contracts*'
}
test_and_count() {
  dotnet test "$@" -c Release --no-build --no-restore --no-ansi --no-progress 2>&1 | tee -a "$scratch/tests.log"
  local status=${PIPESTATUS[0]}
  [ "$tests_status" != 0 ] || tests_status=$status
}
tests_status=0
count() { awk -v what="$1:" '$1 == what { sum += $2 } END { print sum + 0 }' "$scratch/tests.log"; }

part prepare prepare
part format format
part restore restore
part build build
part tests run_tests
part "tests on PostgreSQL" run_tests_on_postgres
passed=$(count succeeded) failed=$(count failed) skipped=$(count skipped)
[ "$tests_status" = 0 ] || [ "$failed" -gt 0 ] || say "the test run ended with $tests_status although no test failed" >&2
say "all took $SECONDS s"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$tests_status" = 0 ] && [ "$failed" = 0 ] && [ "$passed" -gt 0 ]
