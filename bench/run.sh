#!/usr/bin/env bash
# The bench, built for Release, with its own options (bench/run.sh --help). Two things more:
#   bench/run.sh STAGE ... --store postgres     on a private PostgreSQL with its usual durability, gone at the end
#   bench/run.sh table [--store postgres] [SIZE...]     a line for each stage and size (20000 and 200000), on SQLite unless said
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
scratch=$(mktemp -d "${TMPDIR:-/tmp}/hub-bench.XXXXXX") && chmod a+rx "$scratch"
stop=()

finish() {
  [ ${#stop[@]} = 0 ] || (cd / && as_postgres "${stop[@]}") >/dev/null 2>&1 || true
  rm -rf "$scratch"
}
trap finish EXIT
die() { echo "bench/run.sh: $*" >&2; exit 1; }

as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
free_port() {
  local port
  while port=$((20000 + RANDOM % 20000)); (: <"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo "$port"
}

# Loopback, a free port, a folder of its own, never as root; fsync and synchronous_commit as PostgreSQL has them by itself.
start_postgres() {
  local bin port home=$scratch/postgres
  bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1)
  [ -n "$bin" ] || die "PostgreSQL is not here; install it, or name a server with --store postgres:CONNECTIONSTRING"
  port=$(free_port)
  mkdir -p "$home/run" && { [ "$(id -u)" != 0 ] || chown -R postgres "$home"; }
  { (cd "$home" && as_postgres "$bin/initdb" -D "$home/data" -U hub --auth=trust -E UTF8 --locale=C.UTF-8 --no-sync &&
    as_postgres "$bin/pg_ctl" -D "$home/data" -l "$home/log.txt" -w \
      -o "-c listen_addresses=127.0.0.1 -c port=$port -c unix_socket_directories=$home/run -c shared_buffers=256MB -c max_wal_size=4GB" start); } \
    >"$scratch/postgres.log" 2>&1 || die "PostgreSQL does not start: $(tail -n 1 "$scratch/postgres.log")"
  stop=("$bin/pg_ctl" -D "$home/data" -m immediate stop)
  store="postgres:Host=127.0.0.1;Port=$port;Username=hub;Database=postgres"
}

bench() { dotnet artifacts/bin/IntegrationHub.Bench/release/bench.dll "$@"; }

# NAME of the JSON document, a number.
figure() { sed -E "s/.*\"$1\":(null|[0-9.]+).*/\1/" <<<"$json"; }
row() { printf '%-10s %-8s %10s %12s %10s %10s %10s\n' "$@"; }

table() {
  [ $# -gt 0 ] || set -- 20000 200000
  row dossiers stage seconds 'a second' 'hub MiB' 'µs each' 'of limit'
  local dossiers stage json
  for dossiers in "$@"; do
    for stage in limit collect rescan deliver e2e; do
      json=$(bench "$stage" --dossiers "$dossiers" --store "$store" --json 2>"$scratch/talk") || { cat "$scratch/talk" >&2; exit 1; }
      row "$dossiers" "$stage" "$(figure seconds)" "$(figure recordsPerSecond)" "$(figure peakMemoryMiB)" "$(figure hub)" "$(figure ratioToLimit)"
    done
  done
}

store=sqlite:$scratch/ledger.db
arguments=()
while [ $# -gt 0 ]; do
  case $1,${2-} in
    --store,postgres) start_postgres; shift ;;
    --store,?*) store=$2; shift ;;
    *) arguments+=("$1") ;;
  esac
  shift
done
dotnet build bench -c Release -v quiet --nologo -clp:NoSummary >&2
case ${arguments[0]-table} in
  table) table "${arguments[@]:1}" ;;
  -*) bench "${arguments[@]}" ;;
  *) bench "${arguments[@]}" --store "$store" ;;
esac
