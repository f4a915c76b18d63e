#!/usr/bin/env bash
# Records a second of each stage, memory and seconds in all, from the demo's own JSON. Sizes: arguments, else 20000 and 200000.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(20000 200000)

# The figures that follow a place in the JSON, with tabs between them.
figures() { sed -E "s/.*$1.*/\\1\\t\\2\\t\\3/" <<<"$json"; }
row() { printf '%-10s %-10s %12s %10s %14s %10s\n' "$@"; }

dotnet build demo -c Release -v quiet --nologo -clp:NoSummary >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
row dossiers stage records seconds 'a second' 'hub MiB'
for dossiers in "${sizes[@]}"; do
  json=$(dotnet run --no-build -c Release --project demo -- --once --dossiers "$dossiers" --seed 7 --json 2>"$log") || { cat "$log" >&2; exit 1; }
  for stage in collect deliver reconcile; do
    place="\"name\":\"$stage\",\"records\":([0-9]+),\"seconds\":([0-9.]+),\"recordsPerSecond\":([0-9]+)"
    IFS=$'\t' read -r records seconds rate < <(figures "$place")
    row "$dossiers" "$stage" "$records" "$seconds" "$rate" ''
  done
  IFS=$'\t' read -r memory seconds _ < <(figures '"peakMemoryMiB":([0-9.]+),"seconds":([0-9.]+)(\})')
  row "$dossiers" all '' "$seconds" '' "$memory"
done
