#!/usr/bin/env bash
# Records a second of each stage, from the demo's own JSON. Sizes: arguments, else 20000 and 200000.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
dotnet build demo -c Release -v quiet >&2
member() { sed -E "s/.*$1.*/\1/" <<<"$2"; }
printf '%-10s %-10s %12s %10s %14s %12s\n' dossiers stage records seconds 'records/s' 'hub MiB'
for dossiers in ${*:-20000 200000}; do
  log=$(mktemp)
  json=$(dotnet run --no-build -c Release --project demo -- --once --dossiers "$dossiers" --seed 7 --json 2>"$log") || { cat "$log" >&2; exit 1; }
  memory=$(member '"peakMemoryMiB":([0-9.]+)' "$json")
  for stage in collect deliver reconcile; do
    figures=$(member "\"name\":\"$stage\",\"records\":([0-9]+,\"seconds\":[0-9.]+,\"recordsPerSecond\":[0-9]+)" "$json" | sed 's/,"[a-zA-Z]*":/ /g')
    # shellcheck disable=SC2086  # three figures, three columns
    printf '%-10s %-10s %12s %10s %14s %12s\n' "$dossiers" "$stage" $figures "$memory"
  done
  rm -f "$log"
done
