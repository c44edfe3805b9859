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

# booked VERDICT FROM TO QUANTITY [UUID [DAY]] : what the database itself answers to a movement of line 1 of $goods, past Octad
booked() {
  is "$1" "$(python3 "$OCTAD_SOURCE_DIR/tests/e2e/straight_sql.py" "$OCTAD_DB" "insert into return_movement (uuid, return_id, line_id,
    from_place, to_place, from_finding, to_finding, disposition, from_location, to_location, quantity, document, reason, moved_on,
    recorded_by, recorded_at) select '${5:-straight}', g.id, l.id, '$2', '$3', 'open', 'open', 'none', '', '', $4, '', '', ${6:-g.announced_on},
    (select id from person where login = 'wang'), $(date +%s)000000 from goods_return g join return_line l on l.return_id = g.id
    where g.number = '$goods' and l.position = 1")" "the database's answer to $4 pieces from $2 to $3"
}

# Quantities of returned goods: every way in refuses the same, and so does the database (security rows 17 to 22, 24).
pieces() {
  goods=$(wang return announce --case "$number" --quantity 5 | cut -d: -f1)
  local wrong
  for wrong in -1 10000001 2147483648 1000000000000000000000000000000; do
    refused 1 '0 to 10,000,000' wang return announce --case "$number" --quantity="$wrong"
    refused 1 '0 to 10,000,000' wang return receive "$goods" --counted="$wrong" --reason 'not so'
    refused 1 '0 to 10,000,000' wang return move "$goods" --from expected --to quarantine --quantity="$wrong"
    booked quantity outside expected "$wrong"
  done
  for wrong in 1.5 NaN 1e3 abc 1.000; do
    refused 1 'whole number' wang return announce --case "$number" --quantity "$wrong"
    refused 1 'whole number' wang return receive "$goods" --counted "$wrong"
    refused 1 'whole number' wang return receive "$goods" --counted 1 --other "P:$wrong" --reason 'not so'
    printf '{"lines":[{"case":"%s","quantity":"%s"}]}' "$number" "$wrong" >"$work/announced.json"
    refused 1 'whole number' wang return announce --json "$work/announced.json"
  done
  for wrong in 1.5 NaN abc １２ 1,000; do booked quantity outside expected "'$wrong'"; done
  refused 1 '1 to 10,000,000' wang return announce --case "$number" --quantity 0
  refused 1 '' wang return receive "$goods" --counted 0 --partial
  refused 1 '1 to 10,000,000' wang return move "$goods" --from expected --to quarantine --quantity 0
  booked quantity outside expected 0
  booked taken outside expected 1
  booked moved_on outside expected 1 day "'2026-01-01'" # before the announcement
  booked moved_on outside expected 1 day "'2126-01-01'"
  is 5 "$(wang return show "$goods" --json | field return.announced)" 'pieces after all that'
}

# Units entered by mistake go with a reason, until something happened under their number; nothing else of them is deleted.
units() {
  wang return units "$goods" --unit SN1 --unit SN2 --unit SN3 >/dev/null
  refused 2 'UNIT' wang return unit-remove "$goods"
  refused 1 'reason' wang return unit-remove "$goods" SN1 SN2
  refused 1 'SN9' wang return unit-remove "$goods" SN1 SN9 --reason 'of another parcel'
  wang return unit-remove "$goods" SN1 SN2 --reason 'of another parcel' >"$work/out"
  grep -q '2 units removed' "$work/out" || fail "units removed: $(cat "$work/out")"
  wang return issue "$goods" --unit SN3 >/dev/null
  refused 1 'Correct its serial number' wang return unit-remove "$goods" SN3 --reason 'of another parcel'
  is 3 "$(wang return show "$goods" --json | field return.received)" 'pieces after their names went'
  refused 1 'nothing is booked' wang return cost "$goods" --kind freight --amount 10 --reversal --note 'typed wrong'
  wang return cost "$goods" --kind freight --amount 10 --currency CNY --document INV-1 >/dev/null
  refused 1 '10.00 CNY (INV-1)' wang return cost "$goods" --kind freight --amount 10 --currency CNY --document INV-2 --reversal --note 'typed wrong'
  wang return cost "$goods" --kind freight --amount 10 --currency CNY --document INV-1 --reversal --note 'typed wrong' >/dev/null
}

returns() {
  number=$(wang case new --customer N --part P --title returns --defective 5 --delivered 5 | cut -d: -f1)
  refused 1 '6 of 5' wang case return "$number" --received 6
  refused 1 '0 to 10,000,000' wang case return "$number" --received=-1
  refused 1 '1 to 10,000,000' wang case return "$number" --received 0
  refused 1 'whole number' wang case return "$number" --received 1.5
  refused 1 'explain' wang case return "$number" --announced 5 --received 4
  refused 1 '4 pieces with a finding of 3' wang case return "$number" --received 3 --confirmed 2 --ntf 2
  is 0 "$(wang return list --json | field total)" 'returns after what was refused'
  pieces
  wang return receive "$goods" --counted ３ --partial 2>"$work/err" >/dev/null
  grep -q 'read as 3' "$work/err" || fail 'full-width digits are not echoed'
  refused 1 'Explain the surplus' wang return receive "$goods" --counted 3 --partial # 2 are still to come
  refused 1 '6 of 5' wang case return "$number" --received 3            # the sum of all returns counts
  booked quantity expected quarantine 3
  booked return-balance test quarantine 1
  units
  booked return-move quarantine shipped 1
  goods=$(wang return announce --case "$number" --quantity 1,000 2>"$work/err" | cut -d: -f1)
  grep -q 'read as 1000' "$work/err" || fail 'a grouped number is not echoed'
  refused 1 '6 of 5' wang return receive "$goods" --counted 3 --partial
  refused 1 '6 of 5' wang return move "$goods" --from expected --to quarantine --quantity 3
  booked quantity expected quarantine 3 # the sum of all returns counts here, too

  # The same form sent twice is one return, with other words it is refused.
  local uuid=7c1f6a90-58f3-4d0e-9b8a-2f1f0a3f9e22
  printf '{"uuid":"%s","lines":[{"case":"%s","quantity":2}]}' $uuid "$number" >"$work/announced.json"
  goods=$(wang return announce --json "$work/announced.json" | field number)
  is "$goods" "$(wang return announce --json "$work/announced.json" | field number)" 'the same return sent twice'
  sed -i 's/"quantity":2/"quantity":3/' "$work/announced.json"
  refused 1 'already sent' wang return announce --json "$work/announced.json"
  refused 4 changed wang return authorise "$goods" --version 7
  booked twice outside expected 1 "$(wang return show "$goods" --json | field movements.0.uuid)"

  # A case is not cancelled over its goods, and nothing moves any more in one that was.
  closed=$(wang case new --customer N --part P --title closed --defective 2 --delivered 5 | cut -d: -f1)
  goods=$(wang return announce --case "$closed" --quantity 2 | cut -d: -f1)
  refused 1 '2 of 2 pieces are not settled' wang case cancel "$closed" --reason 'entered in error'
  wang return cancel "$goods" --reason 'nothing will come' >/dev/null
  wang case cancel "$closed" --reason 'entered in error' >/dev/null
  refused 1 cancelled wang return announce --case "$closed" --quantity 1
  refused 1 '' wang case return "$closed" --received 1
  refused 1 '' wang return receive "$goods" --counted 2
  booked return-closed expected quarantine 2
  goods=$(wang return announce --case "$number" --quantity 2 | cut -d: -f1)
  refused 1 reason wang return cancel "$goods" --reason '...'
  wang return cancel "$goods" --reason 'nothing will come' >/dev/null
  refused 1 '' wang return receive "$goods" --counted 2
  booked return-closed outside expected 1
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
