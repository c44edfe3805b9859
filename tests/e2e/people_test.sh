#!/usr/bin/env bash
# What waits for whom: the quality manager's and a head's view, the morning list, and the deputy of a CQE.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

people() {
  ctl init >/dev/null
  ctl person add wang --name 王芳 --roles registrar,cqe --department CQE >/dev/null
  ctl person add hu --name 胡军 --roles cqe --department CQE >/dev/null
  ctl person add chen --name 陈明 --roles manager --department CQE >/dev/null
  ctl person add liu --name 刘洋 --roles member --department TE >/dev/null
  ctl person add ma --name 马强 --roles head --department TE >/dev/null
  local number
  number=$(ctl --as wang case new --customer N --new-customer --part P-1 --defective 20 --title '无输出' | cut -d: -f1)
  ctl --as wang case new --customer N --part P-1 --defective 2 --title '划伤' >/dev/null
  ctl --as wang case accept "$number" --reason '确认成立' >/dev/null
  ctl --as wang case assign "$number" --department TE --disciplines D4 --question '为什么无输出？' --due "$(day 3)" >/dev/null
  ctl --as chen work --people --json >"$work/people.json"
  is 'CQE 王芳=1, TE=1' "$(python3 -c '
import json, sys
people = json.load(open(sys.argv[1]))["people"]
print(", ".join(sorted(p["who"].replace("Department ", "").replace("部门 ", "") + "=" + str(p["all"]) for p in people)))' "$work/people.json")" 'who is waited for'
  ctl --as chen work --person 王芳 | grep -q 划伤 || fail 'the list of one person does not show the case'
  is 1 "$(ctl --as ma work --people --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["people"]))')" 'people of the head of TE'
  refused 1 'look at the work of others' ctl --as wang work --people
  # A CQE is away: the own cases stand in the other one's list.
  is 0 "$(ctl --as hu work --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["mine"]))')" 'work of hu before'
  ctl --as wang person deputy wang --deputy hu --until "$(day 7)" --reason 休假 >/dev/null
  is 王芳 "$(ctl --as hu work --json | field mine.0.in_place_of)" 'in whose place'
  # What is due is told to both.
  ctl jobs run --no-mail --at "$(monday_from "$(day 1)") 09:00" >/dev/null
  ctl --as hu --lang en inbox | grep -q 'For 王芳: ' || fail 'the deputy is not reminded'
  ctl --as wang --lang en inbox | grep -q 'For 王芳' && fail 'a reminder of ones own says it is for oneself'
  [ -n "$(ctl --as wang --lang en inbox --json | python3 -c 'import json,sys; print(*json.load(sys.stdin)["notices"])')" ] || fail 'the absent person is not told'
  # One page for the morning meeting.
  ctl --as chen report morning -o "$work/morning.pdf" --lang zh+en >/dev/null
  is 1 "$(pdfinfo "$work/morning.pdf" | sed -n 's/^Pages: *//p')" 'pages of the morning list'
  pdftotext -layout "$work/morning.pdf" - | grep -q "$number" || fail 'the morning list does not name the case'
  ctl --as chen report morning -o "$work/morning.xlsx" --lang zh >/dev/null
  ctl audit verify >/dev/null
}

on_both_databases people
