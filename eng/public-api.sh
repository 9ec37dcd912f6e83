#!/usr/bin/env bash
# Writes PublicAPI.Unshipped.txt of each project under src from what its code really exposes.
#
#   eng/public-api.sh                       all projects
#   eng/public-api.sh CustomerSuccess.Core  one or more by name
#
# How: the file is emptied, the project is built with ApiFrozen=report (the public API diagnostics are warnings then),
# and every symbol that RS0016 reports as undeclared becomes a line. What stands in PublicAPI.Shipped.txt is declared,
# so it is not repeated. Run it after a deliberate change of the public API and read the diff: the diff is the review.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

if [ $# -gt 0 ]; then projects=("$@"); else projects=($(cd src && ls -d CustomerSuccess.*)); fi
log=$(mktemp)
trap 'rm -f "$log"' EXIT

for project in "${projects[@]}"; do
  file=src/$project/PublicAPI.Unshipped.txt
  before=$(cat "$file")
  printf '#nullable enable\n' > "$file"
  if ! dotnet build "src/$project/$project.csproj" --no-incremental -p:ApiFrozen=report > "$log" 2>&1; then
    printf '%s\n' "$before" > "$file"
    grep -E ': error ' "$log" | sort -u >&2 || cat "$log" >&2
    echo "$project does not build; $file is left as it was." >&2
    exit 1
  fi
  # RS0016 quotes the line to declare: Symbol '…' is not part of the declared public API
  { grep -F "[" "$log" | grep -F "/$project/$project.csproj" \
      | sed -nE "s/.*(warning|error) RS0016: Symbol '(.*)' is not part of the declared public API.*/\2/p" || true; } \
    | LC_ALL=C sort -u >> "$file"
  echo "$file: $(($(wc -l < "$file") - 1)) lines"
done
