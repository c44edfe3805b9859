#!/usr/bin/env bash
# The journey of a hard case: two departments, one refuses twice, one is rejected twice; the customer objects once; a later complaint
# challenges the effect; the second 8D is accepted, the case closed, and opened again.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"
. "$OCTAD_SOURCE_DIR/tests/e2e/eightd_steps.sh"

# newCase CUSTOMER DEFECTIVE BUILT_ON : an accepted case about the same part and failure, its number
newCase() {
  local number
  number=$(wang case new --customer "$1" --new-customer --part PSU-12V-2A --lot L26 --failure 无输出 --defective "$2" --delivered 20000 \
    ${3:+--built-on "$3"} --title "无输出 $1" | cut -d: -f1)
  wang case reply "$number" --stage first --to qa@example.com --text 'received' >/dev/null
  wang case accept "$number" --reason '不良已确认' >/dev/null
  echo "$number"
}

show() { wang case show "$number" --json | field "$1"; }
disciplineState() { wang case show "$number" --json | python3 -c '
import json, sys
print(next(d["state"] for d in json.load(sys.stdin)["disciplines"] if d["code"] == sys.argv[1]))' "$1"; }
assignmentOf() { wang case show "$number" --json | python3 -c '
import json, sys
file = json.load(sys.stdin)
ids = {d["id"]: d["code"] for d in file["departments"]}
print(next(str(a[sys.argv[2]]) for a in reversed(file["assignments"]) if ids[a["department_id"]] == sys.argv[1]))' "$1" "$2"; }

departmentsAnswer() {
  wang case assign "$number" --department TE --disciplines D4,D5 --due "$(day 5)" --question '为什么虚焊?' >/dev/null
  wang case assign "$number" --department PIE --disciplines D4 --due "$(day 5)" --question '为什么流出?' >/dev/null

  refused 1 reason zhao case refuse "$number" --department PIE
  zhao case refuse "$number" --department PIE --reason '不是我部门的工序' --instead TE >/dev/null
  is refused "$(assignmentOf PIE state)" 'the question after the first refusal'
  wang case rule-refusal "$number" --department PIE --ruling insist --reason 'AOI 程序由 PIE 负责' >/dev/null
  zhao case refuse "$number" --department PIE --reason 'AOI 程序已移交 TE' --instead TE >/dev/null
  is 2 "$(assignmentOf PIE bounces)" 'the count of refusals'
  refused 1 'manager' wang case rule-refusal "$number" --department PIE --ruling insist --reason '还是 PIE 负责'
  chen case rule-refusal "$number" --department PIE --ruling withdraw --reason 'TE 一并回答流出原因' >/dev/null
  is withdrawn "$(assignmentOf PIE state)" 'the question after the ruling of the manager'

  refused 1 '' liu case extend "$number" --department TE --until "$(day 3)" --reason '切片排队需要时间'
  liu case extend "$number" --department TE --until "$(day 9)" --reason '切片排队需要时间' >/dev/null
  wang case rule-extension "$number" --department TE --grant >/dev/null
  is "$(day 9)" "$(assignmentOf TE due_on)" 'the day the answer is due then'

  # Rejected twice, approved the third time.
  liu d4 add-cause "$number" --type TUA --text '操作员失误' >/dev/null
  liu case submit "$number" D4 >/dev/null 2>"$work/weak"
  grep -q '操作员失误' "$work/weak" || fail 'the weak answer is not told'
  wang case reject "$number" D4 --code wrong_cause --reason '为什么会发生、为什么流出？' >/dev/null
  liu case write "$number" D4 --json - <<<'{"causes":[],"why_steps":[]}' >/dev/null
  liu d4 add-cause "$number" --type TUA --text '焊膏量不足' --why '钢网开口偏小|' >/dev/null
  liu case submit "$number" D4 >/dev/null
  wang case reject "$number" D4 --code no_evidence --reason '请附切片和流出原因' >/dev/null
  liu case write "$number" D4 --json - <<<'{"causes":[],"why_steps":[]}' >/dev/null
  writer=liu causes "$number" '钢网开口偏小' 'AOI 窗口未覆盖 L3'
  liu case submit "$number" D4 >/dev/null
  chen case approve "$number" D4 >/dev/null
  is 3 "$(wang case show "$number" --json | python3 -c 'import json,sys; print(sum(s["discipline"] == "D4" for s in json.load(sys.stdin)["submissions"]))')" 'revisions of D4'
  plan "$number" '钢网开口加大 10 %'
  liu case submit "$number" D5 >/dev/null
  chen case approve "$number" D5 >/dev/null
}

# answerAgain WORDS : D4 to D6 once more, nothing overwritten
answerAgain() {
  wang case write "$number" D4 --text "$1" --customer-text "$1" >/dev/null
  handIn "$number" D4 D5
  implement "$number"
  prove "$number"
}

customerObjects() {
  implement "$number"
  prove "$number"
  wang case reply "$number" --stage 8d --to qa@example.com --text 'our 8D' >/dev/null
  refused 1 '' wang case answer "$number" --status objected
  refused 1 'D9' wang case answer "$number" --status objected --text 'Why?' --disciplines D9
  wang case answer "$number" --status objected --text 'Why was the stencil wrong?' --disciplines D4 >/dev/null
  is open "$(disciplineState D4)" 'D4 after the objection'
  is approved "$(disciplineState D3)" 'D3 after an objection to D4'
  answerAgain '钢网设计规则没有最小开口'
  is 4 "$(wang case show "$number" --json | python3 -c 'import json,sys; print(sum(s["discipline"] == "D4" for s in json.load(sys.stdin)["submissions"]))')" 'revisions of D4'
}

recurrenceChallenges() {
  later=$(newCase Nordwind 5 "$(day 0)")
  is challenged "$(show challenges.0.kind)" 'a piece built after the clean point'
  is "$later" "$(show challenges.0.later_number)" 'the later case'
  wang work --json | grep -q '"challenge"' || fail 'the challenge is not in the work of the owner'
  wang case write "$number" D8 --text '客户接受' --customer-text accepted >/dev/null
  wang case submit "$number" D8 >/dev/null
  refused 1 "$later" chen case approve "$number" D8
  refused 1 reason wang case rule-challenge "$number" --later "$later" --ruling upheld
  refused 1 'C26-99999' wang case rule-challenge "$number" --later C26-99999 --ruling upheld --reason '新批次再发'
  wang case rule-challenge "$number" --later "$later" --ruling upheld --reason '新批次仍有空洞' >/dev/null
  is open "$(disciplineState D5)" 'D5 after the effect failed'
  refused 1 'already' wang case rule-challenge "$number" --later "$later" --ruling dismissed --reason '再看一次结果'
  answerAgain '回流炉第 3 区温度漂移, 已加监控'

  # Another part is no challenge, an earlier build belongs to the 8D.
  other=$(newCase Nordwind 1 "$(day -30)")
  is earlier_build "$(show challenges.1.kind)" 'a piece built before the clean point'
  wang case rule-challenge "$number" --later "$other" --ruling dismissed --reason '改善前生产的产品' >/dev/null
}

acceptedAndClosed() {
  wang case reply "$number" --stage 8d --to qa@example.com --text 'our second 8D' >/dev/null
  prevent "$number"
  refused 1 'similar' chen case approve "$number" D8
  wang case similar "$number" --decide new --reason '没有其他同类案件' >/dev/null
  wang case answer "$number" --status accepted --text 'Accepted.' >/dev/null
  chen case approve "$number" D8 >/dev/null
  wang case close "$number" --result satisfied --reason '三批无不良' >/dev/null
  chen case close "$number" --reason '三批无不良' >/dev/null
  is closed "$(show complaint.state)" 'the state at the end'
  wang lesson publish "$number" --keywords 'stencil 钢网' >/dev/null
  wang lesson search 钢网 | grep -q "$number" || fail 'the lesson is not found'
  wang case reopen "$number" --reason '客户又发现 1 件' >/dev/null
  is handling "$(show complaint.state)" 'the state after reopening'
  ctl audit verify >/dev/null
}

journey() {
  staff
  number=$(newCase Nordwind 18 "$(day -20)")
  is major "$(show complaint.severity)" class
  contain "$number" "$(day -2)"
  departmentsAnswer
  customerObjects
  recurrenceChallenges
  acceptedAndClosed
}

on_both_databases journey
echo 'hard case: from two refusals to the second closing'
