#!/usr/bin/env bash
# The registers that people keep, imported; refused lines named; counts equal to those of an independent script
# (tests/data/expected_counts.py).
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"
data=$OCTAD_SOURCE_DIR/tests/data

# check NAME REPORT.json COUNTS-BY-MONTH.json COUNTS-BY-CLASS.json : compares with the expected figures
check() {
  python3 - "$data/expected_counts.json" "$@" <<'P'
import json, sys
expected = json.load(open(sys.argv[1]))[sys.argv[2]]
report, months, classes = (json.load(open(name)) for name in sys.argv[3:6])
lines = {line["line"]: line for line in report["lines"]}
for row in expected["impossible"]:
    assert lines[row["line"]]["verdict"] == "refused", (row, lines[row["line"]])
    assert lines[row["line"]]["field"] and lines[row["line"]]["message"], row
for row in expected["totals"]:
    assert lines[row["line"]]["verdict"] == "totals", lines[row["line"]]
for row in expected["repeated"]:
    verdict = "conflict" if row["differs"] and "客诉编号" not in row["differs"] else "same"
    assert lines[row["lines"][1]]["verdict"] == verdict, (row, lines[row["lines"][1]])
assert report["counts"]["new"] == expected["accepted"], (report["counts"], expected["accepted"])
def series(table):
    return {row["keys"][0]: [row["all"], row["counted"], row["weighted"]] for row in table["rows"]}
assert series(months) == expected["series_by_month"], (series(months), expected["series_by_month"])
assert series(classes) == expected["series_by_class"], (series(classes), expected["series_by_class"])
P
}

import_one() { # file name, octadctl import options
  local name=$1
  shift
  cp "$data/$name" "$work/$name"
  refused 1 skip-refused ctl import "$work/$name" "$@" # all or nothing
  is 0 "$(ctl case list --json | field total)" 'cases after a refused import'
  ctl import "$work/$name" --dry-run "$@" >"$work/dry.txt"
  grep -q KSBAD-2 "$work/dry.txt" || fail 'the dry run does not name KSBAD-2'
  is 0 "$(ctl case list --json | field total)" 'cases after a dry run'
  ctl import "$work/$name" --skip-refused --json "$@" >"$work/report.json"
  ctl metrics counts --from 2026-01 --to 2026-12 --by month --json >"$work/months.json"
  ctl metrics counts --from 2026-01 --to 2026-12 --by class --json >"$work/classes.json"
  check "$name" "$work/report.json" "$work/months.json" "$work/classes.json" || fail "counts of $name"
  [ -s "$work/${name%.*}.refused.csv" ] || fail 'no file of refused lines'
  refused 1 before ctl import "$work/$name" --skip-refused "$@" # recognised by its hash
  ctl audit verify >/dev/null
}

fresh() { # name: a database of its own
  case $kind in
    sqlite) OCTAD_DB=sqlite://$work/$1.octad ;;
    postgres) create_database "$1" && OCTAD_DB=$PG_URL_BASE/$1 ;;
  esac
  export OCTAD_DB
  ctl init >/dev/null
}

all_files() {
  fresh register_csv
  import_one complaint-log-2026.csv
  # The workbook holds the same cases: nothing new, nothing in conflict but what the file itself repeats.
  cp "$data/complaint-log-2026.xlsx" "$work/again.xlsx"
  is 0 "$(ctl import "$work/again.xlsx" --dry-run --json | field counts.new)" 'new lines in the same register as a workbook'
  fresh register_gb18030
  refused 1 GB18030 ctl import "$data/complaint-log-2025.gb18030.csv" --dry-run
  import_one complaint-log-2025.gb18030.csv --encoding GB18030
  fresh register_xlsx
  import_one complaint-log-2026.xlsx
  ctl import "$data/shipments-2026.csv" --kind shipments --json | field written | grep -qx 543 || fail shipments
  ctl import "$data/calendar-cn-2026.csv" --kind calendar --json | field written | grep -qx 39 || fail calendar
  refused 1 '--map' ctl import "$data/shipments-2026.csv"
  fresh built_on
  printf '%s\n' '客诉编号,客户名称,受理日期,产品料号,不良现象,不良数,生产日期' 'KS-1,甲公司,2026-11-02 09:00,P-1,无输出,3,2026/10/20' \
    'KS-2,甲公司,2026-11-03 09:00,P-1,无输出,3,2199-12-31' >"$work/built.csv"
  ctl --lang en import "$work/built.csv" --dry-run | grep -q 'KS-2.*lies in the future' || fail 'a build date to come is taken'
  ctl import "$work/built.csv" --skip-refused >/dev/null
  is 2026-10-20 "$(ctl case show KS-1 --json | field items.0.built_on)" 'the build date of a register'
  fresh nhtsa
  ctl import "$data/nhtsa-complaints.tsv" --map number=2,customer=3,part=5,failure=12,received_at=16,description=20 --json >"$work/report.json"
  is 50 "$(field written <"$work/report.json")" 'complaints of the NHTSA file'
}

kind=sqlite
all_files
start_postgres "$work/pg"
kind=postgres
all_files
echo 'import: both databases'
