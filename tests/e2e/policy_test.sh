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
  wrong 'needs a name in Chinese' 'p["classes"] = [{"class": "major", "zh": "甲", "en": ""}, {"class": "general", "zh": "乙", "en": "B"}, {"class": "other", "zh": "丙", "en": "C"}]'
  wrong 'classes.0.class: use one of: major' 'p["classes"] = [{"class": "huge", "zh": "甲", "en": "A"}]'
  wrong 'never in the lowest class' 'p["rule_classes"] = [{"rule": "safety", "class": "other"}]'
  wrong 'told of what is overdue' 'p["escalation"] = []'
  wrong 'escalation.0.condition: use one of: due_soon' 'p["escalation"][0]["condition"] = "full_moon"'
  wrong 'escalation.0.hour is not known here' 'p["escalation"][0]["hour"] = 3'
  wrong 'escalation.0.days: write a whole number' 'p["escalation"][0]["days"] = "one"'
  wrong 'nobody could' 'p["approvals"] = [{"step": "closing", "role": "warehouse"}]'
  wrong 'In the set of clocks “oem”: The clock "First reply" needs exactly one target' 'p["clock_sets"] = [{"name": "oem", "scope": "customer", "clocks": [{"name": "first_reply", "start_event": "notice"}]}]'
  wrong 'must be from 0 to 100' 'p["keep_years_major"] = -1'
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
  # What ships is released by its name, also into a database that is older than it.
  is 1 "$(ctl --as wang policy release three-level --name ours --reason 'Agreed in the review' --json | field revision)" 'under a name of the house'
  is 恶性投诉 "$(ctl policy show ours | field classes.0.zh)" 'its content'
  refused 1 'nothing to release' ctl --lang en --as wang policy release three-level --reason 'Agreed in the review'
  ctl --lang en policy check ab-class | grep -q 'no mistakes' || fail 'a shipped policy is not found by its name'
  refused 1 'There is no policy "nonesuch". Octad ships: ab-class,' ctl --lang en policy check nonesuch
  refused 1 'nonesuch.json cannot be read' ctl --lang en policy check nonesuch.json
  # Every policy that ships may be released again; what it calls its classes is said in the reader's language.
  for file in "$OCTAD_SOURCE_DIR"/templates/policies/*.json; do
    [ "${file##*/}" = weak-answers.json ] || ctl policy check "$file" >/dev/null || fail "$file has mistakes"
  done
  facts='{"items":[{"part":"P1","failure":"F1","defect_kind":"functional","qty_defective":1}],"external":true}'
  is 恶性投诉 "$(ctl --lang zh classify --policy three-level --json - <<<"$facts" | field name)" 'a class by its name'
  is 'Malignant complaint' "$(ctl --lang en classify --policy three-level --json - <<<"$facts" | field name)" 'a class by its name'

  # An unsatisfied customer goes higher up: told once, however often the job runs.
  ctl --as wang policy use three-level --reason 'The customers ask for it' >/dev/null
  number=$(ctl --as wang case new --customer Nord --new-customer --part P1 --failure F1 --title 'no output' --defective 1 | cut -d: -f1)
  refused 2 'with --to' ctl --lang en --as wang case escalate "$number"
  refused 1 'before the notice' ctl --lang en --as wang case escalate "$number" --to media --on 2020-01-01
  ctl --as wang case escalate "$number" --to media >/dev/null
  is major "$(ctl case show "$number" --json | field complaint.severity)" 'class of what is in the media'
  ctl --lang en case show "$number" | grep -q 'Malignant complaint' || fail 'the class has not its name'
  # What it calls the class is said wherever the class is; what programs read keeps the key.
  ctl --lang en case list | grep -q 'Malignant complaint' || fail 'the list has not the name'
  is major "$(ctl case list --json | field cases.0.severity)" 'the key in the list'
  ctl --lang en --as wang work | grep -q 'Malignant complaint' || fail 'my work has not the name'
  ctl --lang zh metrics counts --by class | grep -q '^恶性投诉' || fail 'the metrics have not the name'
  is major "$(ctl metrics counts --by class --json | field rows.0.keys.0)" 'the key in the metrics'
  ctl --as wang report morning --lang zh -o "$work/morning.html" >/dev/null
  grep -q '未结：恶性投诉' "$work/morning.html" || fail 'the morning list has not the name'
  ctl --as wang report register --lang en -o "$work/register.html" >/dev/null
  grep -q 'Malignant 1' "$work/register.html" || fail 'the register has not the name'
  ctl --as wang jobs run --no-mail >/dev/null
  ctl --as wang jobs run --no-mail >/dev/null
  is 1 "$(ctl --lang en --as wang inbox | grep -c 'Escalated by the customer')" 'notices of the escalation'
  ctl --as wang case escalate "$number" --none >/dev/null
  is other "$(ctl case show "$number" --json | field complaint.severity)" 'class when it is taken back'
  is 0 "$(ctl --as wang audit uncounted --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["cases"]))')" 'cases left out'
  ctl audit verify >/dev/null
}

OCTAD_DB=sqlite://$work/demonstration.octad
try_out
on_both_databases journey
