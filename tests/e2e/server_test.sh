#!/usr/bin/env bash
# Logins and rights of a team's server, set up and used with octadctl alone.
. "$OCTAD_SOURCE_DIR/tests/e2e/both_databases.sh"

refused 1 'is a file' "$OCTADCTL" --db "sqlite://$work/none.octad" server install
[ ! -e "$work/none.octad" ] || fail "a file was made"

start_postgres "$work/server"
create_database team
OCTAD_DB=$PG_URL_BASE/team
as() { "$OCTADCTL" --db "${OCTAD_DB/octad@/$1@}" "${@:2}"; }

ctl init --company 远图电子 >/dev/null
ctl server install --print | grep 'create role' >/dev/null || fail "install prints no SQL"
ctl server install >/dev/null
ctl server person add wang --name 王芳 --roles cqe --department CQE >/dev/null
ctl server person add chen --name 陈明 --roles manager --department CQE >/dev/null
ctl server person add liu --name 刘洋 --roles member --department TE >/dev/null
ctl server person add zhao --name 赵磊 --roles member --department PIE >/dev/null
ctl server person add sun --name 孙丽 --roles auditor >/dev/null
ctl server person add he --name 何静 --roles warehouse >/dev/null
ctl server person add fang --name 方敏 --roles finance >/dev/null
ctl server person disable nobody --print | grep pg_terminate_backend >/dev/null || fail "disable prints no SQL"
refused 1 'keeps for itself' ctl server person add octad_owner --roles cqe
refused 1 'administrator' as wang server install

number=$(as wang case new --customer Nordwind --new-customer --part PSU --lot L1 --failure 无输出 --kind functional \
  --defective 18 --delivered 20000 --title 'no output' --verbatim '18 without output' | cut -d: -f1)
is registered "$(as sun case show "$number" --json | field complaint.state)" 'state for the auditor'
refused 1 'no case' as zhao case show "$number"
refused 1 'may not' as sun case accept "$number"
refused 1 'another person' as wang --as chen case accept "$number" --liability ours
as wang case accept "$number" --liability ours >/dev/null
as wang case assign "$number" --department TE --disciplines D4 --due 2199-12-01 --question 为什么 >/dev/null
as liu case write "$number" D4 --text 分析 >/dev/null
refused 1 '' as liu case write "$number" D5 --text 不是我的

# The warehouse counts and receives without seeing the case behind it; money is for finance.
as wang case write "$number" D3 --json - >/dev/null <<'J'
{"clean_point":"L2641A","sweep":[{"location":"finished","suspect":600}]}
J
refused 1 'no right' as he case show "$number"
is 'PSU L2641A' "$(as he sweep list --json | field 0.part_number) $(as he sweep list --json | field 0.clean_point)" 'the sweep for the warehouse'
problem=$(as he sweep list --json | field 0.problem_number)
as he sweep count "$problem" --location finished --ok 398 --ng 2 >"$work/out"
grep -q '200 pieces are still open' "$work/out" || fail "the count says $(cat "$work/out")"
refused 1 'may not' as sun sweep count "$problem" --location finished --ok 1
refused 1 'another person' as he --as wang sweep count "$problem" --location finished --ok 1
is '398 2' "$(as wang case show "$number" --json | field sweep.0.ok) $(as wang case show "$number" --json | field sweep.0.ng)" 'the sums of the sweep'

goods=$(as wang return announce --case "$number" --quantity 5 --kind line_reject | cut -d: -f1)
as he return receive "$goods" --counted 5 --note DN-1 >/dev/null
as he return issue "$goods" >/dev/null
refused 1 'may not' as he return find "$goods" --finding confirmed
as wang return find "$goods" --finding confirmed >/dev/null
as wang return dispose "$goods" --disposition credit >/dev/null
refused 1 'may not' as he return credit "$goods" --document CN-1
as fang return credit "$goods" --document CN-1 >/dev/null
as fang return cost "$goods" --amount 500 --currency CNY --document CN-1 >/dev/null
is settled "$(as wang return show "$goods" --json | field return.state)" 'state of the return'
is "$number" "$(as wang return list --json | field returns.0.case_numbers)" 'the case of the return in the list'
is 0 "$(as sun audit verify >/dev/null; echo $?)" 'the trail'

ctl server person disable liu >/dev/null
refused 1 'switched off' as liu case list

# Reminders: the job has a login of its own; everybody reads their own inbox.
ctl server person add jobs --name Octad --roles administrator >/dev/null
refused 1 'administer' as wang --lang en jobs run
monday=$(monday_from "$(date -d '+31 days' +%F)")
given=$(as jobs jobs run --at "$monday 08:30" --json | field given)
[ "$given" -ge 2 ] || fail "only $given notices"
is 0 "$(as jobs jobs run --at "$monday 08:30" --json | field given)" 'told once'
[ "$(as wang inbox --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["notices"]))')" -ge 1 ] || fail 'wang was told nothing'
is 0 "$(as zhao inbox --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["notices"]))')" 'notices of somebody who owes nothing'
as wang inbox read --all >/dev/null
is 0 "$(as wang inbox --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)["notices"]))')" 'unread'
as jobs mail setup --server smtp://127.0.0.1:1 --from octad@example.com >/dev/null
as jobs person address chen --to chen@example.com >/dev/null
is 1 "$(as jobs jobs run --at "$monday 08:30" --json | field mails.waiting)" 'mails for a server that is not there'
refused 1 'administer' as chen --lang en mail list
as jobs --lang en mail list | grep 'Waiting to be sent.*chen@example.com' >/dev/null || fail 'the mail that waits is not listed'
echo "server: done"
