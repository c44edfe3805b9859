#!/usr/bin/env bash
# The effect that challenges itself, and the customer's objections and silence, through octadctl.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

begin() {
  ctl init --company 远图电子 >/dev/null
  ctl person add wang --name '王芳' --roles registrar,cqe >/dev/null
  ctl person add hu --name '胡静' --roles cqe >/dev/null
  wang() { ctl --as wang --lang en "$@"; }
}

# newCase [BUILT-ON] : an accepted case, its number
newCase() {
  local number
  number=$(wang case new --customer Nordwind --new-customer --part PSU --failure 无输出 --defective 3 \
    ${1:+--built-on "$1"} --title '无输出' | cut -d: -f1)
  wang case accept "$number" --liability ours >/dev/null
  echo "$number"
}

state() { wang case show "$1" --json | field "disciplines.${2#D}.state"; }

# A case whose corrective action is done and checked, with a clean point ten days ago.
proven() {
  number=$(newCase)
  wang sweep clean-point "$number" --first-good LOT-9 --on "$(day -10)" >/dev/null
  wang d4 add-cause "$number" --type TUA --text '助焊剂失效' --result confirmed --method 切片 --proof '图 3' --on "$(day 0)" --why '保存过期|记录' >/dev/null
  cause=$(wang case show "$number" --json | field causes.0.id)
  wang action add "$number" --text '换助焊剂并锁定批次' --owner '李强' --due "$(day 1)" --cause "$cause" >/dev/null
  action=$(wang case show "$number" --json | field actions.0.id)
  wang action done "$number" "$action" --proof '记录' --effect 100 --method '500 件' --lot LOT-9 --checked-by '胡静' >/dev/null
  for code in D4 D5 D6; do
    wang case write "$number" "$code" --text "$code 说明" >/dev/null
    wang case submit "$number" "$code" >/dev/null 2>&1
    ctl --as hu case approve "$number" "$code" >/dev/null
  done
}

challenges() {
  proven
  refused 1 'Somebody else has to judge' ctl --as hu --lang en case verify "$number" --result effective --lots 3 --inspected 300 --criterion '无不良'
  wang case verify "$number" --result effective --lots 3 --inspected 300 --criterion '无不良' >/dev/null
  is 'No later case is held against the effect.' "$(wang case challenges "$number")" 'before'
  earlier=$(newCase "$(day -30)")
  unknown=$(newCase)
  later=$(newCase "$(day -2)")
  is 'earlier_build unknown_build challenged' "$(wang case challenges "$number" --json |
    python3 -c 'import json,sys; print(*[c["kind"] for c in json.load(sys.stdin)])')" 'what they say'
  wang work | grep -q "Rule on a challenge of the effect.*$number" || fail 'the owner is not asked'
  ctl jobs run >/dev/null
  ctl --as wang --lang en inbox | grep -q "Effect challenged.*$number" || fail 'the owner is not told'
  wang case join "$earlier" --with "$number" --reason '同一批次，断点前生产' >/dev/null
  wang case rule-challenge "$number" --later "$unknown" --ruling dismissed --reason '库存旧品，已确认' >/dev/null
  is approved "$(state "$number" D4)" 'D4 before the ruling'
  wang case rule-challenge "$number" --later "$later" --ruling upheld --reason '断点后仍有不良' >/dev/null
  for code in D4 D5 D6; do is open "$(state "$number" "$code")" "$code after the ruling"; done
  is 1 "$(wang case show "$number" --json | field disciplines.4.revision)" 'the revision of D4'
  refused 1 'ruled on already' wang case rule-challenge "$number" --later "$later" --ruling dismissed --reason '再次裁定一遍'
}

objections() {
  proven
  wang case reply "$number" --stage 8d --to qa@nordwind.example --text '见附件' >/dev/null 2>&1
  refused 1 'cannot be objected to' wang case answer "$number" --status objected --text '不同意' --disciplines D8
  wang case answer "$number" --status objected --text '对策无效' --disciplines D5 >/dev/null
  is approved "$(state "$number" D4)" 'D4 after an objection to D5'
  is open "$(state "$number" D5)" 'D5 after an objection to it'
  is open "$(state "$number" D6)" 'D6, which rests on D5'
  is D5 "$(wang case show "$number" --json | field replies.0.objected_to)" 'what the objection is about'
}

# One lot is inspected once and says something about every 8D of its part.
lots() {
  refused 1 'waits for its effect' wang verify-lot --part NONE-1 --lot L1 --inspected 10
  proven
  first=$number
  proven
  second=$number
  refused 1 'not among those' wang verify-lot --part PSU --lot L77 --inspected 500 --failed C26-99999=1 --note '目检发现'
  wang verify-lot --part PSU --lot L77 --inspected 500 --failed "$second=1" --criterion '无不良' --note '目检发现断线' >"$work/lots"
  grep -q "$first  Effective" "$work/lots" || fail "$(cat "$work/lots")"
  grep -q "$second  Not effective" "$work/lots" || fail "$(cat "$work/lots")"
  is 500 "$(wang case show "$first" --json | field verifications.0.inspected)" 'the pieces'
  is open "$(state "$second" D4)" 'D4 of the one that failed'
}

silence() {
  ctl policy show default --json >"$work/policy.json"
  python3 - "$work/policy.json" <<'PY'
import json, sys
path = sys.argv[1]
policy = json.load(open(path))
policy = policy.get("policy", policy)
policy["deemed_answer_days"] = 10
json.dump(policy, open(path, "w"))
PY
  is 0 "$(ctl jobs run --at "$(day 90) 09:00" --no-mail --json | field deemed)" 'off unless a policy says so'
  ctl policy release "$work/policy.json" --reason '与客户约定的期限' >/dev/null
  number=$(newCase)
  wang case reply "$number" --stage 8d --to qa@nordwind.example --text '见附件' >/dev/null 2>&1
  is 0 "$(ctl jobs run --at "$(day 2) 09:00" --no-mail --json | field deemed)" 'not long enough'
  is 1 "$(ctl jobs run --at "$(day 60) 09:00" --no-mail --json | field deemed)" 'the silence'
  is no_answer "$(wang case show "$number" --json | field replies.0.status)" 'never accepted'
}

journey() {
  begin
  challenges
  objections
  lots
  silence
  ctl audit verify >/dev/null
}

on_both_databases journey
