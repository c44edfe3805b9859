# Source this: runs the function `journey` once on an embedded file and once on a private PostgreSQL.
set -euo pipefail
: "${OCTADCTL:?the program to test}" "${OCTAD_SOURCE_DIR:?the checkout}"
. "$OCTAD_SOURCE_DIR/tests/support/private_postgres.sh"

work=$(mktemp -d)
chmod 755 "$work"
trap 'stop_postgres; rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
export PATH=/usr/bin:$PATH  # the Python that ./dev installs: a version manager's starts far slower, hundreds of times

ctl() { "$OCTADCTL" --db "$OCTAD_DB" "$@"; }
fail() { echo "FAILED on $OCTAD_DB: $*" >&2; exit 1; }

# refused CODE WORDS command… : the command ends with that exit code and says those words on standard error.
refused() {
  local code=$1 words=$2 actual=0
  shift 2
  "$@" >"$work/out" 2>"$work/err" || actual=$?
  [ "$actual" = "$code" ] || { cat "$work/err" >&2; fail "exit code $actual instead of $code: $*"; }
  grep -qiF -- "$words" "$work/err" || { cat "$work/err" >&2; fail "does not say \"$words\": $*"; }
}

# field FILE-OR-- PATH : one value of a JSON document, e.g. complaint.state or items.0.failure
field() {
  python3 -c '
import json, sys
value = json.load(sys.stdin)
for step in sys.argv[1].split("."):
    value = value[int(step)] if isinstance(value, list) else value[step]
print("" if value is None else value)' "$1"
}

is() { # expected actual what
  [ "$1" = "$2" ] || fail "$3 is \"$2\" instead of \"$1\""
}

# demonstration FILE : the demonstration with wang as its administrator; CTest makes it once for all who need it.
demonstration() {
  if [ -e "${OCTAD_DEMONSTRATION:-}" ]; then
    cp "$OCTAD_DEMONSTRATION" "$1"
  else
    "$OCTADCTL" --db "sqlite://$1" --as wang init --demo >/dev/null
  fi
}

# day N : the day N days from today at the site (the programs of a test know no other zone), for dates that must not pass while the tests live.
day() { TZ=Asia/Shanghai date -d "${1} days" +%F; }

# monday_from DATE : the first Monday on or after a day. (date(1) overlooks a weekday beside a date.)
monday_from() {
  date -d "$1 +$(((8 - $(date -d "$1" +%u)) % 7)) days" +%F
}

on_both_databases() { # function
  OCTAD_DB=sqlite://$work/embedded.octad
  export OCTAD_DB
  "$1"
  start_postgres "$work/pg"
  create_database journey
  OCTAD_DB=$PG_URL_BASE/journey
  "$1"
  echo "$1: both databases"
}
