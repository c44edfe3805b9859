#!/usr/bin/env bash
# A policy is shown, changed, checked, tried out on closed cases, released and put in force; each mistake gets its sentence.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

change() { # PYTHON-STATEMENTS FILE: the default policy with `p` changed by them
  ctl policy show default | python3 -c "
import json, sys
p = json.load(sys.stdin)
$1
print(json.dumps(p))" >"$2"
}

wrong() { # WORDS PYTHON-STATEMENTS
  change "$2" "$work/wrong.json"
  refused 1 "$1" ctl --lang en policy check "$work/wrong.json"
  refused 1 "$1" ctl --lang en --as wang policy release "$work/wrong.json" --reason 'Agreed in the review'
}

# What closed cases would have been: the demonstration has some; one database is enough, tests/usecases has both.
try_out() {
  demonstration "$work/demonstration.octad"
  change 'p["thresholds"][0]["major"] = 25' "$work/new.json"
  result=$(ctl --lang en policy try "$work/new.json" --json)
  is 50 "$(field cases <<<"$result")" 'closed cases tried'
  is 6 "$(python3 -c 'import json,sys; print(len(json.load(sys.stdin)["changed"]))' <<<"$result")" 'cases that would change'
  is major "$(field changed.0.from <<<"$result")" 'class before'
  is 10 "$(ctl policy try "$work/new.json" --cases 10 --json | field cases)" 'fewer cases'
  ctl policy show default >"$work/same.json"
  is 0 "$(ctl policy try "$work/same.json" --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["changed"]))')" 'changes by the same policy'
  refused 1 '' ctl --lang en --as liu policy release "$work/new.json" --reason 'Agreed in the review'
}

journey() {
  ctl --as wang init >/dev/null
  ctl --lang en policy list | grep -q 'default *1 *MLP A/0.*in force' || fail 'the policy in force is not marked'
  change 'p["thresholds"][0]["major"] = 25' "$work/new.json"
  ctl --lang en policy check "$work/new.json" | grep -q 'no mistakes' || fail 'a good policy is refused'

  wrong 'must end with "otherwise"' 'p["rules"].pop()'
  wrong 'Octad does not know: "weather"' 'p["rules"][0] = "weather"'
  wrong 'could then never fire' 'r = p["rules"]; r[3], r[5] = r[5], r[3]'
  wrong 'rule "safety" is missing' 'p["rules"].pop(0)'
  wrong 'There is a gap' 'p["thresholds"].pop(1)'
  wrong 'major must begin above general' 'p["thresholds"][0]["major"] = 5'
  wrong 'nothing would ever count' 'p.update(weight_major=0, weight_general=0, weight_other=0)'
  wrong 'exactly one target' 'p["clocks"][0]["working_days"] = 1'
  wrong 'use one of: notice' 'p["clocks"][0]["start_event"] = "full_moon"'
  wrong 'colour' 'p["colour"] = "red"'
  change 'p["routes"][0]["department"] = "XX"' "$work/wrong.json"
  refused 1 'no department "XX"' ctl --lang en --as wang policy release "$work/wrong.json" --reason 'Agreed in the review'
  refused 1 JSON ctl --lang en policy check /dev/null
  refused 1 'closed cases' ctl --lang en policy try "$work/new.json" --cases 0
  refused 2 reason ctl --as wang policy release "$work/new.json"
  refused 1 'There is no policy "none"' ctl --lang en policy show none

  is 2 "$(ctl --as wang policy release "$work/new.json" --reason 'Agreed in the review' --json | field revision)" 'the next revision'
  refused 1 'nothing to release' ctl --lang en --as wang policy release "$work/new.json" --reason 'Agreed in the review'
  change 'p["thresholds"][0]["major"] = 30' "$work/newer.json"
  refused 4 'open the newest one' ctl --lang en --as wang policy release "$work/newer.json" --reason 'Agreed in the review' --based-on 1
  is 15 "$(ctl policy show default --revision 1 | field thresholds.0.major)" 'the first revision'
  is 25 "$(ctl policy show default | field thresholds.0.major)" 'the newest revision'
  is 'Agreed in the review' "$(ctl policy show default | field reason)" 'its reason'

  ctl --as wang policy use rate-first --reason 'The customers ask for it' >/dev/null
  ctl --lang en policy list | grep -q 'rate-first.*in force' || fail 'the chosen policy is not in force'
  refused 1 'in force already' ctl --lang en --as wang policy use rate-first --reason 'The customers ask for it'
  refused 1 'There is no policy' ctl --lang en --as wang policy use none --reason 'The customers ask for it'
  ctl audit verify >/dev/null
}

OCTAD_DB=sqlite://$work/demonstration.octad
try_out
on_both_databases journey
