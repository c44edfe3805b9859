#!/usr/bin/env bash
# Questions to departments through octadctl: more time, refusals and who rules on them, several at once, answers
# entered for a department, who is responsible for what.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

begin() {
  ctl init --company 远图电子 >/dev/null
  ctl person add wang --name '王芳' --roles registrar,cqe >/dev/null
  ctl person add hu --name '胡静' --roles cqe >/dev/null
  ctl person add chen --name '陈伟' --roles manager >/dev/null
  ctl person add liu --name '刘洋' --roles member --department TE >/dev/null
  ctl person add zhao --name '赵敏' --roles member --department PIE >/dev/null
  wang() { ctl --as wang --lang en "$@"; }
}

newCase() {
  local number
  number=$(wang case new --customer Nordwind --new-customer --part PSU --failure 无输出 --defective 3 \
    --built-on "$(day -40)" --title '无输出' | cut -d: -f1)
  wang case accept "$number" --liability ours >/dev/null
  echo "$number"
}

# question NUMBER POSITION FIELD
question() { wang case show "$1" --json | field "assignments.$2.$3"; }

moreTime() {
  number=$(newCase)
  is "$(day -40)" "$(wang case show "$number" --json | field items.0.built_on)" 'the build date'
  wang case assign "$number" --department TE --disciplines D4 --due "$(day 5)" --question '为何无输出？' >/dev/null
  refused 1 'Enter a later day' ctl --as liu --lang en case extend "$number" --department TE --until "$(day 5)" --reason '等待切片结果'
  ctl --as liu case extend "$number" --department TE --until "$(day 9)" --reason '等待切片结果' >/dev/null
  wang work | grep -q "Rule on an extension.*$number" || fail 'the CQE is not told of the extension'
  refused 2 'one of --grant and --refuse' wang case rule-extension "$number" --department TE
  wang case rule-extension "$number" --department TE --grant --until "$(day 7)" >/dev/null
  is "$(day 7)" "$(question "$number" 0 due_on)" 'the day granted'
  ctl jobs run >/dev/null
  ctl --as liu --lang en inbox | grep -q "Extension ruled on.*$number" || fail 'the department is not told of the ruling'
}

refusals() {
  number=$(newCase)
  wang case assign "$number" --department TE --disciplines D4 --due "$(day 5)" --question '为何无输出？' >/dev/null
  ctl --as liu case refuse "$number" --department TE --reason '属于制程问题' --instead PIE >/dev/null
  refused 1 'date is needed' wang case rule-refusal "$number" --department TE --ruling forward --reason '制程由 PIE 分析'
  wang case rule-refusal "$number" --department TE --ruling forward --due "$(day 6)" --reason '制程由 PIE 分析' >/dev/null
  is withdrawn "$(question "$number" 0 state)" 'the first question'
  is asked "$(question "$number" 1 state)" 'the question forwarded'
  ctl --as zhao case refuse "$number" --department PIE --reason '材料异常，不是制程' >/dev/null
  refused 1 'quality manager rules' wang case rule-refusal "$number" --department PIE --ruling insist --reason '追溯指向第 40 工序'
  ctl --as chen --lang en work | grep -q "Rule on a refusal.*$number" || fail 'the manager is not asked to rule'
  ctl jobs run >/dev/null
  ctl --as chen --lang en inbox | grep -q "Refused repeatedly.*$number" || fail 'the manager is not told'
  ctl --as chen case rule-refusal "$number" --department PIE --ruling insist --reason '追溯指向第 40 工序' >/dev/null
  is asked "$(question "$number" 1 state)" 'the question insisted on'
}

atOnce() {
  number=$(newCase)
  wang case assign "$number" --department TE --disciplines D4 --due "$(day 5)" >/dev/null
  wang case assign "$number" --department PIE --disciplines D4 --due "$(day 5)" >/dev/null
  ctl --as liu case write "$number" D4 --text '未检出的原因' >/dev/null
  ctl --as liu case submit "$number" D4 >/dev/null 2>&1
  refused 1 'also asked of' ctl --as hu --lang en case approve "$number" D4
  ctl --as zhao case write "$number" D4 --text '未检出的原因；发生的原因' >/dev/null
  ctl --as zhao case submit "$number" D4 >/dev/null 2>&1
  is "$(question "$number" 1 id)" "$(wang case show "$number" --json | field submissions.1.assignment_id)" 'whose answer it is'
  ctl --as hu case approve "$number" D4 >/dev/null
  is approved "$(question "$number" 0 state)" 'the first answer'
  is approved "$(question "$number" 1 state)" 'the second answer'
}

spokenFor() {
  number=$(newCase)
  wang case assign "$number" --department TE --disciplines D4 --due "$(day 5)" >/dev/null
  echo 'From: liu' >"$work/mail.eml"
  wang attach "$number" "$work/mail.eml" >/dev/null
  source=$(wang case show "$number" --json | field attachments.0.id)
  wang case write "$number" D4 --text '焊点未润湿' >/dev/null
  wang case submit "$number" D4 --on-behalf-of TE --source "$source" >/dev/null 2>&1
  ctl --as liu --lang en work | grep -q "Confirm an answer entered for you.*$number" || fail 'the department is not asked'
  refused 1 'what is not right' ctl --as liu --lang en case confirm "$number" D4 --object
  ctl --as liu case confirm "$number" D4 >/dev/null
  is True "$(wang case show "$number" --json | field confirmations.0.agreed)" 'the word of the department'
  refused 1 reason wang case responsibility "$number" --escape PROD
  wang case responsibility "$number" --occurrence PIE --escape PROD --analysis TE --reason '切片结果判定' >/dev/null
  wang case responsibility "$number" --analysis none --reason '分析已结束' >/dev/null
  is '' "$(wang case show "$number" --json | field problem.analysis_department_id)" 'nobody leads the analysis'
}

# A supplier is asked like a department; what it answers is entered for it.
supplier() {
  refused 1 administer wang department add S-JK --name 晶科电子 --supplier
  ctl department add S-JK --name 晶科电子 --supplier >/dev/null
  refused 1 'already' ctl --lang en department add S-JK --name 晶科电子
  ctl --lang en department list | grep -q 'S-JK.*supplier' || fail 'the list does not tell the supplier'
  number=$(newCase)
  wang case assign "$number" --department S-JK --disciplines D4 --due "$(day 5)" >/dev/null
  wang case responsibility "$number" --occurrence S-JK --reason '来料虚焊，供应商确认' >/dev/null
}

assessed() {
  number=$(newCase)
  wang case assess "$number" | grep -q 'cause_found *D4' || fail 'the criteria are not listed'
  refused 1 'write a criterion' wang case assess "$number" --points cause_found
  refused 1 'Give points to the criterion' wang case assess "$number" --points cause_found=2
  all=()
  for key in team statement reproduced contained contained_works cause_found escape_found system_cause actions_fit \
    effect_proven spread readable; do all+=(--points "$key=2"); done
  refused 1 'from 0 to 3' wang case assess "$number" "${all[@]:2}" --points team=9
  wang case assess "$number" "${all[@]}" | grep -q 'revision 1: 67 %' || fail 'the score is not told'
  is 24 "$(wang case show "$number" --json | field assessments.0.points)" 'the points'
  ctl --as wang report 8d "$number" -o "$work/8d.html" --lang en >/dev/null
  ! grep -q '67 %' "$work/8d.html" || fail 'the customer reads the self-assessment'
}

journey() {
  begin
  moreTime
  refusals
  atOnce
  spokenFor
  supplier
  assessed
  ctl audit verify >/dev/null
}

on_both_databases journey
