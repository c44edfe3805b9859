#!/usr/bin/env bash
# The time of a case through octadctl: stops and extensions, whose time it was, clocks by customer and campaign, the visit
# after the closing.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

begin() {
  ctl init --company 远图电子 >/dev/null
  ctl person add wang --name '王芳' --roles registrar,cqe >/dev/null
  ctl person add chen --name '陈明' --roles manager >/dev/null
  wang() { ctl --as wang --lang en "$@"; }
  chen() { ctl --as chen --lang en "$@"; }
}

newCase() { # more options
  wang case new --customer Nordwind --new-customer --part PSU-1 --failure 无输出 --defective 20 --title '无输出' "$@" | cut -d: -f1
}

clock() { # NUMBER NAME FIELD
  wang case show "$1" --json | python3 -c '
import json, sys
print(next(c[sys.argv[2]] for c in json.load(sys.stdin)["clocks"] if c["name"] == sys.argv[1]))' "$2" "$3"
}

stops() {
  number=$(newCase)
  is 王芳 "$(wang case show "$number" | sed -n 's/^First-contact owner *//p')" 'who took it first'
  wang case sample "$number" --analysable "$(TZ=Asia/Shanghai date +'%F %H:%M')" --quantity 3 >/dev/null
  due=$(clock "$number" final due_at)
  wang case pause "$number" --reason '等待老化试验' --until "$(day 5)" --waits-for laboratory |
    grep -q 'until the quality manager approves it' || fail 'the stop is not asked for'
  is "$due" "$(clock "$number" final due_at)" 'due while nobody approved'
  refused 1 'asked for already' wang case pause "$number" --reason '再申请一次' --until "$(day 5)"
  refused 1 'Ask the quality manager' wang case approve-stop "$number"
  chen work | grep -q "Approve the stop of a clock.*$number" || fail 'the manager does not see it'
  chen case approve-stop "$number" >/dev/null
  [ "$(clock "$number" final due_at)" \> "$due" ] || fail 'the approved stop moves nothing'
  wang case time "$number" --json >"$work/time"
  is laboratory "$(field stretches.-1.whose <"$work/time")" 'whose time it is'
  is "$(field gross_seconds <"$work/time")" "$(python3 -c '
import json, sys
print(sum(s["seconds"] for s in json.load(open(sys.argv[1]))["shares"]))' "$work/time")" 'the sum of the shares'
  wang case resume "$number" --reason '试验完成' >/dev/null
  refused 1 "quality manager's word" wang case extend-clock "$number" --in-house --until "$(day 40)" --reason '设备故障停机'
  wang case extend-clock "$number" --until "$(day 40)" --agreed-with '张工' --reason '客户同意延期' --document mail.eml >/dev/null
  is extension "$(clock "$number" final due_reason)" 'why it is due then'
  wang case history "$number" | grep -q 'the customer agreed on' || fail 'the history does not tell it'
  refused 1 'Enter today or a later day' wang case extend-clock "$number" --until "$(day -1)" --agreed-with '张工' --reason '客户同意延期'
}

sets() {
  ctl policy show default | python3 -c '
import json, sys
policy = json.load(sys.stdin)
policy["clock_sets"] = [
    {"name": "A", "scope": "class", "class": "major", "clocks": [{"name": "first_reply", "start_event": "notice", "hours": 12}]},
    {"name": "oem", "scope": "customer", "strictest": True, "clocks": [{"name": "first_reply", "start_event": "notice", "hours": 48}]},
    {"name": "launch", "scope": "campaign", "clocks": [{"name": "first_reply", "start_event": "notice", "hours": 2}]}]
json.dump(policy, sys.stdout)' >"$work/sets.json"
  ctl --lang en policy check "$work/sets.json" | grep -q 'no mistakes' || fail 'the sets have mistakes'
  ctl policy release "$work/sets.json" --reason '按客户与专项区分时限' >/dev/null
  refused 1 'It has: launch' wang campaign add K --kind launch --clocks oem
  wang campaign add 新品一期 --kind launch --parts PSU-1 --clocks launch --not-counted >/dev/null
  number=$(newCase --campaign 新品一期)
  is campaign "$(clock "$number" first_reply chosen_by)" 'what the clocks are chosen by'
  wang case clocks "$number" | grep -q 'The clocks “launch” are those of the campaign 新品一期.' || fail 'the choice is not explained'
  is 0 "$(wang case show "$number" --json | field complaint.weight)" 'the weight in a campaign that is not counted'
  wang case campaign "$number" --none --reason '不属于该专项' >/dev/null
  is class "$(clock "$number" first_reply chosen_by)" 'without the campaign'
  is 2 "$(wang case show "$number" --json | field complaint.weight)" 'its own weight'
  refused 1 'may not change customers' wang customer set Nordwind --clocks oem
  chen customer set Nordwind --clocks oem --status cs1,key_account >/dev/null
  wang customer list | grep -q 'oem.*Key account, Controlled shipping CS1' || fail 'the customer has no status'
  number=$(newCase)
  is class "$(clock "$number" first_reply chosen_by)" 'the strictest of both: the class asks for 12 h'
  wang campaign end 新品一期 >/dev/null
  is "$(day 0)" "$(wang campaign list --json | field campaigns.0.to_day)" 'the last day'
}

closing() {
  number=$(newCase)
  wang case not-ours "$number" --reason '客户端误用' >/dev/null
  wang case reply "$number" --stage letter --text '说明' >/dev/null 2>&1
  wang case answer "$number" --status accepted >/dev/null
  refused 1 'after the closing' wang case follow-up "$number" --satisfaction satisfied --spoken-with 张工
  wang case close "$number" --reason '客户同意' >/dev/null
  chen case close "$number" --reason '同意' --result dissatisfied >/dev/null
  is "$(day 7)" "$(wang case show "$number" --json | field follow_ups.0.due_on)" 'when the visit is due'
  wang work | grep -q "Visit the customer after the closing.*$number" || fail 'the owner is not asked'
  refused 1 'not satisfied with' wang case follow-up "$number" --satisfaction dissatisfied --spoken-with 张工
  wang case follow-up "$number" --satisfaction dissatisfied --spoken-with 张工 --words '答复太慢' --way visit >/dev/null
  is dissatisfied "$(wang case show "$number" --json | field follow_ups.0.satisfaction)" 'the verdict'
  is closed "$(wang case show "$number" --json | field complaint.state)" 'the state'
  ! wang work | grep -q 'Visit the customer' || fail 'the visit is asked for twice'
}

hours() {
  is '08:00-17:30  Asia/Shanghai' "$(ctl site hours)" 'the hours of a new site'
  refused 1 'no hours of work' ctl --lang en site hours --set 8-17
  ctl site hours --set 08:00-12:00,13:00-17:00 >/dev/null
  number=$(newCase)
  wang case sample "$number" --none >/dev/null
  is 17:00 "$(TZ=Asia/Shanghai date -d "$(clock "$number" final due_at)" +%H:%M)" 'the end of work'
}

journey() {
  begin
  hours
  stops
  sets
  closing
  ctl audit verify >/dev/null
}

on_both_databases journey
