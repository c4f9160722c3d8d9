#!/bin/sh
# Times `frechet batch`, the whole process with its JVM start and all checks, on 500 requests: the
# published problems of the tests, over and over.
#
#   bench/batch.sh [REQUESTS] [RUNS]
set -eu
cd "$(dirname "$0")/.."
requests=${1:-500}
runs=${2:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# A problem is a request but for its order; the fields that the contract does not name are ignored.
problems=core/src/test/resources/problems
cat $problems/examples.jsonl $problems/published.jsonl |
  sed 's/"kind": "hessian"/"order": 2/' >"$work/problems"
while [ "$(cat "$work/requests" 2>/dev/null | wc -l)" -lt "$requests" ]; do
  cat "$work/problems" >>"$work/requests"
done
head -n "$requests" "$work/requests" >"$work/batch"

./frechet functions >/dev/null # builds where there is no build yet
now() { date +%s%N; }
run=1
while [ "$run" -le "$runs" ]; do
  begin=$(now)
  ./frechet batch <"$work/batch" >"$work/responses" 2>/dev/null
  end=$(now)
  echo "run $run: $(((end - begin) / 1000000)) ms," \
    "$(grep -c '"ok":true' "$work/responses") of $requests answered," \
    "load $(cut -d' ' -f1 /proc/loadavg 2>/dev/null || echo unknown)"
  run=$((run + 1))
done
