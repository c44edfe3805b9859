#!/usr/bin/env bash
# `octadctl case similar`, `case customers` and `lesson …`: one 8D for two customers, a recurrence, who else got
# the parts, and what is learned from it.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

register() { # customer part failure title
  wang case new --customer "$1" --new-customer --part "$2" --failure "$3" --defective 2 --title "$4" | cut -d: -f1
}

site() {
  ctl init --company 远图电子 >/dev/null
  ctl person add wang --name '王芳' --roles registrar,cqe >/dev/null
  ctl person add liu --name '刘洋' --roles member --department TE >/dev/null
  ctl person add chen --name '陈伟' --roles manager,cqe >/dev/null
  wang() { ctl --as wang --lang en "$@"; }
  first=$(register Nordwind PSU-12V-2A 焊点虚焊 '拆机发现电感焊点虚焊')
  scratch=$(register Nordwind HSG-AL-220 外壳划伤 '外观面有划痕')
  second=$(register 星河终端 PSU-12V-2A '电感假焊' '客户反馈电感引脚假焊')
  third=$(register 蓝湾储能 PSU-12V-2A 'Cold solder joint' 'Inductor with a cold solder joint')
}

ranking() {
  is "$first" "$(wang case similar "$second" --json | field cases.0.number)" 'the most similar case'
  is True "$(wang case similar "$second" --json | field cases.0.similar)" 'similar enough'
  is True "$(wang case similar "$second" --json | field decision_wanted)" 'a decision is wanted'
  wang case similar "$third" >"$work/list"
  grep -q "$first" "$work/list" || fail 'an English complaint does not find the Chinese one'
  grep -q 'same part' "$work/list" || fail 'no reason is told'
  ! grep -qE "^(5|6|7|8|9)[0-9] +$scratch" "$work/list" || fail 'a scratch is taken for a solder joint'
  refused 1 'no case' wang case similar C26-99999
  refused 2 '--other goes with --decide' wang case similar "$second" --other "$first"
  refused 1 'same, recurrence, new' wang case similar "$second" --decide maybe --reason 'not a word'
  refused 1 'which case' wang case similar "$second" --decide same --reason 'same joint'
  refused 1 'with itself' wang case similar "$second" --decide same --other "$second" --reason 'same joint'
  refused 1 'reason in words' wang case similar "$second" --decide new
  refused 1 'may not handle' ctl --as liu --lang en case similar "$second" --decide new --reason 'no such case'
}

one_8d() {
  wang case similar "$second" --decide same --other "$first" --reason '同一批次同一焊点' >/dev/null
  is "$(wang case show "$first" --json | field problem.number)" "$(wang case show "$second" --json | field problem.number)" 'the 8D'
  wang case write "$first" D2 --text '电感 L3 焊点虚焊' >/dev/null
  wang case show "$second" --json | grep -q '电感 L3 焊点虚焊' || fail 'what is written in one case is not in the other'
  wang case similar "$second" | grep -q "One 8D with $first (Nordwind)" || fail 'the shared 8D is not told'
  wang case history "$second" >"$work/history"
  grep -q 'wrote in D2' "$work/history" || fail 'the history of the other case does not tell the change'
  grep -q "compared with $first: Same problem" "$work/history" || fail 'the history does not tell the decision'

  wang case similar "$third" --decide recurrence --other "$first" --reason 'after the corrective action' >/dev/null
  is True "$(wang case show "$third" --json | field complaint.repeat)" 'repeated'
  is recurrence "$(wang case similar "$third" --json | python3 -c '
import json, sys
print([c["decision"]["verdict"] for c in json.load(sys.stdin)["cases"] if c["decision"]][0])')" 'the decision in the list'
  wang case reply "$scratch" --stage 8d --to a@b.example --text 8D >/dev/null 2>"$work/err"
  grep -q 'similar cases' "$work/err" || fail 'an 8D goes out without a word about similar cases'
  wang case similar "$scratch" --decide new --reason 'no other scratches' >/dev/null
  wang case reply "$scratch" --stage 8d --to a@b.example --text 8D >/dev/null 2>"$work/err"
  ! grep -q 'similar cases' "$work/err" || fail 'a decided case is warned about'
  wang case similar "$scratch" | grep -q 'None of them.*no other scratches' || fail 'the decision is not shown'
}

customers() {
  printf 'customer,part,month,quantity\nEastern Lamps,PSU-12V-2A,%s,700\n' "$(date +%Y-%m)" >"$work/shipments.csv"
  ctl import "$work/shipments.csv" --kind shipments >/dev/null 2>"$work/err" || { cat "$work/err" >&2; fail 'shipments'; }
  is 'Eastern Lamps 700' "$(wang case customers "$first" --json | field suggested.0.customer) $(wang case customers "$first" --json | field suggested.0.quantity)" 'who got the same part'
  wang case customers "$first" | grep -q 'Eastern Lamps got the same part: 700 pieces' || fail 'the suggestion in words'
  refused 1 'no customer' wang case customers "$first" --customer Nobody
  refused 1 'customer of this case' wang case customers "$first" --customer Nordwind
  refused 1 'which this 8D serves already' wang case customers "$first" --customer 星河终端
  refused 2 'goes with --customer' wang case customers "$first" --notify
  refused 2 'not-needed' wang case customers "$first" --customer 'Eastern Lamps' --notify --not-needed 'no suspect lot'
  refused 1 '2031' wang case customers "$first" --customer 'Eastern Lamps' --notified 2031-01-01
  wang case customers "$first" --customer 'Eastern Lamps' --lots 'L2640, L2641' --quantity 700 >/dev/null
  wang case show "$first" --json | python3 -c 'import json,sys; assert json.load(sys.stdin)["other_customers"][0]["decision"] == "open"'
  wang case customers "$second" --customer 'Eastern Lamps' --notify >/dev/null
  wang case customers "$first" --customer 'Eastern Lamps' --notified "$(day 0)" >/dev/null
  is "notify $(day 0) L2640, L2641" "$(wang case customers "$second" --json | python3 -c '
import json, sys
row = json.load(sys.stdin)["customers"][0]
print(row["decision"], row["notified_on"], row["lots"])')" 'told, seen from the other case of the 8D'
}

lessons() {
  refused 1 'D6 is approved' wang lesson publish "$first"
  wang case accept "$first" --reason '不良已确认' >/dev/null
  wang case waive "$first" D6 --reason 'nothing to implement' >/dev/null
  refused 1 'what caused' wang lesson publish "$first"
  wang lesson publish "$first" --cause '炉温偏低, 焊锡未爬升' --action '炉温下限改为 245 ℃ 并联锁' --keywords reflow >/dev/null
  is 1 "$(wang lesson search 'cold solder' --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["lessons"]))')" 'found in the other language'
  is "$first" "$(ctl --as chen lesson search 虚焊 --json | field lessons.0.case)" 'the case behind the lesson'
  wang lesson search 划伤 | grep -qx 'lessons: 0' || fail 'a scratch finds a solder joint'
  wang lesson list | grep -q 'Cause: 炉温偏低' || fail 'the lesson in words'
  ctl --as liu --lang en lesson list | grep -q '炉温偏低' || fail 'a department may not learn'
  refused 1 'reason in words' wang lesson withdraw "$first"
  wang lesson withdraw "$first" --reason 'was about another oven' >/dev/null
  wang lesson list | grep -qx 'lessons: 0' || fail 'a withdrawn lesson is offered'
  wang lesson list --all | grep -q withdrawn || fail 'a withdrawn lesson is gone'
  refused 1 'no lesson' wang lesson withdraw "$scratch" --reason 'there is none'
  ctl audit verify >/dev/null || fail 'the audit trail'
}

journey() {
  site
  ranking
  one_8d
  customers
  lessons
}

on_both_databases journey
echo 'similar cases, other customers and lessons'
