#!/usr/bin/env bash
# Bad input of every kind through octadctl: each mistake gets its sentence and exit code, and nothing is stored.
# Titles, quantities, returns, dates, times, keys and imports; the same verdict on both databases.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

# told CODE WORDS new-case options… : a complaint with these options is refused with that sentence
told() {
  local code=$1 words=$2
  shift 2
  refused "$code" "$words" wang case new --part P "$@"
}

as_json() { # text of a title in JSON: a complaint on standard output
  printf '{"customer":"N","title":"%s","items":[{"part":"P","failure":"F","defect_kind":"functional","qty_defective":%s}]}' "$1" "${2:-1}"
}

titles() {
  told 1 'Title is needed' --customer N --defective 1 --title ''
  told 1 'Title is needed' --customer N --defective 1 --title '   '
  told 1 'Title is needed' --customer N --defective 1 --title $'\u200b'
  told 1 'Title is needed' --customer N --defective 1 --title $'\u3000'
  told 1 '301 of 300' --customer N --defective 1 --title "$(printf 'x%.0s' {1..301})"
  local emoji
  emoji=$(printf '😀%.0s' {1..300})
  told 1 'give --failure too' --customer N --defective 1 --title "$emoji"
  number=$(wang case new --customer N --part P --failure F --defective 1 --title "$emoji" | cut -d: -f1)
  is "$emoji" "$(wang case show "$number" --json | field complaint.title)" 'a title of 300 emoji'
  wang report 8d "$number" -o "$work/emoji.pdf" >/dev/null
  { printf '{"customer":"N","items":[{"part":"P","failure":"F","qty_defective":1}],"title":"'; head -c 1048576 /dev/zero | tr '\0' y; printf '"}'; } >"$work/long.json"
  told 1 '1,048,576 of 300' --json "$work/long.json"
  told 1 'U+202E' --customer N --defective 1 --title $'abc\u202efdp.exe'
  told 1 'one line' --customer N --defective 1 --title $'a\nb'
  told 1 'U+0007' --customer N --defective 1 --title $'a\ab'
  as_json 'a\u0000b' >"$work/nul.json"
  told 1 NUL --json "$work/nul.json"
  as_json 'a\ud800b' >"$work/surrogate.json"
  told 1 JSON --json "$work/surrogate.json"
  number=$(wang case new --customer N --part P --failure '%s%n' --defective 1 --title '<b>{{x}}</b> %n مرحبا' | cut -d: -f1)
  is '<b>{{x}}</b> %n مرحبا' "$(wang case show "$number" --json | field complaint.title)" 'a title with markup'
  head -c 262145 /dev/zero | tr '\0' z >"$work/cause.txt"
  printf '{"text":"%s"}' "$(cat "$work/cause.txt")" >"$work/cause.json"
  refused 1 262,145 wang case write "$number" D1 --json "$work/cause.json"
}

customers() {
  wang case new --customer $'Mu\u0308ller' --new-customer --part P --defective 1 --title decomposed >/dev/null
  wang case new --customer 'Müller' --part P --defective 1 --title composed >/dev/null # the same customer
  wang case new --customer ACME --new-customer --part P --defective 1 --title latin >/dev/null
  told 1 'looks like' --customer 'АСМЕ' --new-customer --defective 1 --title cyrillic
  told 1 'Customer is needed' --customer '' --defective 1 --title x1
  printf '{"customer":null,"title":"x1","items":[{"part":"P","failure":"F","qty_defective":1}]}' >"$work/null.json"
  told 1 customer --json "$work/null.json"
  refused 1 department wang case assign "$number" --department 999 --due 2026-12-01
}

quantities() {
  local wrong
  for wrong in -1 10000001 2147483648 1000000000000000000000000000000; do
    told 1 '0 to 10,000,000' --customer N --title x1 --defective="$wrong"
  done
  for wrong in 1.5 NaN 1e3 abc 1.000; do
    told 1 'whole number' --customer N --title x1 --defective="$wrong"
    as_json x1 "\"$wrong\"" >"$work/quantity.json"
    told 1 'whole number' --json "$work/quantity.json"
  done
  wang case new --customer N --part P --title wide --defective １２ 2>"$work/err" >"$work/out"
  grep -q 'read as 12' "$work/err" || fail 'full-width digits are not echoed'
  is 12 "$(wang case show "$(cut -d: -f1 <"$work/out")" --json | field items.0.quantity_defective)" 'full-width digits'
  wang case new --customer N --part P --title grouped --defective 1,000 2>"$work/err" >/dev/null
  grep -q 'read as 1000' "$work/err" || fail 'a grouped number is not echoed'
  told 1 '6 defective pieces of 5' --customer N --title x1 --defective 6 --delivered 5
}

returns() {
  number=$(wang case new --customer N --part P --title returns --defective 5 --delivered 5 | cut -d: -f1)
  refused 1 '6 of 5' wang case return "$number" --received 6
  refused 1 '0 to 10,000,000' wang case return "$number" --received=-1
  refused 1 '' wang case return "$number" --received 0
  wang case return "$number" --received 3 --note N1 >/dev/null
  refused 1 '6 of 5' wang case return "$number" --received 3 --note N2 # the sum counts
}

times() {
  local wrong
  for wrong in 2026-02-30 2026-13-01 2025-02-29 1969-12-31 1900-01-01 9999-12-31 10000-01-01 now 20260102 2026-1-2 \
    02/03/2026 44927 infinity epoch '2026-11-01T10:00+16:00' '2026-11-01 24:01' '2026-11-01 23:60'; do
    told 1 'between 1990' --customer N --title x1 --defective 1 --received "$wrong"
    case $wrong in *:*) continue ;; esac
    told 1 'between 1990' --customer N --title x1 --defective 1 --requested "$wrong"
  done
  told 1 'later than tomorrow' --customer N --title x1 --defective 1 --received '2126-01-01 08:00'
  told 1 'before the notice' --customer N --title x1 --defective 1 --received '2026-11-01 10:00' --requested 2026-10-01
  when() { wang case show "$(wang case new --customer N --part P --title t1 --defective 1 --received "$1" | cut -d: -f1)" --json | field complaint.received_at; }
  is 2024-02-28T23:00:00Z "$(when 2024-02-29)" 'a leap day'
  told 1 'does not exist' --customer N --title x1 --defective 1 --received '2026-03-29 02:30'
  told 1 'twice' --customer N --title x1 --defective 1 --received '2026-10-25 02:30'
  is 2026-10-25T01:30:00Z "$(when 2026-10-25T02:30+01:00)" 'the second 02:30'
  is 2026-10-31T23:00:00Z "$(when '2026-10-31 24:00')" 'the end of a day'
  is 2026-10-31T23:00:00Z "$(when '2026-10-31 23:59:60')" 'a leap second'
}

keys() {
  local uuid=5a0c2b7e-6a51-4a49-9d37-2f1f0a3f9e11
  printf '{"uuid":"%s","customer":"N","title":"%s","items":[{"part":"P","failure":"F","qty_defective":1}]}' $uuid once >"$work/once.json"
  first=$(wang case new --json "$work/once.json" | field number)
  is "$first" "$(wang case new --json "$work/once.json" | field number)" 'the same form sent twice'
  sed -i s/once/other/ "$work/once.json"
  refused 1 'already sent' wang case new --json "$work/once.json"
  refused 4 changed wang case accept "$first" --liability ours --version 7
}

imports() {
  head='客诉编号,客户名称,受理日期,产品料号,不良现象,不良数'
  printf '%s\nA1,N,2026-03-01 10:00,P,无输出,3\n' "$head" >"$work/utf8.csv"
  iconv -f UTF-8 -t GB18030 "$work/utf8.csv" >"$work/gbk.csv"
  refused 1 GB18030 wang import "$work/gbk.csv" --dry-run
  refused 1 UTF-8 wang import "$work/gbk.csv" --dry-run --encoding UTF-8
  printf '\xef\xbb\xbf' | cat - "$work/utf8.csv" >"$work/bom.csv"
  is 1 "$(wang import "$work/bom.csv" --dry-run --json | field counts.new)" 'a byte order mark'
  iconv -f UTF-8 -t UTF-16LE "$work/utf8.csv" >"$work/utf16.csv"
  { printf '\xff\xfe'; cat "$work/utf16.csv"; } >"$work/utf16bom.csv"
  is 1 "$(wang import "$work/utf16bom.csv" --dry-run --json | field counts.new)" UTF-16
  printf '%s\n' '客诉编号,客户名称' 'A1,N' >"$work/short.csv"
  refused 1 --map wang import "$work/short.csv" --dry-run
  printf '%s,客户名称\nA1,N,2026-03-01 10:00,P,无输出,3,N\n' "$head" >"$work/doubled.csv"
  refused 1 客户名称 wang import "$work/doubled.csv" --dry-run
  { printf '%s\n' "$head"; printf 'A1,N,2026-03-01 10:00,P,'; head -c 1048577 /dev/zero | tr '\0' x; printf ',3\n'; } >"$work/longline.csv"
  refused 1 'line 2' wang import "$work/longline.csv" --dry-run
  printf '%s\nA1,N,2026-03-01 10:00,P,"无输出,3\n' "$head" >"$work/quote.csv"
  refused 1 2 wang import "$work/quote.csv" --dry-run
  printf '%s\nA1,N,2026-03-01 10:00,P,a\0b,3\n' "$head" >"$work/nul.csv"
  refused 1 NUL wang import "$work/nul.csv" --dry-run
  printf '%s\r\nA1,N,2026-03-01 10:00,P,无输出,3;\nA2,N,2026-03-01 10:00,P,无输出,4\r\n' "$head" >"$work/mixed.csv"
  is 1 "$(wang import "$work/mixed.csv" --dry-run --json | field counts.refused)" 'a trailing semicolon'
  { printf '%s\n' "$head"; for n in $(seq 300); do echo "B$n,N,2026-03-01 10:00,P,无输出,$n"; done; echo 'B301,N,2026-02-30 10:00,P,无输出,1'; } >"$work/last.csv"
  before=$(wang case list --json | field total)
  refused 1 "so nothing was stored" wang import "$work/last.csv"
  grep -q "302.*2026-02-30" "$work/out" || fail "the refused line is not named"
  is "$before" "$(wang case list --json | field total)" 'cases after an import with one bad line'
  mkdir -p "$work/book/xl" && printf '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>' >"$work/book/xl/workbook.xml"
  (cd "$work/book" && rm -f ../bad.xlsx && python3 -m zipfile -c ../bad.xlsx xl/workbook.xml)
  refused 1 '' wang import "$work/bad.xlsx" --dry-run
  printf 'no workbook' >"$work/not.xlsx"
  refused 1 '' wang import "$work/not.xlsx" --dry-run
}

bad_input() {
  ctl init --company 远图电子 --zone Europe/Berlin >/dev/null
  ctl person add wang --name '王芳' --roles registrar,cqe,warehouse >/dev/null
  wang() { ctl --as wang "$@"; }
  wang case new --customer N --new-customer --part P --title first --defective 1 >/dev/null
  titles
  customers
  quantities
  returns
  times
  keys
  imports
  ctl audit verify >/dev/null
}

on_both_databases bad_input
