#!/usr/bin/env bash
# Returned goods with octadctl alone: 120 announced, 118 received, 100 confirmed, 12 without trouble found, 6 customer-caused, every
# piece settled, and a case that does not close before. Then a sweep counted by the warehouse and a sample with its custody.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

# pieces PLACE [FINDING] : pieces of the return at a place, as the sum of its ledger
pieces() {
  wang return show "$goods" --json | python3 -c '
import json, sys
place, finding = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
sum = 0
for m in json.load(sys.stdin)["movements"]:
    sum += m["quantity"] * (m["to_place"] == place and finding in (None, m["to_finding"]))
    sum -= m["quantity"] * (m["from_place"] == place and finding in (None, m["from_finding"]))
print(sum)' "$@"
}

# last : the newest movement of the return
last() { wang return show "$goods" --json | field movements.-1.id; }
state() { wang return show "$goods" --json | field return.state; }

people() {
  ctl init --company 远图电子 --zone Asia/Shanghai >/dev/null
  ctl person add wang --name '王芳' --roles registrar,cqe --department CQE >/dev/null
  ctl person add chen --name '陈伟' --roles cqe,manager --department CQE >/dev/null
  ctl person add liu --name '刘洋' --roles member --department TE >/dev/null
  ctl person add he --name '何静' --roles warehouse --department WH >/dev/null
  ctl person add fang --name '方敏' --roles finance >/dev/null
  wang() { ctl --as wang "$@"; }
  chen() { ctl --as chen "$@"; }
  liu() { ctl --as liu "$@"; }
  he() { ctl --as he "$@"; }
  fang() { ctl --as fang "$@"; }
}

# A general case may close with a reason although its 8D is not complete; its pieces have to balance all the same.
a_case() {
  number=$(wang case new --customer 'Nordwind Automotive' --new-customer --part PSU-12V-2A --lot L2640B --failure 无输出 \
    --kind functional --defective "$1" --delivered "$2" --title '无输出 / no output' --ref CC4711 | cut -d: -f1)
  wang case accept "$number" --liability ours --class general --reason 'the test is about goods' >/dev/null
}

arrival() {
  goods=$(wang return announce --case "$number" --quantity 120 --kind batch_reject --treatment replace --ref CC4711-R \
    --expected "$(day +10)" --replacement-due "$(day +14)" | cut -d: -f1)
  is announced "$(state)" 'state of a return'
  refused 1 'may not decide' fang return authorise "$goods"
  wang return authorise "$goods" --rma RMA-7001 --conditions 'mark the number on the box' --cost-bearer us >/dev/null
  refused 1 '' wang return authorise "$goods" # once
  is "$goods" "$(wang return show RMA-7001 --json | field return.number)" 'the return by its RMA number'
  wang return sent RMA-7001 --carrier DHL --note DN-55 >/dev/null
  is in_transit "$(state)" 'state of a return'
  refused 1 'explain the difference' he return receive "$goods" --counted 118 --note DN-55
  he return receive "$goods" --counted 118 --note DN-55 --reason '两件在运输途中遗失, 承运商已确认' >"$work/out"
  grep -q 'received 118, missing 2, surplus 0' "$work/out" || fail "the receipt says $(cat "$work/out")"
  is 118 "$(pieces quarantine)" 'pieces in quarantine'
  is 2 "$(pieces missing)" 'missing pieces'
  refused 1 '118' he return issue "$goods" --quantity 119
  refused 1 'In test' liu return find "$goods" --finding confirmed # nothing is there, and it says so
  ctl return --help | grep 'return announce' >/dev/null || fail 'the verbs of returns are not listed'
  ctl return --help | grep '  case new' >/dev/null && fail 'other verbs are listed'
  he return store "$goods" --to-location 'Q-A3' >/dev/null
  is quarantined "$(state)" 'state of a return'
  wang report labels "$goods" --lang zh+en -o "$work/labels.pdf" >/dev/null
  pdftotext -layout "$work/labels.pdf" - | grep 'Q-A3' >/dev/null || fail 'the label does not say where the pieces are'
}

tests_of_units() {
  refused 1 '' fang return issue "$goods"
  he return issue "$goods" --quantity 118 >/dev/null
  is in_test "$(state)" 'state of a return'
  printf '\xef\xbb\xbfSerial No.\tdate code\tnote\nSN001\t2640\nSN002\t2640\tcracked\nSN003\n' >"$work/serials.txt"
  liu return units "$goods" --place test --file "$work/serials.txt" >"$work/out"
  grep -q '3 units entered; the heading "Serial No.' "$work/out" || fail "the heading: $(cat "$work/out")"
  printf 'SN0O4,2640\n' | liu return units "$goods" --place test --file - >/dev/null
  refused 1 'reason' liu return unit-rename "$goods" --unit SN0O4 --to SN004
  liu return unit-rename "$goods" --unit SN0O4 --to SN004 --reason 'a letter for a zero' >/dev/null
  refused 1 'is before' liu return find "$goods" --quantity 1 --finding confirmed --on 2019-01-01
  refused 1 'In test' he return move "$goods" --from test --to shipped --quantity 1
  refused 1 'period ends before' wang metrics returns --from 2026-11-20 --to 2026-11-01
  refused 1 'SN001' liu return units "$goods" --place test --unit SN001 # once a line
  refused 1 'at least one serial number' liu return units "$goods" --place test </dev/null # meant to enter some
  refused 1 'SN999' liu return test "$goods" --unit SN999 --spec TS-7 --failed
  refused 2 '--passed' liu return test "$goods" --unit SN001 --spec TS-7
  liu return test "$goods" --unit SN001 --unit SN002 --level standard --spec TS-7 --spec-revision C --failed --measured '0.0 V' \
    --finding confirmed >/dev/null
  liu return test "$goods" --unit SN003 --unit SN004 --level load --spec TS-8 --passed --measured '12.01 V' >/dev/null
  is 2 "$(pieces awaiting confirmed)" 'confirmed by test'
  refused 1 'serial number' liu return find "$goods" --quantity 116 --finding confirmed # two of them have names
  liu return find "$goods" --quantity 98 --finding confirmed >/dev/null
  liu return find "$goods" --unit SN003 --unit SN004 --finding ntf --found-by ntf >/dev/null
  liu return find "$goods" --quantity 10 --finding ntf >/dev/null
  liu return find "$goods" --quantity 5 --finding customer_caused >/dev/null
  liu return find "$goods" --quantity 1 --finding transport >/dev/null
  # A mistake is taken back by a counter-movement, once.
  wrong=$(last)
  refused 1 'reason' liu return correct "$goods" "$wrong"
  liu return correct "$goods" "$wrong" --reason 'not the carrier: burnt by reverse polarity' >/dev/null
  refused 1 '' liu return correct "$goods" "$wrong" --reason 'once more'
  liu return find "$goods" --finding customer_caused >/dev/null
  is '100 12 6' "$(pieces awaiting confirmed) $(pieces awaiting ntf) $(pieces awaiting customer_caused)" findings
  is found "$(state)" 'state of a return'
}

no_trouble_found() {
  refused 1 'NTF dossier' wang return dispose "$goods" --of ntf --quantity 10 --disposition return_as_is
  wang return ntf "$goods" --data '300 h at the customer, software 2.1' --system-test '72 h on the bench: nothing' >/dev/null
  refused 1 '' wang return ntf "$goods" --conclude # the rest is missing
  refused 1 'NTF dossier' wang return dispose "$goods" --of ntf --quantity 10 --disposition return_as_is
  refused 1 '' wang return ntf "$goods" --technical-factor 101
  wang return ntf "$goods" --process-study 'dips of the input are not covered' --result 'not reproduced' --liability shared \
    --technical-factor 40 --agreed-with 'Frau Becker' --agreed-on 2026-11-24 --conclude >/dev/null
  wang return dispose "$goods" --of ntf --disposition return_as_is >/dev/null # those with serial numbers and the others
  refused 1 'number of the paper' he return ship "$goods" --disposition return_as_is --unit SN003 --unit SN004
  he return ship "$goods" --unit SN003 --document DN-OUT-1 >/dev/null
  he return ship "$goods" --disposition return_as_is --document DN-OUT-1 >/dev/null
  is 12 "$(pieces shipped ntf)" 'pieces shipped back'
}

dispositions() {
  refused 1 'authorisation' wang return dispose "$goods" --of customer_caused --disposition repair
  printf '%%PDF-1.4 repair agreed' >"$work/agreed.pdf"
  wang return attach "$goods" "$work/agreed.pdf" --paper authorisation --caption 'repair agreed' >/dev/null
  wang return dispose "$goods" --of customer_caused --disposition repair >/dev/null
  refused 1 '' he return ship "$goods" --disposition repair --document DN-OUT-2 # not inspected again
  liu return inspect "$goods" --disposition repair --document IR-12 >/dev/null
  he return ship "$goods" --from ready --disposition repair --document DN-OUT-2 >/dev/null
  wang return dispose "$goods" --of confirmed --unit SN001 --unit SN002 --disposition scrap >/dev/null
  wang return dispose "$goods" --of confirmed --quantity 18 --disposition scrap >/dev/null
  wang return dispose "$goods" --of confirmed --disposition credit >/dev/null
  he return scrap "$goods" --unit SN001 --unit SN002 --document SC-9 >/dev/null
  he return scrap "$goods" --disposition scrap --document SC-9 >/dev/null
}

balance_before_closing() {
  refused 1 "$goods: 80 of 120 pieces are not settled" wang case close "$number" --reason 'pieces are still in the house'
  refused 1 '80 pieces' wang return close "$goods"
  refused 1 'number of the paper' fang return credit "$goods" --disposition credit
  refused 1 '' liu return credit "$goods" --disposition credit --document CN-88 # money is not for the tester
  fang return credit "$goods" --disposition credit --document CN-88 >/dev/null
  refused 1 'credit note' wang return close "$goods"
  refused 1 '' fang return cost "$goods" --amount 12.345 --document CN-88
  refused 1 '' fang return cost "$goods" --amount -5 --document CN-88
  fang return cost "$goods" --kind credit --amount 9600.50 --currency CNY --document CN-88 >/dev/null
  is settled "$(state)" 'state of a return'
  is '120 118' "$(wang return show "$goods" --json | field return.announced) $(wang return show "$goods" --json | field return.received)" sums
  is 0 "$(wang return show "$goods" --json | field return.open_pieces)" 'open pieces'
  wang return close "$goods" >/dev/null
  is closed "$(state)" 'state of a return'
  refused 1 closed he return store "$goods"
  refused 1 reason wang return reopen "$goods" --reason '...'
  fang return cost "$goods" --kind freight --amount 120 --document INV-3 >/dev/null # costs may come later
}

close_case() {
  wang case reply "$number" --stage letter --to becker@nordwind.example --text 'Dear Frau Becker, …' >/dev/null
  wang case answer "$number" --status accepted >/dev/null
  wang case close "$number" --reason "$1" >/dev/null
  chen case close "$number" --reason "$1" >/dev/null
  is closed "$(wang case show "$number" --json | field complaint.state)" 'state of the case'
}

papers() {
  wang report 8d "$number" --lang zh+en -o "$work/8d.pdf" >/dev/null
  pdftotext -layout "$work/8d.pdf" "$work/8d.txt"
  # announced, received, missing, confirmed, without trouble found, customer-caused, transport
  grep -qE "$goods +120 +118 +2 +100 +12 +6 +0" "$work/8d.txt" || fail 'the 8D report does not say what came back'
  local paper
  for paper in return-note discrepancy tests scrap-certificate ffa; do
    wang report $paper "$goods" --lang zh+en -o "$work/$paper.pdf" >/dev/null
    pdftotext -layout "$work/$paper.pdf" "$work/$paper.txt"
    grep -q "$goods" "$work/$paper.txt" || grep -q RMA-7001 "$work/$paper.txt" || fail "$paper does not name its return"
  done
  grep -q SC-9 "$work/scrap-certificate.txt" || fail 'the certificate of the scrap has no number'
  refused 1 'nothing to label' wang report labels "$goods" -o "$work/labels.pdf"
  refused 1 pdf wang report ffa "$goods" -o "$work/ffa.odt"
  refused 1 'no return' wang report labels R26-99999 -o "$work/labels.pdf"
}

# The other way: the case closes while its return goes on with an owner.
return_continues() {
  a_case 6 1000
  goods=$(wang return announce --case "$number" --quantity 6 | cut -d: -f1)
  refused 1 "$goods" wang case close "$number" --reason 'goods will come later'
  refused 1 'reason' wang case return-continues "$number" --return "$goods" --owner chen --reason ' '
  refused 1 'nobody' wang case return-continues "$number" --return "$goods" --owner nobody --reason 'goods come in January'
  wang case return-continues "$number" --return "$goods" --owner chen --reason 'goods come in January' >/dev/null
  close_case 'the customer is content'
  he return receive "$goods" --counted 6 >/dev/null # late pieces of a closed case
  is 6 "$(pieces quarantine)" 'pieces of a return that was handed on'
  refused 1 closed wang return announce --case "$number" --quantity 1
}

# Goods nobody announced; a confirmed piece asks what becomes of it.
without_a_case() {
  refused 1 '' he return announce --customer 'Nordwind Automotive' --part PSU-12V-2A --quantity 3 # why without a case?
  goods=$(he return announce --blind --customer 'Nordwind Automotive' --part PSU-12V-2A --quantity 3 | cut -d: -f1)
  local announced
  announced=$(wang return announce --customer 'Nordwind Automotive' --part PSU-12V-2A --quantity 4 --without-case '正常换货' |
    cut -d: -f1)
  wang return match "$goods" --with "$announced" >/dev/null
  is matched "$(wang return show "$announced" --json | field return.state)" 'the announcement that was taken over'
  he return receive "$goods" --counted 1 --other PSU-12V-2A:2:foreign --reason 'a box of somebody else' >/dev/null
  he return issue "$goods" --line 1 >/dev/null
  liu return find "$goods" --line 1 --finding confirmed >/dev/null
  refused 1 'have no case' wang return dispose "$goods" --line 1 --disposition credit
  refused 2 'one of' wang return decide "$goods" --line 1
  refused 1 'Say why' wang return decide "$goods" --line 1 --below-trigger '.'
  wang return decide "$goods" --line 1 --new-case --title 'dead on arrival' >/dev/null
  wang return show "$goods" --json >"$work/return.json"
  is 4 "$(wang case show "$(field cases.0.number <"$work/return.json")" --json | field items.0.quantity_defective)" 'pieces of the new case'
  refused 1 '' wang return decide "$goods" --line 1 --attach "$number" # it has one
  cases=$(ctl case list --limit 1 --json | field total)
  refused 1 'belongs to a case already' wang return decide "$goods" --line 1 --new-case --title 'another one'
  is "$cases" "$(ctl case list --limit 1 --json | field total)" 'cases after a refused new one'
  is 4 "$(wang return list --json | field total)" 'returns'
  is 2 "$(wang return list --open --waits-for warehouse --json | field total)" 'returns that wait for the warehouse'
  is 1 "$(wang return list --state closed --text RMA-7001 --json | field total)" 'closed returns with that RMA number'
  is 1 "$(wang return list --text SN003 --json | field total)" 'returns with that serial number'
  refused 1 announced wang return list --state nowhere
  wang metrics returns --json >"$work/figures.json"
  is '104 12' "$(field confirmed <"$work/figures.json") $(field ntf <"$work/figures.json")" figures
}

# The warehouse counts without seeing the case.
sweep() {
  a_case 5 5000
  wang case write "$number" D3 --json - >/dev/null <<'J'
{"clean_point":"L2641A","clean_point_date":"2026-11-18",
 "sweep":[{"location":"raw","not_applicable":"not a material defect"},{"location":"finished","suspect":600}]}
J
  local problem
  problem=$(wang case show "$number" --json | field problem.number)
  wang sweep set "$number" --location supplier --not-applicable 'made in house' >/dev/null
  wang sweep set "$number" --location transit --suspect 50 >/dev/null
  wang sweep set "$number" --location transit --suspect 0 --not-applicable 'nothing is on its way' >/dev/null
  refused 1 'moon' wang sweep set "$number" --location moon
  refused 2 location wang sweep set "$number" --suspect 5
  refused 1 'of 5 suspect' wang sweep set "$number" --location field --suspect 5 --unreachable 6
  refused 1 '0 to 10,000,000' wang sweep set "$number" --location field --suspect=-5
  refused 1 '' fang sweep set "$number" --location field --suspect 5
  refused 2 first-good wang sweep clean-point "$number"
  wang sweep clean-point "$number" --first-good L2641A --on 2026-11-20 >/dev/null
  is 1 "$(he sweep list --open --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)))')" 'sweeps to count'
  is L2641A "$(he sweep show "$problem" --location finished --json | field clean_point)" 'the clean point'
  refused 1 'not applicable' he sweep count "$problem" --location raw --ok 1
  refused 1 '601 counted, but only 600' he sweep count "$problem" --location finished --ok 601
  refused 1 '0 to 10,000,000' he sweep count "$problem" --location finished --ok=-1
  refused 1 'at least 1' he sweep count "$problem" --location finished
  refused 1 '' fang sweep count "$problem" --location finished --ok 1
  he sweep count "$problem" --location finished --ok 398 --ng 2 --on 2026-11-20 --note 'L2640B' >/dev/null
  he sweep count "$problem" --location finished --ok １０１ >"$work/out" 2>"$work/err"
  grep -q 'read as 101' "$work/err" || fail 'full-width digits are not echoed'
  grep -q '99 pieces are still open' "$work/out" || fail "the count says $(cat "$work/out")"
  refused 1 '' he sweep count "$problem" --location finished --ok 1 --correction # why?
  he sweep count "$problem" --location finished --ok 1 --correction --note 'counted twice' >/dev/null
  he sweep show "$problem" >"$work/out"
  grep -q '2026-11-20.*398.*2.*何静.*L2640B' "$work/out" || fail "the counts by day are not told: $(cat "$work/out")"
  grep -q -- '-1.*counted twice' "$work/out" || fail "the correction is not told: $(cat "$work/out")"
  is 3 "$(he sweep show "$problem" --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["counts"]))')" counts
  is '498 2' "$(wang case show "$number" --json | python3 -c '
import json, sys
print(*[(r["ok"], r["ng"]) for r in json.load(sys.stdin)["sweep"] if r["location"] == "finished"][0])')" 'the sums of the sweep'
  wang report containment "$number" --lang zh+en -o "$work/containment.pdf" >/dev/null
  pdftotext -layout "$work/containment.pdf" - | grep L2641A >/dev/null || fail 'the containment summary has no clean point'
}

samples() {
  wang case sample "$number" --arrived '2026-11-20 09:00' --analysable '2026-11-20 10:00' --quantity 3 >/dev/null
  refused 2 '--holder' wang sample move "$number"
  wang sample move "$number" --holder 刘洋 --place 'TE lab, shelf 4' >/dev/null
  wang sample move "$number" --holder 王芳 --place 'CQE desk' --note 'photos taken' >/dev/null
  wang sample consent "$number" --state asked --by 'Frau Becker' >/dev/null
  wang sample consent "$number" --state granted --by 'Frau Becker' --note 'one piece may be cut' >/dev/null
  is 2 "$(wang case show "$number" --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["sample_custody"]))')" 'custody of the sample'
  goods=$(wang sample to-return "$number" | cut -d: -f1)
  is 3 "$(pieces quarantine)" 'pieces of the sample in the return'
  refused 1 "$goods" wang sample to-return "$number" # once
  wang case show "$number" | grep "$goods" >/dev/null || fail 'the case does not say which return the sample became'
}

# The histories in words, in both languages; the units with their last test.
told() {
  local words
  wang return history RMA-7001 --lang zh >"$work/zh.txt"
  for words in '  王芳 登记了退货通知' '  王芳 授权退货，RMA 号 RMA-7001' '  刘洋：单件 SN001 未通过标准测试' \
    '  何静 将 1 PSU-12V-2A 118 件从“Q-A3”移到“测试中”' '  刘洋：1 PSU-12V-2A 10 件判定为未复现'; do
    grep -qF "$words" "$work/zh.txt" || fail "the history does not say $words"
  done
  wang return history RMA-7001 --lang en >"$work/en.txt"
  for words in '  王芳 announced the return' '  王芳 authorised the return as RMA-7001' '  刘洋: unit SN001 failed: Standard test' \
    '  何静 moved 118 pieces of 1 PSU-12V-2A from “Q-A3” to “In test”' '(两件在运输途中遗失, 承运商已确认)'; do
    grep -qF "$words" "$work/en.txt" || fail "the history does not say $words"
  done
  sed -n 1p "$work/en.txt" | grep '方敏 booked a cost: Freight' >/dev/null || fail "the newest is not first: $(sed -n 1p "$work/en.txt")"
  grep -q 'changed details\|INSERT\| → ' "$work/en.txt" && fail 'the history tells what nobody asked for'
  tail -1 "$work/en.txt" | grep 'computed changes left out; --all' >/dev/null || fail 'the history does not say what it leaves out'
  wang return history RMA-7001 --all --changes >"$work/en.txt"
  grep -q 'changed details of the return' "$work/en.txt" || fail '--all leaves computed changes out'
  grep -qx '    state: settled → closed' "$work/en.txt" || fail '--changes does not say what changed'
  wang return history RMA-7001 --lang zh --json >"$work/told.json"
  python3 - "$work/told.json" <<'P' || fail 'the history as JSON'
import json, sys
events = json.load(open(sys.argv[1]))
announced = [e for e in events if e["table"] == "goods_return" and e["operation"] == "INSERT"][0]
assert [announced[k] for k in ("person", "sentence", "derived", "use_case")] == ["王芳", "王芳 登记了退货通知", False, "return-announce"], announced
assert any(c["column"] == "state" and c["after"] == "closed" for e in events for c in e["changes"])
assert any(e["derived"] for e in events) and all(len(e["at"]) == 16 for e in events)
lost = [e for e in events if e["table"] == "return_movement" and "承运商已确认" in e["reason"]]
assert len(lost) == 2, lost
P
  wang return units RMA-7001 --lang en >"$work/units.txt"
  grep -qE '^SN001 +2640 +Scrapped +Confirmed +Standard test +failed +刘洋 +20' "$work/units.txt" || fail "the units: $(cat "$work/units.txt")"
  wang return units RMA-7001 --finding ntf --lang zh >"$work/units.txt"
  grep -qE '^SN004 +2640 +已发出 +未复现 +加载测试 +合格 +刘洋' "$work/units.txt" || fail "the units: $(cat "$work/units.txt")"
  grep -q SN001 "$work/units.txt" && fail 'units with another finding are listed'
  wang return units RMA-7001 --finding ntf --json >"$work/units.json"
  is '4 SN003 1 TS-8' "$(for path in total units.0.serial units.0.tests units.0.last_test.specification; do
    field $path <"$work/units.json"
  done | xargs)" 'the units as JSON'
  refused 1 'use one of' wang return units RMA-7001 --finding broken
  wang case history "$number" --lang zh | grep '王芳将样品移交给 刘洋，TE lab, shelf 4' >/dev/null || fail 'the case does not tell of its sample'
}

returns() {
  people
  a_case 120 1000
  arrival
  tests_of_units
  no_trouble_found
  dispositions
  balance_before_closing
  close_case 'all pieces are settled'
  papers
  return_continues
  without_a_case
  sweep
  samples
  wang return history RMA-7001 --json | grep '承运商已确认' >/dev/null || fail 'the reason is not in the history'
  wang return history RMA-7001 | grep '(.*承运商已确认)' >/dev/null || fail 'the history as text leaves the reason out'
  told
  ctl audit verify >/dev/null
}

on_both_databases returns
